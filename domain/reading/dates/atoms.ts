import { addDays, type CalendarDate } from '../../time.ts';
import { datePhraseWords } from '../lexicon/date-phrases.ts';
import { monthLeads, months, shortMonths, shortWeekdays, weekdays } from '../lexicon/dates.ts';
import type { Token } from '../numbers/number-tokens.ts';
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
import { type DateView, plainAt } from './found.ts';

type Part = 'early' | 'mid' | 'late';

/** The parts of a date as written; those that are missing are undefined. Months from 1, weekdays from Sunday, 0. */
export type Atom = {
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
export function readAtom(view: DateView, at: number): Atom | null {
  const weekday = weekdayAt(view, at);
  if (weekday === null) return readDayMonth(view, at);
  let next = at + 1;
  if (view.tokens[next]?.low === '.' && weekday.short) next += 1;
  if (view.tokens[next]?.low === ',') next += 1;
  if (datePhraseWords.singularArticles.has(view.tokens[next]?.plain ?? '')) next += 1;
  const rest = readDayMonth(view, next);
  if (rest !== null && rest.day !== undefined && rest.month !== undefined)
    return { ...rest, weekday: weekday.value };
  const day = dayNumber(view.tokens[at + 1]);
  const isFrenchDay =
    day !== null &&
    view.language === 'fr' &&
    (/^[,.]?$/.test(plainAt(view, at + 2)) || datePhraseWords.afterDayOfWeekday.has(plainAt(view, at + 2)));
  if (weekday.short) return null;
  if (isFrenchDay) return { weekday: weekday.value, day, next: at + 2 };
  return { weekday: weekday.value, next: at + 1 };
}

function weekdayAt(view: DateView, at: number): { value: number; short: boolean } | null {
  const token = view.tokens[at];
  if (token === undefined || token.kind !== 'word') return null;
  const full = weekdays[view.language].get(token.plain);
  if (full !== undefined) {
    const before = view.tokens[at - 1]?.plain ?? '';
    const after = view.tokens[at + 1];
    if (datePhraseWords.weekdayPrefixes.has(before)) return null;
    if (
      after !== undefined &&
      datePhraseWords.weekdayNames.has(after.plain) &&
      (after.text !== after.low || view.language === 'fr')
    )
      return null;
    return { value: full, short: false };
  }
  const isCapital = token.text !== token.low;
  const short =
    isCapital || view.language === 'fr' ? shortWeekdays[view.language].get(token.plain) : undefined;
  return short === undefined ? null : { value: short, short: true };
}

/** "Mouvement du 23 mars", "March 23 Movement": a name, not a day. */
export function isMovement(view: DateView, first: number, next: number): boolean {
  const before = view.tokens[first - 1]?.plain === 'du' ? view.tokens[first - 2]?.plain : undefined;
  return before === 'mouvement' || view.tokens[next]?.plain === 'movement';
}

/** "14 February 2025", "February 14, 2025", "1er mars", "March 2025", "mid-March". */
function readDayMonth(view: DateView, at: number): Atom | null {
  const day = dayNumber(view.tokens[at]);
  if (day !== null) {
    const of = view.tokens[at + 1]?.plain === 'of' ? 1 : 0;
    const month = monthAt(view, at + 1 + of, true);
    return month === null ? null : withYear(view, { day, month: month.value, next: month.next });
  }
  const month = monthAt(view, at, false);
  if (month === null) return null;
  const after = dayNumber(view.tokens[month.next]);
  const isIn = view.tokens[at - 1]?.plain === 'in';
  if (view.language === 'en' && after !== null && !isClock(view, month.next)) {
    const dated = withYear(view, { day: after, month: month.value, next: month.next + 1 });
    if (!isIn || dated.year !== undefined) return dated;
  }
  if (month.short && yearAt(view, month.next) === null) return null;
  const dated = withYear(view, { month: month.value, next: month.next });
  if (dated.year === undefined && month.short) return null;
  return dated.year !== undefined || isMonthAlone(view, at) ? dated : null;
}

function isClock(view: DateView, at: number): boolean {
  return view.tokens[at + 1]?.low === ':';
}

/** A number that may be a day of a month: "14", "14th", "1er"; not "1,200" and not "19-year-old". */
export function dayNumber(token: Token | undefined): number | null {
  if (token === undefined || token.kind !== 'number' || token.value === null) return null;
  if (!/^\d{1,2}(?:\D{1,3})?$/.test(token.text)) return null;
  return token.value >= 1 && token.value <= 31 ? token.value : null;
}

function monthAt(
  view: DateView,
  at: number,
  besideDay: boolean,
): { value: number; next: number; short: boolean } | null {
  const token = view.tokens[at];
  if (token === undefined || token.kind !== 'word') return null;
  const isCapital = token.text !== token.low;
  const full = months[view.language].get(token.plain);
  if (full !== undefined) {
    if (view.language === 'en' && datePhraseWords.doubtfulMonths.has(token.plain) && !isCapital) return null;
    return { value: full, next: at + 1, short: false };
  }
  const short = shortMonths[view.language].get(token.plain);
  if (short === undefined || (view.language === 'en' && !isCapital)) return null;
  const next = view.tokens[at + 1]?.low === '.' ? at + 2 : at + 1;
  if (!besideDay && dayNumber(view.tokens[next]) === null && yearAt(view, next) === null) return null;
  return { value: short, next, short: true };
}

/** A month name with no number beside it; "march" and "May" are also verbs and "Mars" is also a planet. */
function isMonthAlone(view: DateView, at: number): boolean {
  const token = view.tokens[at];
  if (token === undefined) return false;
  let before = view.tokens[at - 1]?.plain ?? '';
  if (before === '-') before = view.tokens[at - 2]?.plain ?? '';
  if (before === "'" || before === '(') before = view.tokens[at - 2]?.plain ?? '';
  const after = view.tokens[at + 1]?.plain ?? '';
  if (datePhraseWords.besideMonth.has(after)) return true;
  if (!datePhraseWords.doubtfulMonths.has(token.plain))
    return before !== 'rue' && before !== 'avenue' && before !== 'miss';
  if (view.language === 'fr' && token.text !== token.low && datePhraseWords.beforePlanetMars.has(before))
    return false;
  return monthLeads[view.language].has(before);
}

function withYear(view: DateView, atom: Atom): Atom {
  const comma =
    view.tokens[atom.next]?.low === ','
      ? 1
      : datePhraseWords.of.has(view.tokens[atom.next]?.plain ?? '')
        ? 1
        : 0;
  const year = yearAt(view, atom.next + comma);
  return year === null || (comma === 1 && atom.day === undefined && view.tokens[atom.next]?.low === ',')
    ? atom
    : { ...atom, year, next: atom.next + comma + 1 };
}

/** Four plain digits from 1900 on; "2,000" is a quantity. */
export function yearAt(view: DateView, at: number): number | null {
  const token = view.tokens[at];
  if (token?.kind !== 'number' || !/^(?:19|20|21)\d\d$/.test(token.text)) return null;
  return token.value;
}

/** The days that an atom names, seen from the day of publication; null where the calendar has none such. */
export function resolveAtom(view: DateView, atom: Atom, planned: boolean): Days | null {
  const { publishedOn } = view;
  if (atom.month !== undefined && atom.day !== undefined)
    return only(resolveDay(atom, atom.month, atom.day, publishedOn, planned));
  if (atom.month !== undefined) return part(resolveMonth(atom, atom.month, publishedOn, planned), atom.part);
  if (atom.year !== undefined) return part(yearDays(atom.year), atom.part);
  if (atom.weekday !== undefined) return only(resolveWeekday(atom.weekday, atom.shift, publishedOn, planned));
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
  atom: Atom,
  month: number,
  day: number,
  publishedOn: CalendarDate,
  planned: boolean,
): CalendarDate | null {
  if (atom.year !== undefined) return dayAt(atom.year, month, day);
  const year = yearOf(publishedOn);
  const days = [year + 1, year, year - 1].flatMap((candidate) => dayAt(candidate, month, day) ?? []);
  const fitting = days.filter((date) => atom.weekday === undefined || weekdayOf(date) === atom.weekday);
  if (atom.weekday !== undefined && fitting.length === 1) return fitting[0] ?? null;
  const ahead = days.filter((date) => date > publishedOn).at(-1);
  const behind = days.find((date) => date <= publishedOn);
  // A day late by the clock of another continent, not a year old.
  if (ahead !== undefined && (planned || ahead === addDays(publishedOn, 1))) return ahead;
  return behind ?? dayAt(year - 4 - (year % 4), month, day);
}

function resolveMonth(atom: Atom, month: number, publishedOn: CalendarDate, planned: boolean): Days {
  if (atom.year !== undefined) return monthDays(atom.year, month);
  const year = yearOf(publishedOn);
  const current = monthOf(publishedOn);
  const isAhead = planned || atom.shift === 'next';
  if (isAhead)
    return monthDays(
      month > current || (month === current && atom.shift !== 'next') ? year : year + 1,
      month,
    );
  return monthDays(month < current || (month === current && atom.shift !== 'last') ? year : year - 1, month);
}

function resolveWeekday(
  weekday: number,
  shift: Atom['shift'],
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
