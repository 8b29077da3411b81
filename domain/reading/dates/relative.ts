import { addDays } from '../../time.ts';
import { datePhraseWords } from '../lexicon/date-phrases.ts';
import { namedDays, weekdays } from '../lexicon/dates.ts';
import { skipDayPart } from './absolute.ts';
import { amountAt, spread } from './amounts.ts';
import { lastWeekday, moved, unitDays } from './calendar.ts';
import { readDateParts } from './date-parts.ts';
import { type DatedSentence, type DateReader, type Found, plainAt } from './dated-sentence.ts';

/** "today", "yesterday morning", "hier soir", "avant-hier", "ce matin", "last night", "today, Thursday". */
export const readNamedDay: DateReader = (sentence, at) => {
  const { publishedOn } = sentence;
  const word = plainAt(sentence, at);
  const [second, third] = [plainAt(sentence, at + 1), plainAt(sentence, at + 2)];
  if (
    datePhraseWords.beforeOrAfter.has(word) &&
    second === '-' &&
    datePhraseWords.yesterdayOrTomorrow.has(third)
  ) {
    return dayFound(sentence, at, at + 3, word === 'avant' ? -2 : 2);
  }
  if (word === 'day' && second === 'before' && third === 'yesterday')
    return dayFound(sentence, at, at + 3, -2);
  if (word === 'day' && second === 'after' && third === 'tomorrow') return dayFound(sentence, at, at + 3, 2);
  const days = namedDays.get(word);
  if (days !== undefined) return dayFound(sentence, at, at + 1, days);
  if (word === 'this' && datePhraseWords.thisPart.has(second)) return dayFound(sentence, at, at + 2, 0);
  if (datePhraseWords.thisWithPart.has(word) && datePhraseWords.partOfToday.has(second)) {
    if (second === 'apres' && plainAt(sentence, at + 3) !== 'midi') return null;
    return dayFound(sentence, at, second === 'apres' ? at + 4 : at + 2, 0);
  }
  const isLastNight = (word === 'last' && second === 'night') || (word === 'nuit' && second === 'derniere');
  if (isLastNight) return { from: addDays(publishedOn, -1), to: publishedOn, first: at, next: at + 2 };
  if (word !== 'overnight' || isBesideDate(sentence, at)) return null;
  return { from: addDays(publishedOn, -1), to: publishedOn, first: at, next: at + 1 };
};

/** The day with its part and, in apposition, its weekday: "hier mercredi", "today, Thursday". */
function dayFound(sentence: DatedSentence, at: number, after: number, shift: number): Found {
  const day = addDays(sentence.publishedOn, shift);
  let next = skipDayPart(sentence, after);
  const comma = sentence.tokens[next]?.low === ',' ? 1 : 0;
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
  const [a, b, c] = [plainAt(sentence, at), plainAt(sentence, at + 1), plainAt(sentence, at + 2)];
  if (a === 'la' && b === 'veille') return dayBefore(sentence, at, base);
  if (a === 'le' && b === 'lendemain') return anchor === null ? null : near(anchor, 1, at, at + 2);
  if (
    (a === 'the' && b === 'day' && c === 'before') ||
    (datePhraseWords.theOrA.has(a) && datePhraseWords.previous.has(b) && c === 'day')
  ) {
    const after = sentence.tokens[at + 3];
    const ends =
      after === undefined || after.kind === 'mark' || datePhraseWords.afterDayBefore.has(after.plain);
    return ends ? near(base, -1, at, at + 3) : null;
  }
  const isNext = a === 'the' && datePhraseWords.following.has(b) && c === 'day';
  const isAfter = a === 'the' && b === 'day' && c === 'after' && sentence.tokens[at + 3]?.kind !== 'word';
  if (isNext || isAfter) return anchor === null ? null : near(anchor, 1, at, at + 3);
  const isWeek =
    a === 'the' &&
    ((b === 'week' && c === 'before') || (datePhraseWords.previousWeek.has(b) && c === 'week'));
  if (isWeek && sentence.tokens[at + 3]?.kind !== 'word') {
    return { ...unitDays('week', base, -1), first: at, next: at + 3, precision: 3 };
  }
  return counted(sentence, at);
};

/** "la veille", "la veille, lundi"; "la veille de" something is another day. */
function dayBefore(sentence: DatedSentence, at: number, base: string): Found | null {
  const after = plainAt(sentence, at + 2);
  if (datePhraseWords.eveOf.has(after)) return null;
  const parts = after === ',' ? readDateParts(sentence, at + 3) : null;
  if (parts?.weekday === undefined || parts.day !== undefined) return near(base, -1, at, at + 2);
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
  const word = plainAt(sentence, i);
  const french = word === 'plus' ? plainAt(sentence, i + 1) : '';
  const isEarlier = datePhraseWords.earlier.has(word) || french === 'tot' || word === 'auparavant';
  const isLater = word === 'later' || french === 'tard';
  if (!isEarlier && !isLater) return null;
  if (word === 'before' && sentence.tokens[i + 1]?.kind === 'word') return null;
  const next = french === '' ? i + 1 : i + 2;
  if (isLater)
    return sentence.anchor === null
      ? null
      : spread(moved(sentence.anchor, amount.unit, amount.count), amount, at, next);
  return spread(moved(sentence.anchor ?? sentence.publishedOn, amount.unit, -amount.count), amount, at, next);
}
