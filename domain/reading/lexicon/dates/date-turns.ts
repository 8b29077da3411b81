import type { Language } from '../../text/text.ts';
import { dateTurnsEn } from '../en/dates/date-turns.ts';
import { dateTurnsFr } from '../fr/dates/date-turns.ts';

/** What each token of a turn may be; null for anything. */
type Turn = readonly (ReadonlySet<string> | null)[];

export type DateTurn = keyof typeof dateTurnsEn;
const byLanguage: Record<Language, Record<DateTurn, string>> = { en: dateTurnsEn, fr: dateTurnsFr };

/** The turns of all languages in one. */
export const dateTurns: ReadonlyMap<DateTurn, readonly Turn[]> = new Map(
  (Object.keys(dateTurnsEn) as DateTurn[]).map((name) => [
    name,
    Object.values(byLanguage).flatMap((turns) => turnsOf(turns[name])),
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
