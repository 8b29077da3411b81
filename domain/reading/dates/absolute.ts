import { datePhraseWords } from '../lexicon/date-phrases.ts';
import { partsOfMonth } from '../lexicon/dates.ts';
import { type Atom, dayNumber, isMovement, readAtom, resolveAtom, yearAt } from './atoms.ts';
import { type Days, dayAt, daysBetween, monthOf, yearOf } from './calendar.ts';
import { type DateReader, type DateView, type Found, isPlanned, plainAt } from './found.ts';

const isJoint = (word: string) => word === '-' || word === '/' || datePhraseWords.rangeJoints.has(word);

/** "Monday and Wednesday" is one time; days further apart are two. */
const longestList = 2;

/** Two days, months or years that bound a time: "between 12 and 14 March", "de lundi à mercredi", "March 3-5". */
export const readRange: DateReader = (view, at) => {
  const opened = datePhraseWords.openings.has(plainAt(view, at));
  const start = opened ? at + 1 : at;
  const first = rangeEnd(view, skipArticle(view, start));
  if (first === null) return null;
  const jointAt = skipDayPart(view, first.next);
  const joint = plainAt(view, jointAt);
  if (!isJoint(joint) || (!opened && joint === 'a' && first.weekday === undefined)) return null;
  const second = rangeEnd(view, skipArticle(view, jointAt + 1));
  if (second === null) return null;
  const pair = completed(first, second);
  if (pair === null || (pair.isYears && !opened && joint !== '-')) return null;
  const next = skipDayPart(view, second.next);
  const planned = isPlanned(view, at, next);
  const from = resolveAtom(view, pair.first, planned);
  const to = resolveAtom(view, pair.second, planned);
  if (from === null || to === null) return null;
  const days = inOrder(from, to, view, pair);
  const isList = !opened && datePhraseWords.listJoints.has(joint);
  if (isList && days !== null && daysBetween(days.from, days.to) > longestList) return null;
  return days === null
    ? null
    : { ...days, first: at, next, ...(planned && days.to > view.publishedOn ? { role: 'future' } : {}) };
};

type RangeEnd = Atom & { bareDay?: boolean };

/** As an atom, or a day's number alone, or a year alone. */
function rangeEnd(view: DateView, at: number): RangeEnd | null {
  const atom = readAtom(view, at);
  if (atom?.weekday !== undefined && atom.day !== undefined && atom.month === undefined) {
    return { day: atom.day, bareDay: true, next: atom.next };
  }
  if (atom !== null) return withShift(view, atom);
  const year = yearAt(view, at);
  if (year !== null) return { year, next: at + 1 };
  const day = dayNumber(view.tokens[at]);
  return day === null ? null : { day, bareDay: true, next: at + 1 };
}

/** What one end leaves out the other tells: "12" of "12 and 14 March" is in March. */
function completed(
  first: RangeEnd,
  second: RangeEnd,
): { first: Atom; second: Atom; isYears: boolean } | null {
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
function inOrder(from: Days, to: Days, view: DateView, pair: { first: Atom }): Days | null {
  if (from.from <= to.to) return { from: from.from, to: to.to };
  const seen = { ...view, publishedOn: to.to };
  const earlier = resolveAtom(seen, { ...pair.first, shift: undefined }, false);
  return earlier !== null && earlier.from <= to.to ? { from: earlier.from, to: to.to } : null;
}

function skipArticle(view: DateView, at: number): number {
  return datePhraseWords.articles.has(plainAt(view, at)) ? at + 1 : at;
}

/** After "Tuesday" the words "night", "morning", "in the morning"; after "mardi" "soir", "dans la matinée". */
export function skipDayPart(view: DateView, at: number): number {
  if (datePhraseWords.dayParts.has(plainAt(view, at))) return at + 1;
  if (plainAt(view, at) === 'apres' && plainAt(view, at + 1) === '-' && plainAt(view, at + 2) === 'midi')
    return at + 3;
  if (plainAt(view, at) === 'au' && datePhraseWords.auParts.has(plainAt(view, at + 1))) return at + 2;
  return at;
}

/** A deadline so many days ago is meant for the year to come. */
const longestDeadline = 180;

/** One day, month or year with what belongs to it: "last Friday morning", "Wednesday, 19 March 2025", "début mars". */
export const readSingle: DateReader = (view, at) => {
  const lead = leadAt(view, at);
  const atom = readAtom(view, lead.next);
  if (atom === null || isMovement(view, lead.next, atom.next)) return null;
  if (lead.part !== undefined && (atom.day !== undefined || atom.weekday !== undefined)) return null;
  const shifted = withYearWords(view, withShift(view, { ...atom, part: lead.part, shift: lead.shift }));
  if (shifted.year !== undefined && shifted.month === undefined) return null;
  if (shifted.day !== undefined && shifted.month === undefined) return dayOfThisMonth(view, at, shifted);
  const next = skipDayPart(view, shifted.next);
  const planned = shifted.shift !== 'last' && shifted.shift !== 'lastWeek' && isPlanned(view, at, next);
  let days = resolveAtom(view, shifted, planned);
  // "to leave by 15 January", told in December: the next one.
  const isDeadline =
    datePhraseWords.deadlines.has(plainAt(view, at - 1)) ||
    datePhraseWords.farDeadlines.has(plainAt(view, at - 2));
  if (
    isDeadline &&
    days !== null &&
    daysBetween(days.to, view.publishedOn) > longestDeadline &&
    shifted.year === undefined
  ) {
    days = resolveAtom(view, shifted, true);
  }
  if (days === null) return null;
  return { ...days, first: at, next, ...(isOfThatYear(view, next) ? { role: 'past' } : {}) };
};

/** "November of that year", "novembre de cette année-là": of a year told before. */
function isOfThatYear(view: DateView, at: number): boolean {
  const words = [0, 1, 2, 3, 4].map((step) => plainAt(view, at + step));
  if (words[0] === 'of' && words[1] === 'that' && words[2] === 'year') return true;
  return words[0] === 'de' && words[1] === 'cette' && words[2] === 'annee' && words[4] === 'la';
}

function dayOfThisMonth(view: DateView, at: number, atom: Atom): Found | null {
  const day = recentDay(view, atom.day ?? 0, isPlanned(view, at, atom.next));
  return day === null ? null : { from: day, to: day, first: at, next: skipDayPart(view, atom.next) };
}

/** The last such day of a month up to publication, or the next of it where a plan is told. */
function recentDay(view: DateView, day: number, planned: boolean): string | null {
  const year = yearOf(view.publishedOn);
  const month = monthOf(view.publishedOn);
  const ahead = dayAt(year, month, day);
  if (ahead !== null && (ahead <= view.publishedOn || planned)) return ahead;
  return month === 1 ? dayAt(year - 1, 12, day) : dayAt(year, month - 1, day);
}

function leadAt(view: DateView, at: number): { next: number; part?: Atom['part']; shift?: Atom['shift'] } {
  const word = plainAt(view, at);
  const found = partsOfMonth.get(word);
  if (found !== undefined) {
    const hyphen = plainAt(view, at + 1) === '-' ? 1 : 0;
    let next = at + 1 + hyphen;
    for (let read = 0; read < 3 && datePhraseWords.partFillers.has(plainAt(view, next)); read += 1) next += 1;
    return { next, part: found };
  }
  if (datePhraseWords.lastBefore.has(word)) return { next: at + 1, shift: 'last' };
  if (word === 'next' || (word === 'coming' && view.language === 'en'))
    return { next: at + 1, shift: 'next' };
  if (datePhraseWords.thisBefore.has(word)) {
    const next = plainAt(view, at + 1);
    if (datePhraseWords.lastAfterThis.has(next)) return { next: at + 2, shift: 'last' };
    return next === 'coming' ? { next: at + 2, shift: 'next' } : { next: at + 1, shift: 'this' };
  }
  return { next: at };
}

/** "dernier", "prochain", "last week", "de la semaine dernière" after a weekday or a month. */
function withShift(view: DateView, atom: Atom): Atom {
  const i = atom.next;
  const words = [0, 1, 2, 3].map((step) => plainAt(view, i + step));
  if (atom.day !== undefined || atom.year !== undefined) {
    return datePhraseWords.lastAfterDate.has(words[0] ?? '') ? { ...atom, next: i + 1 } : atom;
  }
  if (datePhraseWords.lastAfter.has(words[0] ?? '')) {
    if (words[1] === 'week') return { ...atom, shift: 'lastWeek', next: i + 2 };
    return { ...atom, shift: 'last', next: i + 1 };
  }
  if (datePhraseWords.nextAfter.has(words[0] ?? '')) {
    return words[1] === 'week'
      ? { ...atom, shift: 'nextWeek', next: i + 2 }
      : { ...atom, shift: 'next', next: i + 1 };
  }
  if (atom.weekday === undefined) return atom;
  if (words[0] === 'of' && words[2] === 'week') {
    return datePhraseWords.lastOrNext.has(words[1] ?? '')
      ? { ...atom, shift: words[1] === 'last' ? 'lastWeek' : 'nextWeek', next: i + 3 }
      : atom;
  }
  if (words[0] === 'de' && words[1] === 'la' && words[2] === 'semaine') {
    if (datePhraseWords.lastOfWeek.has(words[3] ?? '')) return { ...atom, shift: 'lastWeek', next: i + 4 };
    if (words[3] === 'prochaine') return { ...atom, shift: 'nextWeek', next: i + 4 };
  }
  return atom;
}

/** "August of last year", "août de l'an dernier", "le 3 mars de cette année". */
function withYearWords(view: DateView, atom: Atom): Atom {
  if (atom.month === undefined || atom.year !== undefined) return atom;
  let i = datePhraseWords.of.has(plainAt(view, atom.next)) ? atom.next + 1 : atom.next;
  const thisYear = yearOf(view.publishedOn);
  if (datePhraseWords.lastOrThis.has(plainAt(view, i)) && plainAt(view, i + 1) === 'year') {
    return { ...atom, year: plainAt(view, i) === 'last' ? thisYear - 1 : thisYear, next: i + 2 };
  }
  if (!datePhraseWords.beforeYear.has(plainAt(view, i))) return atom;
  const isThis = plainAt(view, i) === 'cette';
  if (isThis && plainAt(view, i + 2) === '-' && plainAt(view, i + 3) === 'la') return atom;
  i += 1;
  if (!datePhraseWords.year.has(plainAt(view, i))) return atom;
  if (isThis) return { ...atom, year: thisYear, next: i + 1 };
  const isLast = datePhraseWords.lastOfYear.has(plainAt(view, i + 1));
  return isLast ? { ...atom, year: thisYear - 1, next: i + 2 } : atom;
}

/** "19/03/2025", "19.03.2025", "2025-03-19"; a day that can be no month settles which comes first, else the day does. */
export const readNumeric: DateReader = (view, at) => {
  const parts = [0, 2, 4].map((step) => view.tokens[at + step]);
  const [a, b, c] = parts;
  const mark = view.tokens[at + 1];
  if (a?.kind !== 'number' || b?.kind !== 'number' || c?.kind !== 'number' || a.text.length > 4) return null;
  if (!/^[/.-]$/.test(mark?.text ?? '') || view.tokens[at + 3]?.text !== mark?.text) return null;
  if (c.end - a.start !== a.text.length + b.text.length + c.text.length + 2) return null;
  const isIso = a.text.length === 4;
  const year = (isIso ? a : c).value ?? 0;
  const [day, month] = isIso ? [c.value ?? 0, b.value ?? 0] : [a.value ?? 0, b.value ?? 0];
  if (!isIso && c.text.length !== 4) return null;
  const date = dayAt(year, month, day) ?? (isIso ? null : dayAt(year, day, month));
  return date === null ? null : { from: date, to: date, first: at, next: at + 5 };
};

/** "on the 19th", "le 19", "le 19 de ce mois": of this month or the last. */
export const readDayAlone: DateReader = (view, at) => {
  const article = plainAt(view, at);
  const token = view.tokens[at + 1];
  const day = dayNumber(token);
  if (day === null || token === undefined) return null;
  if (article === 'the' ? !token.ordinal || plainAt(view, at - 1) !== 'on' : article !== 'le') return null;
  if (view.language === 'fr' && token.ordinal && day !== 1) return null;
  const after = view.tokens[at + 2];
  const ends = after === undefined || after.kind === 'mark' || datePhraseWords.afterDayAlone.has(after.plain);
  if (!ends || after?.low === '/' || (after?.low === '-' && after.start === token.end) || after?.low === '%')
    return null;
  return dayOfThisMonth(view, at, { day, next: at + 2 });
};
