import { datePhraseWords } from '../lexicon/date-phrases.ts';
import type { DatePart } from '../lexicon/date-words.ts';
import { months, partsOfUnit, unitShifts, units } from '../lexicon/dates.ts';
import { type Days, thirdOf, unitDays } from './calendar.ts';
import { type DateReader, type DateView, type Found, isPlanned, plainAt } from './found.ts';

/** Between a part and its unit: "the start OF THE year", "à la fin DU mois". */
const isFiller = (word: string) => word === '-' || datePhraseWords.unitFillers.has(word);

/** "last week", "earlier this month", "at the weekend", "la semaine dernière", "since the start of the year". */
export const readUnit: DateReader = (view, at) => {
  let part = partsOfUnit.get(plainAt(view, at));
  let i = at;
  if (part !== undefined) i = at + 1;
  else if (plainAt(view, at) === 'plus' && datePhraseWords.plusTotOrTard.has(plainAt(view, at + 1))) {
    part = plainAt(view, at + 1) === 'tot' ? 'before' : 'after';
    i = at + 2;
  }
  const filledFrom = i;
  while (part !== undefined && i < filledFrom + 3 && isFiller(plainAt(view, i))) i += 1;
  const unit =
    view.language === 'en'
      ? englishUnit(view, i, part !== undefined, at)
      : frenchUnit(view, i, part !== undefined, plainAt(view, i - 1));
  if (unit === null || unit.unit === 'day') return null;
  return unitFound(view, at, unit, part);
};

type ShiftedUnit = { unit: 'day' | 'week' | 'weekend' | 'month' | 'year'; shift: number; next: number };

function englishUnit(view: DateView, at: number, afterPart: boolean, start: number): ShiftedUnit | null {
  const shift = unitShifts.en.get(plainAt(view, at));
  const unit = unitAt(view, shift === undefined ? at : at + 1);
  if (unit === null) return null;
  if (shift !== undefined) return { ...unit, shift };
  const article = plainAt(view, at - 1);
  if (
    unit.unit === 'weekend' &&
    article === 'the' &&
    datePhraseWords.beforeWeekend.has(plainAt(view, start - 2))
  )
    return { ...unit, shift: 0 };
  return afterPart && article === 'the' && unit.unit !== 'day' ? { ...unit, shift: 0 } : null;
}

function frenchUnit(view: DateView, at: number, afterPart: boolean, before: string): ShiftedUnit | null {
  const start = datePhraseWords.unitArticles.has(plainAt(view, at)) ? at + 1 : at;
  const determiner = start === at ? before : plainAt(view, at);
  const unit = unitAt(view, start);
  if (unit === null) return null;
  // "cette année-là" is of a time told before.
  if (plainAt(view, unit.next) === '-' && plainAt(view, unit.next + 1) === 'la') return null;
  const isNamed =
    datePhraseWords.ofMonth.has(plainAt(view, unit.next)) && months.fr.has(plainAt(view, unit.next + 1));
  if (isNamed) return null;
  const shift = unitShifts.fr.get(plainAt(view, unit.next));
  if (shift !== undefined) return { ...unit, shift, next: unit.next + 1 };
  const here =
    plainAt(view, unit.next) === '-' && plainAt(view, unit.next + 1) === 'ci'
      ? 2
      : plainAt(view, unit.next) === 'en' && plainAt(view, unit.next + 1) === 'cours'
        ? 2
        : 0;
  const isThis = datePhraseWords.thisUnit.has(determiner) || here === 2;
  const isPart = afterPart && datePhraseWords.partArticles.has(determiner);
  return isThis || isPart ? { ...unit, shift: 0, next: unit.next + here } : null;
}

function unitAt(view: DateView, at: number): { unit: ShiftedUnit['unit']; next: number } | null {
  if (plainAt(view, at) === 'week' && plainAt(view, at + 1) === '-' && plainAt(view, at + 2) === 'end')
    return { unit: 'weekend', next: at + 3 };
  const unit = units[view.language].get(plainAt(view, at));
  if (unit === undefined || unit === 'hour' || unit === 'decade' || plainAt(view, at) === 'journee')
    return null;
  if (plainAt(view, at).endsWith('s') && plainAt(view, at) !== 'mois') return null;
  return { unit, next: at + 1 };
}

function unitFound(
  view: DateView,
  at: number,
  { unit, shift, next }: ShiftedUnit,
  part: DatePart | undefined,
): Found | null {
  const { publishedOn } = view;
  if (unit === 'weekend' && shift === -1 && unitDays('weekend', publishedOn, 0).to < publishedOn) shift = 0;
  let days: Days = unitDays(unit, publishedOn, shift);
  if (part === 'early' || part === 'mid' || part === 'late') days = thirdOf(days, part);
  if (part === 'after') days = { ...days, from: publishedOn };
  if (days.to < days.from) days = { from: publishedOn, to: publishedOn };
  const precision = unit === 'week' ? 3 : unit === 'month' ? 4 : unit === 'year' ? 5 : undefined;
  const isFuture =
    shift === 1 || part === 'after' || (shift === 0 && unit !== 'year' && isPlanned(view, at, next));
  const base = { ...days, first: at, next, precision } satisfies Found;
  if (isFuture) return { ...base, role: 'future' };
  if (unit === 'year') return { ...base, role: shift < 0 || part !== undefined ? 'past' : 'since' };
  return days.from > publishedOn ? { ...base, from: publishedOn, to: publishedOn } : base;
}
