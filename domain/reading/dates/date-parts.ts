import { addDays, type CalendarDate } from '../../time.ts';
import { datePhraseWords } from '../lexicon/dates/date-phrases.ts';
import { monthLeads, months, shortMonths, shortWeekdays, weekdays } from '../lexicon/dates/dates.ts';
import { traits } from '../lexicon/grammar/traits.ts';
import type { Token } from '../text/text.ts';
import { isCapital } from '../text/tokens.ts';
import {
  type Days,
  dayAt,
  lastWeekday,
  monthDays,
  monthOf,
  thirdOf,
  weekdayOf,
  yearDays,
  yearOf,
} from './calendar.ts';
import { type DatedSentence, plainAt } from './dated-sentence.ts';

type Part = 'early' | 'mid' | 'late';

/** The parts of a date as written; those that are missing are undefined. Months from 1, weekdays from Sunday, 0. */
export type DateParts = {
  weekday?: number;
  day?: number;
  month?: number;
  year?: number;
  part?: Part;
  /** "last Friday", "lundi prochain". */
  shift?: 'last' | 'next' | 'this' | 'lastWeek' | 'nextWeek';
  next: number;
};

/** The weekday, day, month and year that start at this token, in any usual order; null where none do. */
export function readDateParts(sentence: DatedSentence, at: number): DateParts | null {
  const weekday = weekdayAt(sentence, at);
  if (weekday === null) return readDayMonth(sentence, at);
  let next = at + 1;
  if (sentence.tokens[next]?.plain === '.' && weekday.short) next += 1;
  if (sentence.tokens[next]?.plain === ',') next += 1;
  if (datePhraseWords.singularArticles.has(sentence.tokens[next]?.plain ?? '')) next += 1;
  const rest = readDayMonth(sentence, next);
  if (rest !== null && rest.day !== undefined && rest.month !== undefined)
    return { ...rest, weekday: weekday.value };
  const day = dayNumber(sentence.tokens[at + 1]);
  const isDay =
    day !== null &&
    !traits[sentence.language].dayBehindMonth &&
    (/^[,.]?$/.test(plainAt(sentence, at + 2)) ||
      datePhraseWords.afterDayOfWeekday.has(plainAt(sentence, at + 2)));
  if (weekday.short) return null;
  if (isDay) return { weekday: weekday.value, day, next: at + 2 };
  return { weekday: weekday.value, next: at + 1 };
}

function weekdayAt(sentence: DatedSentence, at: number): { value: number; short: boolean } | null {
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== 'word') return null;
  const full = weekdays[sentence.language].get(token.plain);
  if (full !== undefined) {
    const before = sentence.tokens[at - 1]?.plain ?? '';
    const after = sentence.tokens[at + 1];
    if (datePhraseWords.weekdayPrefixes.has(before)) return null;
    if (
      after !== undefined &&
      datePhraseWords.weekdayNames.has(after.plain) &&
      (isCapital(after) || !traits[sentence.language].capitalDays)
    )
      return null;
    return { value: full, short: false };
  }
  const short =
    isCapital(token) || !traits[sentence.language].capitalDays
      ? shortWeekdays[sentence.language].get(token.plain)
      : undefined;
  return short === undefined ? null : { value: short, short: true };
}

/** "Mouvement du 23 mars", "March 23 Movement": a name, not a day. */
export function isMovement(sentence: DatedSentence, first: number, next: number): boolean {
  const { beforeMovementDates, movementsBefore, movementsBehind } = datePhraseWords;
  const before = beforeMovementDates.has(plainAt(sentence, first - 1)) ? plainAt(sentence, first - 2) : '';
  return movementsBefore.has(before) || movementsBehind.has(plainAt(sentence, next));
}

/** "14 February 2025", "February 14, 2025", "1er mars", "March 2025", "mid-March". */
function readDayMonth(sentence: DatedSentence, at: number): DateParts | null {
  const day = dayNumber(sentence.tokens[at]);
  if (day !== null) {
    const of = datePhraseWords.ofMonthBehindDay.has(plainAt(sentence, at + 1)) ? 1 : 0;
    const month = monthAt(sentence, at + 1 + of, true);
    return month === null ? null : withYear(sentence, { day, month: month.value, next: month.next });
  }
  const month = monthAt(sentence, at, false);
  if (month === null) return null;
  const after = dayNumber(sentence.tokens[month.next]);
  const isIn = datePhraseWords.inMonth.has(plainAt(sentence, at - 1));
  if (traits[sentence.language].dayBehindMonth && after !== null && !isClock(sentence, month.next)) {
    const dated = withYear(sentence, { day: after, month: month.value, next: month.next + 1 });
    if (!isIn || dated.year !== undefined) return dated;
  }
  if (month.short && yearAt(sentence, month.next) === null) return null;
  const dated = withYear(sentence, { month: month.value, next: month.next });
  if (dated.year === undefined && month.short) return null;
  return dated.year !== undefined || isMonthAlone(sentence, at) ? dated : null;
}

function isClock(sentence: DatedSentence, at: number): boolean {
  return sentence.tokens[at + 1]?.plain === ':';
}

/** A number that may be a day of a month: "14", "14th", "1er"; not "1,200" and not "19-year-old". */
export function dayNumber(token: Token | undefined): number | null {
  if (token === undefined || token.kind !== 'number' || token.value === null) return null;
  if (!/^\d{1,2}(?:\D{1,3})?$/.test(token.raw)) return null;
  return token.value >= 1 && token.value <= 31 ? token.value : null;
}

function monthAt(
  sentence: DatedSentence,
  at: number,
  besideDay: boolean,
): { value: number; next: number; short: boolean } | null {
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== 'word') return null;
  const full = months[sentence.language].get(token.plain);
  if (full !== undefined) {
    if (
      traits[sentence.language].capitalDays &&
      datePhraseWords.doubtfulMonths.has(token.plain) &&
      !isCapital(token)
    )
      return null;
    return { value: full, next: at + 1, short: false };
  }
  const short = shortMonths[sentence.language].get(token.plain);
  if (short === undefined || (traits[sentence.language].capitalDays && !isCapital(token))) return null;
  const next = sentence.tokens[at + 1]?.plain === '.' ? at + 2 : at + 1;
  if (!besideDay && dayNumber(sentence.tokens[next]) === null && yearAt(sentence, next) === null) return null;
  return { value: short, next, short: true };
}

/** A month name with no number beside it; "march" and "May" are also verbs and "Mars" is also a planet. */
function isMonthAlone(sentence: DatedSentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined) return false;
  let before = sentence.tokens[at - 1]?.plain ?? '';
  if (before === '-') before = sentence.tokens[at - 2]?.plain ?? '';
  if (before === '(') before = sentence.tokens[at - 2]?.plain ?? '';
  const after = sentence.tokens[at + 1]?.plain ?? '';
  if (datePhraseWords.besideMonth.has(after)) return true;
  if (!datePhraseWords.doubtfulMonths.has(token.plain))
    return !datePhraseWords.beforeNamesOfMonths.has(before);
  if (isCapital(token) && datePhraseWords.beforePlanetMars.has(before)) return false;
  return monthLeads[sentence.language].has(before);
}

function withYear(sentence: DatedSentence, parts: DateParts): DateParts {
  const comma =
    sentence.tokens[parts.next]?.plain === ','
      ? 1
      : datePhraseWords.of.has(sentence.tokens[parts.next]?.plain ?? '')
        ? 1
        : 0;
  const year = yearAt(sentence, parts.next + comma);
  return year === null ||
    (comma === 1 && parts.day === undefined && sentence.tokens[parts.next]?.plain === ',')
    ? parts
    : { ...parts, year, next: parts.next + comma + 1 };
}

/** Four plain digits from 1900 on; "2,000" is a quantity. */
export function yearAt(sentence: DatedSentence, at: number): number | null {
  const token = sentence.tokens[at];
  if (token?.kind !== 'number' || !/^(?:19|20|21)\d\d$/.test(token.raw)) return null;
  return token.value;
}

/** The days that an parts names, seen from the day of publication; null where the calendar has none such. */
export function daysOfParts(sentence: DatedSentence, parts: DateParts, planned: boolean): Days | null {
  const { publishedOn } = sentence;
  if (parts.month !== undefined && parts.day !== undefined)
    return only(resolveDay(parts, parts.month, parts.day, publishedOn, planned));
  if (parts.month !== undefined)
    return part(resolveMonth(parts, parts.month, publishedOn, planned), parts.part);
  if (parts.year !== undefined) return part(yearDays(parts.year), parts.part);
  if (parts.weekday !== undefined)
    return only(resolveWeekday(parts.weekday, parts.shift, publishedOn, planned));
  return null;
}

function only(day: CalendarDate | null): Days | null {
  return day === null ? null : { from: day, to: day };
}

function part(days: Days, third: Part | undefined): Days {
  return third === undefined ? days : thirdOf(days, third);
}

/** Without a year: the last such day up to publication, or the next where a plan is told. */
function resolveDay(
  parts: DateParts,
  month: number,
  day: number,
  publishedOn: CalendarDate,
  planned: boolean,
): CalendarDate | null {
  if (parts.year !== undefined) return dayAt(parts.year, month, day);
  const year = yearOf(publishedOn);
  const days = [year + 1, year, year - 1].flatMap((candidate) => dayAt(candidate, month, day) ?? []);
  const fitting = days.filter((date) => parts.weekday === undefined || weekdayOf(date) === parts.weekday);
  if (parts.weekday !== undefined && fitting.length === 1) return fitting[0] ?? null;
  const ahead = days.filter((date) => date > publishedOn).at(-1);
  const behind = days.find((date) => date <= publishedOn);
  // A day late by the clock of another continent, not a year old.
  if (ahead !== undefined && (planned || ahead === addDays(publishedOn, 1))) return ahead;
  return behind ?? dayAt(year - 4 - (year % 4), month, day);
}

function resolveMonth(parts: DateParts, month: number, publishedOn: CalendarDate, planned: boolean): Days {
  if (parts.year !== undefined) return monthDays(parts.year, month);
  const year = yearOf(publishedOn);
  const current = monthOf(publishedOn);
  const isAhead = planned || parts.shift === 'next';
  if (isAhead)
    return monthDays(
      month > current || (month === current && parts.shift !== 'next') ? year : year + 1,
      month,
    );
  return monthDays(month < current || (month === current && parts.shift !== 'last') ? year : year - 1, month);
}

function resolveWeekday(
  weekday: number,
  shift: DateParts['shift'],
  publishedOn: CalendarDate,
  planned: boolean,
): CalendarDate {
  const last = lastWeekday(weekday, publishedOn);
  const monday = lastWeekday(1, publishedOn);
  if (shift === 'lastWeek') return addDays(monday, ((weekday + 6) % 7) - 7);
  if (shift === 'nextWeek') return addDays(monday, ((weekday + 6) % 7) + 7);
  if (shift === 'last') return last === publishedOn ? addDays(last, -7) : last;
  if (shift === 'next') return addDays(last, 7);
  return planned && last !== publishedOn ? addDays(last, 7) : last;
}
