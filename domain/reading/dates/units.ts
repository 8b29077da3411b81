import { datePhraseWords } from '../lexicon/dates/date-phrases.ts';
import type { DatePart } from '../lexicon/dates/date-words.ts';
import { months, partsOfUnit, unitShifts, units } from '../lexicon/dates/dates.ts';
import { isPlural } from '../lexicon/grammar/endings.ts';
import { traits } from '../lexicon/grammar/traits.ts';
import { type Days, thirdOf, unitDays } from './calendar.ts';
import {
  type DatedSentence,
  type DateReader,
  endOfTurn,
  type Found,
  isPlanned,
  plainAt,
} from './dated-sentence.ts';

/** Between a part and its unit: "the start OF THE year", "à la fin DU mois". */
const isFiller = (word: string) => word === '-' || datePhraseWords.unitFillers.has(word);

/** "last week", "earlier this month", "at the weekend", "la semaine dernière", "since the start of the year". */
export const readUnit: DateReader = (sentence, at) => {
  // "Fin de semana" is no end of a week.
  const isWeekend = endOfTurn(sentence, at, 'weekend') !== null;
  let part = isWeekend ? undefined : partsOfUnit.get(plainAt(sentence, at));
  const earlier = endOfTurn(sentence, at, 'earlierUnit');
  const later = endOfTurn(sentence, at, 'laterUnit');
  let i = part === undefined ? at : at + 1;
  if (part === undefined && (earlier ?? later) !== null) {
    part = earlier === null ? 'after' : 'before';
    i = (earlier ?? later)!;
  }
  const filledFrom = i;
  while (part !== undefined && i < filledFrom + 3 && isFiller(plainAt(sentence, i))) i += 1;
  const read = traits[sentence.language].unitShifts === 'before' ? unitBehindShift : unitBeforeShift;
  const unit = read(sentence, i, part !== undefined, at);
  if (unit === null || unit.unit === 'day') return null;
  return unitFound(sentence, at, unit, part);
};

type ShiftedUnit = { unit: 'day' | 'week' | 'weekend' | 'month' | 'year'; shift: number; next: number };

/** "LAST week", "at THE weekend", "since the start of THE year". */
function unitBehindShift(
  sentence: DatedSentence,
  at: number,
  afterPart: boolean,
  start: number,
): ShiftedUnit | null {
  const shift = unitShifts[sentence.language].get(plainAt(sentence, at));
  const unit = unitAt(sentence, shift === undefined ? at : at + 1);
  if (unit === null) return null;
  if (shift !== undefined) return { ...unit, shift };
  const isThe = datePhraseWords.articlesOfUnit.has(plainAt(sentence, at - 1));
  if (unit.unit === 'weekend' && isThe && datePhraseWords.beforeWeekend.has(plainAt(sentence, start - 2)))
    return { ...unit, shift: 0 };
  return afterPart && isThe && unit.unit !== 'day' ? { ...unit, shift: 0 } : null;
}

/** "la semaine DERNIÈRE", "CETTE année", "depuis le début DU mois". */
function unitBeforeShift(sentence: DatedSentence, at: number, afterPart: boolean): ShiftedUnit | null {
  const start = datePhraseWords.unitArticles.has(plainAt(sentence, at)) ? at + 1 : at;
  const determiner = plainAt(sentence, start === at ? at - 1 : at);
  const shifts = unitShifts[sentence.language];
  const ahead =
    traits[sentence.language].unitShifts === 'either' ? shifts.get(plainAt(sentence, start)) : undefined;
  const unit = unitAt(sentence, ahead === undefined ? start : start + 1);
  if (unit === null) return null;
  if (ahead !== undefined) return { ...unit, shift: ahead };
  // "cette année-là" is of a time told before.
  if (endOfTurn(sentence, unit.next, 'thatUnit') !== null) return null;
  const isNamed =
    datePhraseWords.ofMonth.has(plainAt(sentence, unit.next)) &&
    months[sentence.language].has(plainAt(sentence, unit.next + 1));
  if (isNamed) return null;
  const shift = shifts.get(plainAt(sentence, unit.next));
  if (shift !== undefined) return { ...unit, shift, next: unit.next + 1 };
  const here = endOfTurn(sentence, unit.next, 'thisUnit');
  const isThis = datePhraseWords.thisUnit.has(determiner) || here !== null;
  const isPart = afterPart && datePhraseWords.partArticles.has(determiner);
  return isThis || isPart ? { ...unit, shift: 0, next: here ?? unit.next } : null;
}

function unitAt(sentence: DatedSentence, at: number): { unit: ShiftedUnit['unit']; next: number } | null {
  const weekend = endOfTurn(sentence, at, 'weekend');
  if (weekend !== null) return { unit: 'weekend', next: weekend };
  const word = plainAt(sentence, at);
  const unit = units[sentence.language].get(word);
  if (unit === undefined || unit === 'hour' || unit === 'decade' || datePhraseWords.noUnits.has(word))
    return null;
  if (isPlural(word) && !datePhraseWords.singularInS.has(word)) return null;
  return { unit, next: at + 1 };
}

function unitFound(
  sentence: DatedSentence,
  at: number,
  { unit, shift, next }: ShiftedUnit,
  part: DatePart | undefined,
): Found | null {
  const { publishedOn } = sentence;
  if (unit === 'weekend' && shift === -1 && unitDays('weekend', publishedOn, 0).to < publishedOn) shift = 0;
  let days: Days = unitDays(unit, publishedOn, shift);
  if (part === 'early' || part === 'mid' || part === 'late') days = thirdOf(days, part);
  if (part === 'after') days = { ...days, from: publishedOn };
  if (days.to < days.from) days = { from: publishedOn, to: publishedOn };
  const precision = unit === 'week' ? 3 : unit === 'month' ? 4 : unit === 'year' ? 5 : undefined;
  const isFuture =
    shift === 1 || part === 'after' || (shift === 0 && unit !== 'year' && isPlanned(sentence, at, next));
  const base = { ...days, first: at, next, precision } satisfies Found;
  if (isFuture) return { ...base, role: 'future' };
  if (unit === 'year') return { ...base, role: shift < 0 || part !== undefined ? 'past' : 'since' };
  return days.from > publishedOn ? { ...base, from: publishedOn, to: publishedOn } : base;
}
