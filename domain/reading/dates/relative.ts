import { addDays } from '../../time.ts';
import { datePhraseWords } from '../lexicon/date-phrases.ts';
import { namedDays, weekdays } from '../lexicon/dates.ts';
import { skipDayPart } from './absolute.ts';
import { amountAt, spread } from './amounts.ts';
import { readAtom } from './atoms.ts';
import { lastWeekday, moved, unitDays } from './calendar.ts';
import { type DateReader, type DateView, type Found, plainAt } from './found.ts';

/** "today", "yesterday morning", "hier soir", "avant-hier", "ce matin", "last night", "today, Thursday". */
export const readNamedDay: DateReader = (view, at) => {
  const { publishedOn } = view;
  const word = plainAt(view, at);
  const [second, third] = [plainAt(view, at + 1), plainAt(view, at + 2)];
  if (
    datePhraseWords.beforeOrAfter.has(word) &&
    second === '-' &&
    datePhraseWords.yesterdayOrTomorrow.has(third)
  ) {
    return dayFound(view, at, at + 3, word === 'avant' ? -2 : 2);
  }
  if (word === 'day' && second === 'before' && third === 'yesterday') return dayFound(view, at, at + 3, -2);
  if (word === 'day' && second === 'after' && third === 'tomorrow') return dayFound(view, at, at + 3, 2);
  const days = namedDays.get(word);
  if (days !== undefined) return dayFound(view, at, at + 1, days);
  if (word === 'this' && datePhraseWords.thisPart.has(second)) return dayFound(view, at, at + 2, 0);
  if (datePhraseWords.thisWithPart.has(word) && datePhraseWords.partOfToday.has(second)) {
    if (second === 'apres' && plainAt(view, at + 3) !== 'midi') return null;
    return dayFound(view, at, second === 'apres' ? at + 4 : at + 2, 0);
  }
  const isLastNight = (word === 'last' && second === 'night') || (word === 'nuit' && second === 'derniere');
  if (isLastNight) return { from: addDays(publishedOn, -1), to: publishedOn, first: at, next: at + 2 };
  if (word !== 'overnight' || isBesideDate(view, at)) return null;
  return { from: addDays(publishedOn, -1), to: publishedOn, first: at, next: at + 1 };
};

/** The day with its part and, in apposition, its weekday: "hier mercredi", "today, Thursday". */
function dayFound(view: DateView, at: number, after: number, shift: number): Found {
  const day = addDays(view.publishedOn, shift);
  let next = skipDayPart(view, after);
  const comma = view.tokens[next]?.low === ',' ? 1 : 0;
  const beside = readAtom(view, next + comma);
  if (beside?.weekday !== undefined || (beside?.day !== undefined && beside.month !== undefined)) {
    next = skipDayPart(view, beside.next);
  }
  return { from: day, to: day, first: at, next, ...(shift > 0 ? { role: 'future' } : {}) };
}

/** "overnight on Monday", "overnight into Wednesday": the date itself will tell. */
function isBesideDate(view: DateView, at: number): boolean {
  const step =
    plainAt(view, at + 1) === ',' || datePhraseWords.afterOvernight.has(plainAt(view, at + 1)) ? 2 : 1;
  return readAtom(view, at + step) !== null || weekdays[view.language].has(plainAt(view, at - 1));
}

/** "the day before", "la veille", "le lendemain", "a day earlier", "two days later": from the last day named. */
export const readRelativeDay: DateReader = (view, at) => {
  const { anchor, publishedOn } = view;
  const base = anchor ?? publishedOn;
  const [a, b, c] = [plainAt(view, at), plainAt(view, at + 1), plainAt(view, at + 2)];
  if (a === 'la' && b === 'veille') return dayBefore(view, at, base);
  if (a === 'le' && b === 'lendemain') return anchor === null ? null : near(anchor, 1, at, at + 2);
  if (
    (a === 'the' && b === 'day' && c === 'before') ||
    (datePhraseWords.theOrA.has(a) && datePhraseWords.previous.has(b) && c === 'day')
  ) {
    const after = view.tokens[at + 3];
    const ends =
      after === undefined || after.kind === 'mark' || datePhraseWords.afterDayBefore.has(after.plain);
    return ends ? near(base, -1, at, at + 3) : null;
  }
  const isNext = a === 'the' && datePhraseWords.following.has(b) && c === 'day';
  const isAfter = a === 'the' && b === 'day' && c === 'after' && view.tokens[at + 3]?.kind !== 'word';
  if (isNext || isAfter) return anchor === null ? null : near(anchor, 1, at, at + 3);
  const isWeek =
    a === 'the' &&
    ((b === 'week' && c === 'before') || (datePhraseWords.previousWeek.has(b) && c === 'week'));
  if (isWeek && view.tokens[at + 3]?.kind !== 'word') {
    return { ...unitDays('week', base, -1), first: at, next: at + 3, precision: 3 };
  }
  return counted(view, at);
};

/** "la veille", "la veille, lundi"; "la veille de" something is another day. */
function dayBefore(view: DateView, at: number, base: string): Found | null {
  const after = plainAt(view, at + 2);
  if (datePhraseWords.eveOf.has(after)) return null;
  const atom = after === ',' ? readAtom(view, at + 3) : null;
  if (atom?.weekday === undefined || atom.day !== undefined) return near(base, -1, at, at + 2);
  return near(lastWeekday(atom.weekday, view.publishedOn), 0, at, atom.next);
}

function near(base: string, shift: number, first: number, next: number): Found {
  const day = addDays(base, shift);
  return { from: day, to: day, first, next };
}

/** "two days earlier", "a week later", "trois jours plus tôt". */
function counted(view: DateView, at: number): Found | null {
  const amount = amountAt(view, at);
  if (amount === null || amount.unit === 'hour') return null;
  const i = amount.next;
  const word = plainAt(view, i);
  const french = word === 'plus' ? plainAt(view, i + 1) : '';
  const isEarlier = datePhraseWords.earlier.has(word) || french === 'tot' || word === 'auparavant';
  const isLater = word === 'later' || french === 'tard';
  if (!isEarlier && !isLater) return null;
  if (word === 'before' && view.tokens[i + 1]?.kind === 'word') return null;
  const next = french === '' ? i + 1 : i + 2;
  if (isLater)
    return view.anchor === null
      ? null
      : spread(moved(view.anchor, amount.unit, amount.count), amount, at, next);
  return spread(moved(view.anchor ?? view.publishedOn, amount.unit, -amount.count), amount, at, next);
}
