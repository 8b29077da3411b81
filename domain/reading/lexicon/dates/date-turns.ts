import { type Lexicon, tablesOf } from '../lexicons.ts';

/** What each token of a turn may be; null for anything. */
type Turn = readonly (ReadonlySet<string> | null)[];

export type DateTurn = keyof Lexicon['dateTurns'];
const languages = Object.values(tablesOf('dateTurns'));

/** The turns of all languages in one, by their first word: most words begin none, and need no closer look. */
export const dateTurns: ReadonlyMap<DateTurn, ReadonlyMap<string, readonly Turn[]>> = new Map(
  (Object.keys(languages[0]!) as DateTurn[]).map((name) => [
    name,
    byFirstWord(languages.flatMap((turns) => turnsOf(turns[name]))),
  ]),
);

function byFirstWord(turns: readonly Turn[]): ReadonlyMap<string, readonly Turn[]> {
  const words = new Set(turns.flatMap(([first]) => [...first!]));
  return new Map([...words].map((word) => [word, turns.filter(([first]) => first!.has(word))]));
}

function turnsOf(written: string): Turn[] {
  return written
    .split(';')
    .filter(Boolean)
    .map((turn) =>
      turn
        .trim()
        .split(' ')
        .map((slot) => (slot === '*' ? null : new Set(slot.split('/')))),
    );
}
