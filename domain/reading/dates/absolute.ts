import { datePhraseWords, datePhraseWordsOf } from '../lexicon/dates/date-phrases.ts';
import { partsOfMonth } from '../lexicon/dates/dates.ts';
import { type Days, dayAt, daysBetween, monthOf, yearOf } from './calendar.ts';
import { type DateParts, dayNumber, daysOfParts, isMovement, readDateParts, yearAt } from './date-parts.ts';
import {
  type DatedSentence,
  type DateReader,
  endOfTurn,
  type Found,
  isPlanned,
  plainAt,
} from './dated-sentence.ts';

const isJoint = (word: string) => word === '-' || word === '/' || datePhraseWords.rangeJoints.has(word);

/** "Monday and Wednesday" is one time; days further apart are two. */
const longestList = 2;

/** Two days, months or years that bound a time: "between 12 and 14 March", "de lundi à mercredi", "March 3-5". */
export const readRange: DateReader = (sentence, at) => {
  const opened = datePhraseWords.openings.has(plainAt(sentence, at));
  const start = opened ? at + 1 : at;
  const first = rangeEnd(sentence, skipArticle(sentence, start));
  if (first === null) return null;
  const jointAt = skipDayPart(sentence, first.next);
  const joint = plainAt(sentence, jointAt);
  if (
    !isJoint(joint) ||
    (!opened && datePhraseWords.weakRangeJoints.has(joint) && first.weekday === undefined)
  )
    return null;
  const second = rangeEnd(sentence, skipArticle(sentence, jointAt + 1));
  if (second === null) return null;
  const pair = completed(first, second);
  if (pair === null || (pair.isYears && !opened && joint !== '-')) return null;
  const next = skipDayPart(sentence, second.next);
  const planned = isPlanned(sentence, at, next);
  const from = daysOfParts(sentence, pair.first, planned);
  const to = daysOfParts(sentence, pair.second, planned);
  if (from === null || to === null) return null;
  const days = inOrder(from, to, sentence, pair);
  const isList = !opened && datePhraseWords.listJoints.has(joint);
  if (isList && days !== null && daysBetween(days.from, days.to) > longestList) return null;
  return days === null
    ? null
    : { ...days, first: at, next, ...(planned && days.to > sentence.publishedOn ? { role: 'future' } : {}) };
};

type RangeEnd = DateParts & { bareDay?: boolean };

/** As an parts, or a day's number alone, or a year alone. */
function rangeEnd(sentence: DatedSentence, at: number): RangeEnd | null {
  const parts = readDateParts(sentence, at);
  if (parts?.weekday !== undefined && parts.day !== undefined && parts.month === undefined) {
    return { day: parts.day, bareDay: true, next: parts.next };
  }
  if (parts !== null) return withShift(sentence, parts);
  const year = yearAt(sentence, at);
  if (year !== null) return { year, next: at + 1 };
  const day = dayNumber(sentence.tokens[at]);
  return day === null ? null : { day, bareDay: true, next: at + 1 };
}

/** What one end leaves out the other tells: "12" of "12 and 14 March" is in March. */
function completed(
  first: RangeEnd,
  second: RangeEnd,
): { first: DateParts; second: DateParts; isYears: boolean } | null {
  const { day, month, year } = first;
  if (first.bareDay && second.day !== undefined && second.month !== undefined) {
    return { first: { ...second, day, weekday: undefined }, second, isYears: false };
  }
  if (day !== undefined && month !== undefined && second.bareDay) {
    if (second.day === undefined || second.day <= day) return null;
    return {
      first,
      second: { ...first, day: second.day, weekday: undefined, next: second.next },
      isYears: false,
    };
  }
  if (first.bareDay || second.bareDay) return null;
  if (day !== undefined && month !== undefined && second.day !== undefined && second.month !== undefined) {
    return { first: { ...first, year: year ?? second.year }, second, isYears: false };
  }
  if (month !== undefined && second.month !== undefined && day === undefined && second.day === undefined) {
    return { first: { ...first, year: year ?? second.year }, second, isYears: false };
  }
  const bothWeekdays =
    first.weekday !== undefined &&
    second.weekday !== undefined &&
    month === undefined &&
    second.month === undefined;
  if (bothWeekdays)
    return { first: { ...first, shift: first.shift ?? second.shift }, second, isYears: false };
  const bothYears =
    year !== undefined && second.year !== undefined && month === undefined && second.month === undefined;
  return bothYears && second.year! > year ? { first, second, isYears: true } : null;
}

/** The end decides: the start is the last such day, month or year before it. */
function inOrder(from: Days, to: Days, sentence: DatedSentence, pair: { first: DateParts }): Days | null {
  if (from.from <= to.to) return { from: from.from, to: to.to };
  const seen = { ...sentence, publishedOn: to.to };
  const earlier = daysOfParts(seen, { ...pair.first, shift: undefined }, false);
  return earlier !== null && earlier.from <= to.to ? { from: earlier.from, to: to.to } : null;
}

function skipArticle(sentence: DatedSentence, at: number): number {
  return datePhraseWords.articles.has(plainAt(sentence, at)) ? at + 1 : at;
}

/** After "Tuesday" the words "night", "morning", "in the morning"; after "mardi" "soir", "dans la matinée". */
export function skipDayPart(sentence: DatedSentence, at: number): number {
  if (datePhraseWords.dayParts.has(plainAt(sentence, at))) return at + 1;
  return endOfTurn(sentence, at, 'dayParts') ?? at;
}

/** A deadline so many days ago is meant for the year to come. */
const longestDeadline = 180;

/** One day, month or year with what belongs to it: "last Friday morning", "Wednesday, 19 March 2025", "début mars". */
export const readSingle: DateReader = (sentence, at) => {
  const lead = leadAt(sentence, at);
  const parts = readDateParts(sentence, lead.next);
  if (parts === null || isMovement(sentence, lead.next, parts.next)) return null;
  if (lead.part !== undefined && (parts.day !== undefined || parts.weekday !== undefined)) return null;
  const shifted = withYearWords(
    sentence,
    withShift(sentence, { ...parts, part: lead.part, shift: lead.shift }),
  );
  if (shifted.year !== undefined && shifted.month === undefined) return null;
  if (shifted.day !== undefined && shifted.month === undefined) return dayOfThisMonth(sentence, at, shifted);
  const next = skipDayPart(sentence, shifted.next);
  const planned = shifted.shift !== 'last' && shifted.shift !== 'lastWeek' && isPlanned(sentence, at, next);
  let days = daysOfParts(sentence, shifted, planned);
  // "to leave by 15 January", told in December: the next one.
  const isDeadline =
    datePhraseWords.deadlines.has(plainAt(sentence, at - 1)) ||
    datePhraseWords.farDeadlines.has(plainAt(sentence, at - 2));
  if (
    isDeadline &&
    days !== null &&
    daysBetween(days.to, sentence.publishedOn) > longestDeadline &&
    shifted.year === undefined
  ) {
    days = daysOfParts(sentence, shifted, true);
  }
  if (days === null) return null;
  // "November of that year", "novembre de cette année-là": of a year told before.
  return {
    ...days,
    first: at,
    next,
    ...(endOfTurn(sentence, next, 'ofThatYear') === null ? {} : { role: 'past' }),
  };
};

function dayOfThisMonth(sentence: DatedSentence, at: number, parts: DateParts): Found | null {
  const day = recentDay(sentence, parts.day ?? 0, isPlanned(sentence, at, parts.next));
  return day === null ? null : { from: day, to: day, first: at, next: skipDayPart(sentence, parts.next) };
}

/** The last such day of a month up to publication, or the next of it where a plan is told. */
function recentDay(sentence: DatedSentence, day: number, planned: boolean): string | null {
  const year = yearOf(sentence.publishedOn);
  const month = monthOf(sentence.publishedOn);
  const ahead = dayAt(year, month, day);
  if (ahead !== null && (ahead <= sentence.publishedOn || planned)) return ahead;
  return month === 1 ? dayAt(year - 1, 12, day) : dayAt(year, month - 1, day);
}

function leadAt(
  sentence: DatedSentence,
  at: number,
): { next: number; part?: DateParts['part']; shift?: DateParts['shift'] } {
  const word = plainAt(sentence, at);
  const found = partsOfMonth.get(word);
  if (found !== undefined) {
    const hyphen = plainAt(sentence, at + 1) === '-' ? 1 : 0;
    let next = at + 1 + hyphen;
    for (let read = 0; read < 3 && datePhraseWords.partFillers.has(plainAt(sentence, next)); read += 1)
      next += 1;
    return { next, part: found };
  }
  if (datePhraseWords.lastBefore.has(word)) return { next: at + 1, shift: 'last' };
  if (datePhraseWords.nextBefore.has(word) || datePhraseWordsOf[sentence.language].comingBefore.has(word))
    return { next: at + 1, shift: 'next' };
  if (datePhraseWords.thisBefore.has(word)) {
    const next = plainAt(sentence, at + 1);
    if (datePhraseWords.lastAfterThis.has(next)) return { next: at + 2, shift: 'last' };
    return datePhraseWords.comingBefore.has(next)
      ? { next: at + 2, shift: 'next' }
      : { next: at + 1, shift: 'this' };
  }
  return { next: at };
}

/** "dernier", "prochain", "last week", "de la semaine dernière" after a weekday or a month. */
function withShift(sentence: DatedSentence, parts: DateParts): DateParts {
  const i = parts.next;
  const word = plainAt(sentence, i);
  if (parts.day !== undefined || parts.year !== undefined) {
    return datePhraseWords.lastAfterDate.has(word) ? { ...parts, next: i + 1 } : parts;
  }
  const lastWeek = endOfTurn(sentence, i, 'lastWeek');
  if (lastWeek !== null) return { ...parts, shift: 'lastWeek', next: lastWeek };
  const nextWeek = endOfTurn(sentence, i, 'nextWeek');
  if (nextWeek !== null) return { ...parts, shift: 'nextWeek', next: nextWeek };
  if (datePhraseWords.lastAfter.has(word)) return { ...parts, shift: 'last', next: i + 1 };
  if (datePhraseWords.nextAfter.has(word)) return { ...parts, shift: 'next', next: i + 1 };
  if (parts.weekday === undefined) return parts;
  const ofLastWeek = endOfTurn(sentence, i, 'ofLastWeek');
  if (ofLastWeek !== null) return { ...parts, shift: 'lastWeek', next: ofLastWeek };
  const ofNextWeek = endOfTurn(sentence, i, 'ofNextWeek');
  return ofNextWeek === null ? parts : { ...parts, shift: 'nextWeek', next: ofNextWeek };
}

/** "August of last year", "août de l'an dernier", "le 3 mars de cette année". */
function withYearWords(sentence: DatedSentence, parts: DateParts): DateParts {
  if (parts.month === undefined || parts.year !== undefined) return parts;
  const i = datePhraseWords.of.has(plainAt(sentence, parts.next)) ? parts.next + 1 : parts.next;
  if (endOfTurn(sentence, i, 'thatYear') !== null) return parts;
  const year = yearOf(sentence.publishedOn);
  const thisYear = endOfTurn(sentence, i, 'thisYear');
  if (thisYear !== null) return { ...parts, year, next: thisYear };
  const lastYear = endOfTurn(sentence, i, 'lastYear');
  return lastYear === null ? parts : { ...parts, year: year - 1, next: lastYear };
}

/** "19/03/2025", "19.03.2025", "2025-03-19"; a day that can be no month settles which comes first, else the day does. */
export const readNumeric: DateReader = (sentence, at) => {
  const parts = [0, 2, 4].map((step) => sentence.tokens[at + step]);
  const [a, b, c] = parts;
  const mark = sentence.tokens[at + 1];
  if (a?.kind !== 'number' || b?.kind !== 'number' || c?.kind !== 'number' || a.raw.length > 4) return null;
  if (!/^[/.-]$/.test(mark?.raw ?? '') || sentence.tokens[at + 3]?.raw !== mark?.raw) return null;
  if (c.end - a.start !== a.raw.length + b.raw.length + c.raw.length + 2) return null;
  const isIso = a.raw.length === 4;
  const year = (isIso ? a : c).value ?? 0;
  const [day, month] = isIso ? [c.value ?? 0, b.value ?? 0] : [a.value ?? 0, b.value ?? 0];
  if (!isIso && c.raw.length !== 4) return null;
  const date = dayAt(year, month, day) ?? (isIso ? null : dayAt(year, day, month));
  return date === null ? null : { from: date, to: date, first: at, next: at + 5 };
};

/** "on the 19th", "le 19", "le 19 de ce mois": of this month or the last. */
export const readDayAlone: DateReader = (sentence, at) => {
  const article = plainAt(sentence, at);
  const token = sentence.tokens[at + 1];
  const day = dayNumber(token);
  if (day === null || token === undefined) return null;
  const isOrdinal =
    datePhraseWords.ordinalDayArticles.has(article) &&
    token.isOrdinal &&
    datePhraseWords.beforeDayAlone.has(plainAt(sentence, at - 1));
  const isPlain = datePhraseWords.dayArticles.has(article) && (!token.isOrdinal || day === 1);
  if (!isOrdinal && !isPlain) return null;
  const after = sentence.tokens[at + 2];
  const { afterDayAlone } = datePhraseWordsOf[sentence.language];
  const ends = after === undefined || after.kind === 'mark' || afterDayAlone.has(after.plain);
  if (
    !ends ||
    after?.plain === '/' ||
    (after?.plain === '-' && after.start === token.end) ||
    after?.plain === '%'
  )
    return null;
  return dayOfThisMonth(sentence, at, { day, next: at + 2 });
};
