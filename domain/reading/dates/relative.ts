import { addDays } from '../../time.ts';
import { datePhraseWords } from '../lexicon/dates/date-phrases.ts';
import type { DateTurn } from '../lexicon/dates/date-turns.ts';
import { namedDays, weekdays } from '../lexicon/dates/dates.ts';
import { skipDayPart } from './absolute.ts';
import { amountAt, spread } from './amounts.ts';
import { lastWeekday, moved, unitDays } from './calendar.ts';
import { readDateParts } from './date-parts.ts';
import { type DatedSentence, type DateReader, endOfTurn, type Found, plainAt } from './dated-sentence.ts';

/** "today", "yesterday morning", "hier soir", "avant-hier", "ce matin", "last night", "today, Thursday". */
export const readNamedDay: DateReader = (sentence, at) => {
  const { publishedOn } = sentence;
  for (const [turn, shift] of turnsOfDays) {
    const end = endOfTurn(sentence, at, turn);
    if (end !== null) return dayFound(sentence, at, end, shift);
  }
  const days = namedDays.get(plainAt(sentence, at));
  if (days !== undefined) return dayFound(sentence, at, at + 1, days);
  const overnight = endOfTurn(sentence, at, 'overnight');
  const next =
    overnight !== null && !isBesideDate(sentence, at) ? overnight : endOfTurn(sentence, at, 'lastNight');
  return next === null ? null : { from: addDays(publishedOn, -1), to: publishedOn, first: at, next };
};

/** Days from publication. */
const turnsOfDays = [
  ['beforeYesterday', -2],
  ['afterTomorrow', 2],
  ['partsOfToday', 0],
] as const;

/** The day with its part and, in apposition, its weekday: "hier mercredi", "today, Thursday". */
function dayFound(sentence: DatedSentence, at: number, after: number, shift: number): Found {
  const day = addDays(sentence.publishedOn, shift);
  let next = skipDayPart(sentence, after);
  const comma = sentence.tokens[next]?.plain === ',' ? 1 : 0;
  const beside = readDateParts(sentence, next + comma);
  if (beside?.weekday !== undefined || (beside?.day !== undefined && beside.month !== undefined)) {
    next = skipDayPart(sentence, beside.next);
  }
  return { from: day, to: day, first: at, next, ...(shift > 0 ? { role: 'future' } : {}) };
}

/** "overnight on Monday", "overnight into Wednesday": the date itself will tell. */
function isBesideDate(sentence: DatedSentence, at: number): boolean {
  const step =
    plainAt(sentence, at + 1) === ',' || datePhraseWords.afterOvernight.has(plainAt(sentence, at + 1))
      ? 2
      : 1;
  return (
    readDateParts(sentence, at + step) !== null || weekdays[sentence.language].has(plainAt(sentence, at - 1))
  );
}

/** "the day before", "la veille", "le lendemain", "a day earlier", "two days later": from the last day named. */
export const readRelativeDay: DateReader = (sentence, at) => {
  const { anchor, publishedOn } = sentence;
  const base = anchor ?? publishedOn;
  const eve = endOfTurn(sentence, at, 'eve');
  if (eve !== null) return dayBefore(sentence, at, eve, base);
  const previousDay = endOfTurn(sentence, at, 'previousDay');
  if (previousDay !== null) {
    const after = sentence.tokens[previousDay];
    const ends =
      after === undefined || after.kind === 'mark' || datePhraseWords.afterDayBefore.has(after.plain);
    return ends ? near(base, -1, at, previousDay) : null;
  }
  const next = endOfTurn(sentence, at, 'nextDay') ?? closedTurn(sentence, at, 'dayAfter');
  if (next !== null) return anchor === null ? null : near(anchor, 1, at, next);
  const previousWeek = closedTurn(sentence, at, 'previousWeek');
  if (previousWeek !== null) {
    return { ...unitDays('week', base, -1), first: at, next: previousWeek, precision: 3 };
  }
  return counted(sentence, at);
};

/** As `endOfTurn`; null where a word follows the turn. */
function closedTurn(sentence: DatedSentence, at: number, name: DateTurn): number | null {
  const end = endOfTurn(sentence, at, name);
  return end !== null && sentence.tokens[end]?.kind !== 'word' ? end : null;
}

/** "la veille", "la veille, lundi"; "la veille de" something is another day. */
function dayBefore(sentence: DatedSentence, at: number, end: number, base: string): Found | null {
  const after = plainAt(sentence, end);
  if (datePhraseWords.eveOf.has(after)) return null;
  const parts = after === ',' ? readDateParts(sentence, end + 1) : null;
  if (parts?.weekday === undefined || parts.day !== undefined) return near(base, -1, at, end);
  return near(lastWeekday(parts.weekday, sentence.publishedOn), 0, at, parts.next);
}

function near(base: string, shift: number, first: number, next: number): Found {
  const day = addDays(base, shift);
  return { from: day, to: day, first, next };
}

/** "two days earlier", "a week later", "trois jours plus tôt". */
function counted(sentence: DatedSentence, at: number): Found | null {
  const amount = amountAt(sentence, at);
  if (amount === null || amount.unit === 'hour') return null;
  const i = amount.next;
  const earlier = endOfTurn(sentence, i, 'earlier') ?? closedTurn(sentence, i, 'earlierAtEnd');
  const later = endOfTurn(sentence, i, 'later');
  const next = earlier ?? later;
  if (next === null) return null;
  if (later !== null)
    return sentence.anchor === null
      ? null
      : spread(moved(sentence.anchor, amount.unit, amount.count), amount, at, next);
  return spread(moved(sentence.anchor ?? sentence.publishedOn, amount.unit, -amount.count), amount, at, next);
}
