import type { DatePrecision } from '../../precision.ts';
import { addDays, type CalendarDate, startOfDay } from '../../time.ts';
import { distanceFromTrigger } from '../clauses/distance-from-trigger.ts';
import type { Placed, ReadSentence } from '../clauses/read-sentence.ts';
import { relativeClauses } from '../clauses/side-clauses.ts';
import type { DateMention } from '../dates/dates.ts';
import { modalityWordsOf } from '../lexicon/modality/modality.ts';
import { phrases } from '../lexicon/modality/phrases.ts';
import { storyWords } from '../lexicon/story/story.ts';
import { readCardinal } from '../numbers/numbers.ts';

/**
 * How a date came to an event: said of it, of the sentence or paragraph before, of who told it, or of nothing but the
 * report's own day.
 */
export type DateTie = 'said' | 'inherited' | 'attribution' | 'publication';

export type EventDate = {
  from: CalendarDate;
  to: CalendarDate;
  occurredOn: CalendarDate;
  precision: DatePrecision;
  tie: DateTie;
};

/** What the sentence says of the day: the date, that it is long past or yet to come, or nothing. */
export type DateFinding = {
  date: EventDate | null;
  role: DateMention['role'] | null;
  /** Of the role `future`: the day, where it is one within a week. */
  ahead: CalendarDate | null;
};

/** An event told as news is this much old at most, in days. */
export const maxAgeDays = 62;

/** What the border of a relative clause costs, in tokens. */
const sideClauseCost = 20;

/** Tokens between a verb of saying and its day: "told AFP by telephone on Thursday". */
const attributionReach = 7;

/** True where a date tells when somebody spoke, not when something happened. */
export function isAttributionDate(
  { tokens, language, triggers }: Pick<ReadSentence, 'tokens' | 'language' | 'triggers'>,
  date: Placed<DateMention>,
): boolean {
  const { reporting, asking } = modalityWordsOf[language];
  for (let i = date.first - 1; i >= 0 && i >= date.first - attributionReach; i -= 1) {
    const token = tokens[i]!;
    if (!token.isWord) {
      if (token.raw === ',' && i === date.first - 1) return false;
      continue;
    }
    if (reporting.has(token.word) || asking.has(token.word)) return true;
    if (triggers.some(({ first }) => first === i)) return false;
    if (storyWords.newClauses.has(token.word)) return false;
  }
  // "On Thursday, the army said …": the day of the verb of saying that is nearer than any event.
  const isLeading = tokens.slice(0, date.first).filter(({ isWord }) => isWord).length <= 2;
  for (let i = date.last; isLeading && i < tokens.length && i < date.last + 8; i += 1) {
    if (triggers.some(({ first }) => first === i)) return false;
    if (reporting.has(tokens[i]!.word)) return true;
  }
  return false;
}

const ofLastYear = new RegExp(`^${phrases.ofLastYear}`);

/** "in July of last year", "en juillet de l'an dernier": the year is told behind the month. */
export function isOfLastYear(tokens: ReadSentence['tokens'], { last }: Placed<unknown>): boolean {
  const behind = tokens
    .slice(last, last + 4)
    .map(({ word }) => word)
    .join(' ');
  return ofLastYear.test(behind);
}

/** The day of an event from its sentence. */
export function dateNear(
  analysis: ReadSentence,
  trigger: { first: number; end: number },
  others: readonly { first: number }[],
): DateFinding {
  const { publishedOn } = analysis;
  const clauses = relativeClauses(analysis.tokens);
  const clauseOf = (first: number) => clauses.find((clause) => first >= clause.first && first < clause.last);
  const ownClause = clauseOf(trigger.first);
  // "left Kibua, which it had seized on 4 May, on Saturday": what a relative clause tells stands by itself.
  const rivals = others.filter(({ first }) => clauseOf(first) === ownClause || clauseOf(first) === undefined);
  const ranked = analysis.dates
    .map((placed) => ({
      placed,
      cost:
        distanceFromTrigger(analysis, trigger, placed, isLeading(analysis, placed) ? [] : rivals) -
        (isLeading(analysis, placed) ? 6 : 0) +
        (clauseOf(placed.first) === ownClause ? 0 : sideClauseCost),
    }))
    .sort((a, b) => a.cost - b.cost);
  const before = daysAfter(analysis, trigger.first);
  if (before) return before;
  const told = ranked.filter(
    ({ placed }) => !placed.of.isAttribution && !isOfCalm(analysis, placed, trigger.first),
  );
  // "For several hours on Tuesday": the day says more than how long it went on.
  const isDayBehind = ({ placed: { of, first } }: (typeof told)[number]) =>
    of.role === 'when' && of.precision === 1 && first - (told[0]?.placed.last ?? first) <= 1;
  const own = (told[0]?.placed.of.role === 'since' ? told.find(isDayBehind) : undefined) ?? told[0];
  if (own) {
    const { of } = own.placed;
    if (of.role === 'when' || (of.role === 'since' && of.precision <= 2))
      return { date: dateOf(of, 'said'), role: of.role, ahead: null };
    if (own.cost < 25 || of.role === 'past') {
      // A weekday without a date is taken forward where the sentence sounds like a plan.
      const { first, last } = own.placed;
      const isWeekday = !analysis.tokens.slice(first, last).some(({ word }) => /\d/.test(word));
      const isDay =
        isWeekday && of.role === 'future' && of.precision === 1 && ageDays(of.occurredOn, publishedOn) >= -7;
      return { date: null, role: of.role, ahead: isDay ? of.occurredOn : null };
    }
  }
  // "Was said last year to have …": what was told long ago happened long ago.
  const old = ranked.find(({ placed }) => placed.of.isAttribution && placed.of.role === 'past');
  if (old && old.cost < 25) return { date: null, role: 'past', ahead: null };
  const said = ranked.find(({ placed }) => placed.of.isAttribution && placed.of.role === 'when');
  if (said) return { date: dateOf(said.placed.of, 'attribution'), role: null, ahead: null };
  return { date: null, role: null, ahead: null };
}

/** "Calm since Monday after three days of fighting": since then it is over. */
function isOfCalm({ tokens }: ReadSentence, { of, last }: Placed<DateMention>, first: number): boolean {
  if (of.role !== 'since' || last > first) return false;
  return tokens.slice(last, first).some(({ word }) => storyWords.after.has(word));
}

/** A longer time before the sentence's day is background, in days. */
const maxDaysAfter = 14;

/**
 * "two days after the base was lost": so many days before the day of the sentence, or before the report where it has
 * none; told as past where the time is no number of days. Null where no such words stand before the trigger.
 */
function daysAfter(
  { tokens, dates, language, publishedOn }: ReadSentence,
  first: number,
): DateFinding | null {
  for (let i = first - 1; i >= 1 && i > first - 14; i -= 1) {
    const { word } = tokens[i]!;
    if (dates.some((date) => date.first >= i && date.last <= first)) return null;
    if (word === ',' || /^[;:.]$/.test(tokens[i]!.raw)) return null;
    if (!storyWords.beforeAndAfter.has(word)) continue;
    if (!storyWords.timeUnits.has(tokens[i - 1]!.word)) return null;
    const count =
      storyWords.days.has(tokens[i - 1]!.word) && storyWords.after.has(word)
        ? (readCardinal(tokens, i - 2, language)?.value ?? null)
        : null;
    if (count === null || count > maxDaysAfter) return { date: null, role: 'past', ahead: null };
    const main = dates.find(({ of }) => of.role === 'when' && of.precision === 1 && !of.isAttribution);
    const occurredOn = addDays(main?.of.occurredOn ?? publishedOn, -count);
    const slack = main ? 0 : 1;
    return {
      date: {
        from: addDays(occurredOn, -slack),
        to: occurredOn,
        occurredOn,
        precision: main ? 1 : 2,
        tie: 'said',
      },
      role: 'when',
      ahead: null,
    };
  }
  return null;
}

/** A date before everything else in the sentence holds for all of it: "On Wednesday, rebels took A and B." */
function isLeading({ tokens }: ReadSentence, { first }: Placed<unknown>): boolean {
  return tokens.slice(0, first).filter((token) => token.isWord).length <= 2;
}

export function dateOf(mention: DateMention, tie: DateTie): EventDate {
  const { from, to, occurredOn, precision } = mention;
  if (tie !== 'attribution') return { from, to, occurredOn, precision, tie };
  // What is told of on Thursday happened on that day or the one before.
  return {
    from: addDays(occurredOn, -1),
    to: occurredOn,
    occurredOn,
    precision: precision === 1 ? 2 : precision,
    tie,
  };
}

/** The report's own day, as the last resort. */
export function dateOfPublication(publishedOn: CalendarDate): EventDate {
  return {
    from: addDays(publishedOn, -2),
    to: publishedOn,
    occurredOn: publishedOn,
    precision: 2,
    tie: 'publication',
  };
}

/** Days from a date to the publication; negative where it lies ahead. */
export function ageDays(date: CalendarDate, publishedOn: CalendarDate): number {
  return Math.round((startOfDay(publishedOn) - startOfDay(date)) / 86_400_000);
}
