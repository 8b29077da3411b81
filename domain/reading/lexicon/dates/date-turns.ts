import { type Lexicon, tablesOf } from '../lexicons.ts';

/** What each token of a turn may be; null for anything. */
type Turn = readonly (ReadonlySet<string> | null)[];

export type DateTurn = keyof Lexicon['dateTurns'];
const languages = Object.values(tablesOf('dateTurns'));

/** The turns of all languages in one. */
export const dateTurns: ReadonlyMap<DateTurn, readonly Turn[]> = new Map(
  (Object.keys(languages[0]!) as DateTurn[]).map((name) => [
    name,
    languages.flatMap((turns) => turnsOf(turns[name])),
  ]),
);

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
