import type { DatePrecision } from '../../precision.ts';
import { addDays, type CalendarDate } from '../../time.ts';
import { datePhraseWords } from '../lexicon/dates/date-phrases.ts';
import { units } from '../lexicon/dates/dates.ts';
import type { Language, Span, Token } from '../text/text.ts';
import { readDayAlone, readNumeric, readRange, readSingle } from './absolute.ts';
import { readAgo, readAhead, readPeriod } from './amounts.ts';
import { daysBetween, horizon, isCalendarDate, middleDay, precisionOf } from './calendar.ts';
import {
  type DatedSentence,
  type DateReader,
  type DateRole,
  endOfTurn,
  type Found,
  plainAt,
} from './dated-sentence.ts';
import { readNamedDay, readRelativeDay } from './relative.ts';
import { readUnit } from './units.ts';
import { readYear } from './years.ts';

/** A time named in a sentence; offsets within the sentence. */
export type DateMention = Span & {
  from: CalendarDate;
  to: CalendarDate;
  /** The best single day: the day itself, or the middle of the span. */
  occurredOn: CalendarDate;
  precision: DatePrecision;
  /** `past` ended clearly before the news; `future` is a plan. */
  role: DateRole;
};

/** What ended so many days before the news is background, not news. */
const backgroundDays = 60;
/** "Since 2021" tells of a state of years, not of what happened now. */
const longSinceDays = 365;

/** "more than three and a half years" in tokens, with room to spare. */
const longestAmount = 14;

/** In this order: who reads most of the words comes first. */
const readers: readonly DateReader[] = [
  readNumeric,
  readRange,
  readNamedDay,
  readAgo,
  readRelativeDay,
  readUnit,
  readPeriod,
  readAhead,
  readSingle,
  readDayAlone,
  readYear,
];

/**
 * The times that a sentence names, seen from the day of publication, in order and never overlapping. A bare weekday is
 * the last such day up to and including publication; a day or month without its year the last such one not after it; both
 * are taken forward where a plan is told ("will meet on Monday"). Spans between days have their middle day as the best
 * one. "The day before" counts from the last day named, or from `anchor`: one that the text named before. A year more than ten years ahead is cut to that horizon. Linear in the sentence's length.
 */
export function findDates(
  tokens: readonly Token[],
  context: { language: Language; publishedOn: CalendarDate; anchor?: CalendarDate | null },
): DateMention[] {
  if (!isCalendarDate(context.publishedOn)) return [];
  const mentions: DateMention[] = [];
  const view: DatedSentence = {
    tokens,
    ...context,
    anchor: context.anchor ?? null,
    unitAhead: unitsAhead(tokens, context.language),
  };
  for (let i = 0; i < tokens.length; ) {
    const found = firstFound(view, i);
    if (found === null) {
      i += 1;
      continue;
    }
    const mention = asMention(view, found);
    if (mention !== null) {
      mentions.push(mention);
      if (mention.precision <= 2 && mention.role === 'when') view.anchor = mention.occurredOn;
    }
    i = Math.max(found.next, i + 1);
  }
  return mentions;
}

/** For each token, whether a unit of time stands so close after it that the two may be one amount. */
function unitsAhead(tokens: readonly Token[], language: Language): boolean[] {
  const near: boolean[] = new Array(tokens.length).fill(false);
  let unit = Number.POSITIVE_INFINITY;
  for (let i = tokens.length - 1; i >= 0; i -= 1) {
    if (units[language].has(tokens[i]!.plain)) unit = i;
    near[i] = unit - i <= longestAmount;
  }
  return near;
}

function firstFound(view: DatedSentence, at: number): Found | null {
  if (view.tokens[at]?.kind === 'mark') return null;
  for (const reader of readers) {
    const found = reader(view, at);
    if (found !== null) return found;
  }
  return null;
}

function asMention(view: DatedSentence, found: Found): DateMention | null {
  const { publishedOn, tokens } = view;
  const limit = horizon(publishedOn);
  const from = earlier(found.from, limit);
  let to = earlier(found.to, limit);
  if (from > to || !isCalendarDate(from) || !isCalendarDate(to)) return null;
  const precision = found.precision ?? precisionOf({ from, to });
  const role = roleOf(view, { ...found, from, to });
  let occurredOn = found.occurredOn ?? middleDay({ from, to });
  if (role === 'since') {
    to = from > publishedOn ? to : publishedOn;
    if (precision >= 4) occurredOn = middleDay({ from, to });
  } else if ((role === 'when' || role === 'past') && to > publishedOn) {
    to = publishedOn;
    occurredOn = middleDay({ from, to });
  }
  const start = tokens[found.first]?.start ?? 0;
  const end = tokens[found.next - 1]?.end ?? start;
  return { start, end, from, to, occurredOn, precision, role };
}

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  if (a > b) return b;
  return a;
}

function roleOf(view: DatedSentence, found: Found): DateRole {
  const { publishedOn } = view;
  const lead = leadOf(view, found.first);
  if (found.from > publishedOn) return lead === 'until' ? 'until' : 'future';
  if (found.role === 'future' || lead === 'future') return 'future';
  if (found.role === 'past' && lead !== 'until')
    return found.to >= addDays(publishedOn, -31) && lead === 'since' ? 'since' : 'past';
  const isSince = lead === 'since' || found.role === 'since';
  if (isSince) return daysBetween(found.from, publishedOn) > longSinceDays ? 'past' : 'since';
  if (lead === 'until') return 'until';
  return daysBetween(found.to, publishedOn) > backgroundDays ? 'past' : 'when';
}

/** What the words before a date make of it: "since Friday", "until", "by Monday", "d'ici vendredi", "à partir de". */
function leadOf(view: DatedSentence, first: number): 'since' | 'until' | 'future' | null {
  for (let i = first - 1; i >= Math.max(0, first - 5); i -= 1) {
    const word = plainAt(view, i);
    if (datePhraseWords.since.has(word)) return 'since';
    if (datePhraseWords.until.has(word)) return 'until';
    if (endOfTurn(view, i - 1, 'within') !== null || endOfTurn(view, i - 1, 'fromNowOn') !== null)
      return 'future';
    if (!datePhraseWords.skippedBeforeRole.has(word)) return null;
  }
  return null;
}
