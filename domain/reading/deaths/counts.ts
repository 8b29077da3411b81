import { months, shortMonths } from '../lexicon/dates/dates.ts';
import { countingWords, countingWordsOf } from '../lexicon/deaths/counts.ts';
import { deathCues } from '../lexicon/deaths/deaths.ts';
import { hasEnding, isPlural, singularOf } from '../lexicon/grammar/endings.ts';
import { traits } from '../lexicon/grammar/traits.ts';
import { boundAt } from '../numbers/bounds.ts';
import { readCardinal } from '../numbers/numbers.ts';
import { readQuantity } from '../numbers/quantity.ts';
import type { Language, Token } from '../text/text.ts';
import { isCapital } from '../text/tokens.ts';

/** So many of somebody: "at least 35 people", "a woman", "no soldier", "12". */
export type Count = {
  /** Index of its first token and of the token after it, who they are included. */
  first: number;
  next: number;
  low: number | null;
  best: number | null;
  high: number | null;
  who: string | null;
  /** True for people; null where the word is not known or missing. */
  isPeople: boolean | null;
  /** "including 12", "dont 12": a part of another count. */
  isPart: boolean;
  /** A number was written, not just "a" or "un". */
  isNumbered: boolean;
};

const longestName = 5;
/** So many tokens a list of ages has at most. */
const longestAges = 9;

/** The counts of a sentence by the index of their first token. Linear in the number of tokens. */
export function findCounts(tokens: readonly Token[], language: Language): Count[] {
  const counts: Count[] = [];
  for (let i = 0; i < tokens.length; ) {
    const count = countAt(tokens, i, language);
    if (count !== null) counts.push(count);
    i = count === null ? i + 1 : count.next;
  }
  return counts;
}

function countAt(tokens: readonly Token[], at: number, language: Language): Count | null {
  // "No fewer than twelve" counts; it is not none.
  const none = boundAt(tokens, at, language) === null ? noneAt(tokens, at, language) : null;
  if (none !== null) return none;
  if (tokens[at]?.kind === 'mark' || isNamedNumber(tokens, at)) return null;
  const quantity = readQuantity(tokens, at, language) ?? ownedAt(tokens, at, language);
  if (quantity === null || isNoCount(tokens, quantity, language)) return null;
  const named = nameAfter(tokens, quantity.next, language);
  if (named.isPeople === false) return null;
  if (quantity.article && named.isPeople !== true) return null;
  const { low, best, high } = quantity;
  const isPart = isPartOf(tokens, at) || isOfThem(tokens, quantity.next);
  return {
    first: at,
    next: named.next,
    low,
    best,
    high,
    who: named.who,
    isPeople: named.isPeople,
    isPart,
    isNumbered: !quantity.article,
  };
}

/** "the two soldiers", "her three children", "les cinq civils". */
function ownedAt(tokens: readonly Token[], at: number, language: Language): ReturnType<typeof readQuantity> {
  if (!countingWords.owners.has(tokens[at]?.plain ?? '')) return null;
  const cardinal = readCardinal(tokens, at + 1, language);
  if (cardinal === null || cardinal.article) return null;
  const { value, next } = cardinal;
  return { low: value, best: value, high: value, first: at, next, article: false };
}

/** "no one", "nobody", "no civilians", "aucun mort", "pas de victime". */
function noneAt(tokens: readonly Token[], at: number, language: Language): Count | null {
  const word = tokens[at]?.plain ?? '';
  const [second, third] = [tokens[at + 1]?.plain ?? '', tokens[at + 2]?.plain ?? ''];
  const zero = { first: at, low: 0, best: 0, high: 0, isPart: false, isNumbered: true };
  const of = countingWordsOf[language];
  if (of.without.has(word) && of.life.has(second)) return null;
  const length =
    of.nobody.has(word) || (of.nobodyBeforeNe.has(word) && of.ne.has(second))
      ? 1
      : of.no.has(word) && of.one.has(second)
        ? 2
        : 0;
  if (length > 0) return { ...zero, next: at + length, who: null, isPeople: true };
  let skip = of.no.has(word) || of.none.has(word) || of.withoutAny.has(word) || of.zero.has(word) ? 1 : 0;
  if ((of.withoutAny.has(word) && of.any.has(second)) || (of.not.has(word) && of.ofNone.has(second)))
    skip = 2;
  if (of.without.has(word)) skip = of.making.has(second) ? (of.ofNone.has(third) ? 3 : 2) : 1;
  if (skip === 0) return null;
  if (of.beforeNobody.has(tokens[at + skip]?.plain ?? '')) skip += 1;
  const named = nameAfter(tokens, at + skip, language);
  return named.isPeople === false ? null : { ...zero, ...named };
}

/** "Route 4", "Resolution 2773", "RN 2", "No. 5": the number is a name. */
function isNamedNumber(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'number') return false;
  let before = tokens[at - 1];
  if (before?.plain === '.') before = tokens[at - 2];
  return before !== undefined && countingWords.namers.has(before.plain);
}

/** Dates, times, ages and sums of money. */
function isNoCount(
  tokens: readonly Token[],
  quantity: { first: number; next: number },
  language: Language,
): boolean {
  if (isAge(tokens, quantity.first)) return true;
  const { first, next } = quantity;
  const after = tokens[next];
  const before = tokens[first - 1];
  const last = tokens[next - 1];
  if (last?.kind === 'number' && last.value !== null && !Number.isInteger(last.value)) return true;
  if (after !== undefined && (/^[%$€£:°]$/.test(after.plain) || countingWords.hours.has(after.plain)))
    return true;
  if (before !== undefined && /^[$€£#]$/.test(before.plain)) return true;
  if (
    after?.plain === '-' &&
    after.start === last?.end &&
    countingWords.hyphenUnits.has(tokens[next + 1]?.plain ?? '')
  )
    return true;
  if (after !== undefined && isMonth(after, language)) return true;
  if (
    before !== undefined &&
    traits[language].dayBehindMonth &&
    isMonth(before, language) &&
    next === first + 1
  )
    return true;
  if (next === first + 1 && last !== undefined && /^(?:19|20|21)\d\d$/.test(last.raw)) {
    return (
      before === undefined ||
      /^[,(-]$/.test(before.plain) ||
      countingWords.beforeYears.has(before.plain) ||
      isMonth(before, language)
    );
  }
  return countingWordsOf[language].beforeDays.has(before?.plain ?? '') && last?.kind === 'number';
}

/** "aged 41, 43 and 57", "de 41 et 57 ans". */
function isAge(tokens: readonly Token[], first: number): boolean {
  const isListed = (at: number) =>
    tokens[at]?.kind === 'number' || (at !== first && countingWords.ageJoints.has(tokens[at]?.plain ?? ''));
  let [from, to] = [first - 1, first];
  while (isListed(from) && from > first - longestAges) from -= 1;
  while (isListed(to) && to < first + longestAges) to += 1;
  const isBeforeUnit = to > first + 1 && countingWords.agesEnd.has(tokens[to]?.plain ?? '');
  return isBeforeUnit || countingWords.aged.has(tokens[from]?.plain ?? '');
}

function isMonth(token: Token, language: Language): boolean {
  const isName = months[language].has(token.plain) || shortMonths[language].has(token.plain);
  return isName && (!traits[language].capitalDays || isCapital(token));
}

type Named = Pick<Count, 'next' | 'who' | 'isPeople'>;

/** Who they are: "Congolese soldiers", "personnes", "young men"; the words up to the first that names people. */
function nameAfter(tokens: readonly Token[], at: number, language: Language): Named {
  let i = at;
  const isOf = countingWords.of.has(tokens[i]?.plain ?? '');
  if (isOf) i += 1;
  const more = countingWords.more.has(tokens[i]?.plain ?? '') ? 1 : 0;
  if (more === 1 || (isOf && countingWords.ofThe.has(tokens[i]?.plain ?? ''))) i += 1;
  i = skipAge(tokens, i);
  const start = i;
  for (; i < start + longestName; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (
      token.plain === '-' &&
      i > start &&
      tokens[i - 1]?.end === token.start &&
      tokens[i + 1]?.start === token.end
    )
      continue;
    if (token.kind !== 'word' || countingWordsOf[language].nameEnds.has(token.plain)) break;
    if (isCue(tokens, i, language, start) && !isAdjective(tokens, i, language)) break;
    if (isAmong(countingWords.people, token.plain) || isOfPeople(token, language)) {
      const next = lastOfName(tokens, i, language);
      return { next, who: wordsOf(tokens, start, next), isPeople: true };
    }
    if (isAmong(countingWords.things, token.plain)) return { next: i + 1, who: null, isPeople: false };
  }
  const first = tokens[start];
  const isNoun = i > start && first !== undefined && isPlural(first.plain) && first.plain.length > 3;
  return isNoun
    ? { next: start + 1, who: wordsOf(tokens, start, start + 1), isPeople: null }
    : { next: at + more, who: null, isPeople: null };
}

/** What follows goes with the name: "police officers", "family members", "soldats congolais", "Casques bleus". */
function lastOfName(tokens: readonly Token[], at: number, language: Language): number {
  const next = tokens[at + 1];
  if (next?.kind !== 'word' || deathCues[language].has(next.plain)) return at + 1;
  const further = tokens[at + 2];
  const isPeoples =
    traits[language].adjectivesFirst &&
    isCapital(next) &&
    further?.kind === 'word' &&
    isAmong(countingWords.people, further.plain);
  if (isPeoples) return at + 3;
  const goesOn = isAmong(countingWords.people, next.plain) || hasEnding(next.plain, language, 'adjectives');
  return goesOn && !countingWordsOf[language].nameEnds.has(next.plain) ? at + 2 : at + 1;
}

/** "Malawians", "a Uruguayan". */
function isOfPeople(token: Token, language: Language): boolean {
  return isCapital(token) && hasEnding(token.plain, language, 'peoples');
}

function isCue(tokens: readonly Token[], at: number, language: Language, start: number): boolean {
  const word = tokens[at]?.plain ?? '';
  if (!deathCues[language].has(word)) return false;
  return (
    at > start ||
    !(isAmong(countingWords.people, word) || isAmong(countingWords.things, word)) ||
    deathCues[language].get(word)?.form !== 'zero'
  );
}

/** "60 displaced people": the word tells who they are, not what happened to them now. */
function isAdjective(tokens: readonly Token[], at: number, language: Language): boolean {
  const cue = deathCues[language].get(tokens[at]?.plain ?? '');
  if (
    !traits[language].adjectivesFirst ||
    cue?.form !== 'participle' ||
    cue.kind === 'killed' ||
    cue.kind === 'injured'
  )
    return false;
  return isAmong(countingWords.people, tokens[at + 1]?.plain ?? '');
}

/** "19-year-old" before "woman". */
function skipAge(tokens: readonly Token[], at: number): number {
  const isAge =
    tokens[at]?.kind === 'number' &&
    tokens[at + 1]?.plain === '-' &&
    countingWords.ageUnits.has(tokens[at + 2]?.plain ?? '');
  return isAge ? (tokens[at + 3]?.plain === '-' ? at + 5 : at + 4) : at;
}

function isAmong(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || words.has(singularOf(word));
}

/** True for a word that names people in any form. */
export function namesPeople(word: string): boolean {
  return isAmong(countingWords.people, word);
}

/** True for a word that names things, animals or units. */
export function namesThings(word: string): boolean {
  return isAmong(countingWords.things, word);
}

function wordsOf(tokens: readonly Token[], first: number, next: number): string {
  let written = '';
  for (let i = first; i < next; i += 1) {
    const token = tokens[i]!;
    const gap = i > first && tokens[i - 1]!.end < token.start ? ' ' : '';
    written += gap + token.raw;
  }
  return written;
}

/** "twelve of them", "sept d'entre eux". */
function isOfThem(tokens: readonly Token[], at: number): boolean {
  const start = countingWords.ofThem.has(tokens[at]?.plain ?? '') ? at + 1 : at;
  return countingWords.them.has(tokens[start]?.plain ?? '');
}

/** "including at least 12", "dont 12", "among them a child", "parmi lesquels deux enfants". */
function isPartOf(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 3); i -= 1) {
    const word = tokens[i]?.plain ?? '';
    if (countingWords.including.has(word)) return true;
    if (countingWords.amongThem.has(word) && countingWords.among.has(tokens[i - 1]?.plain ?? '')) return true;
    if (tokens[i]?.kind === 'mark') return false;
  }
  return false;
}
