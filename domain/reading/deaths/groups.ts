import { deathClauseWords, deathClauseWordsOf } from '../lexicon/deaths/death-clauses.ts';
import { isPlural } from '../lexicon/grammar/endings.ts';
import { isCapital } from '../text/tokens.ts';
import { type CountedSentence, cueAt, skipOn, wordAt } from './counted-sentence.ts';
import type { Count } from './counts.ts';
import { namesPeople, namesThings } from './counts.ts';

/** Those that one word speaks of: one count or several added up, by token index. */
export type Group = {
  first: number;
  next: number;
  low: number | null;
  best: number | null;
  high: number | null;
  who: string | null;
};

/** So far before its verb a subject is looked for, in tokens. */
const subjectReach = 28;

/** More words than this join no counts: "as well as". */
const longestJoint = 3;

/** How many tokens from \`at\` on join counts: "and", "as well as"; 0 where none do. */
function jointFrom(sentence: CountedSentence, at: number): number {
  for (let length = longestJoint; length > 0; length -= 1) {
    const words = Array.from({ length }, (_, i) => wordAt(sentence, at + i));
    if (deathClauseWords.ands.has(words.join('_'))) return length;
  }
  return 0;
}

/** How many tokens before \`at\` join counts. */
function jointBefore(sentence: CountedSentence, at: number): number {
  for (let length = longestJoint; length > 0; length -= 1)
    if (jointFrom(sentence, at - length) === length) return length;
  return 0;
}

/** The counts joined to this one before it: "two soldiers and five rebels". */
export function groupEndingWith(sentence: CountedSentence, count: Count): Group {
  const chain = [count];
  for (let first = count.first; chain.length < 8; ) {
    const joint = jointBefore(sentence, first);
    const isComma = wordAt(sentence, first - 1) === ',';
    if (joint === 0 && !(isComma && chain.length > 1)) break;
    const comma = joint > 0 && wordAt(sentence, first - joint - 1) === ',' ? 1 : 0;
    const before = sentence.endingAt.get(first - Math.max(joint, 1) - comma);
    if (before === undefined || sentence.used.has(before) || before.isPart || before.isPeople !== true) break;
    chain.unshift(before);
    first = before.first;
  }
  return summed(sentence, chain);
}

/** The counts joined to this one after it, except those that another verb takes: "killed 12 and 20 were hurt". */
export function groupStartingWith(sentence: CountedSentence, count: Count): Group {
  const chain = [count];
  let pending: Count[] = [];
  for (let next = count.next; chain.length + pending.length < 8; ) {
    const comma = wordAt(sentence, next) === ',' ? 1 : 0;
    const joint = jointFrom(sentence, next + comma);
    const isAnd = joint > 0;
    if (!isAnd && comma === 0) break;
    const after = sentence.startingAt.get(next + comma + joint);
    if (after === undefined || after.isPart || after.isPeople !== true || isTaken(sentence, after)) break;
    pending.push(after);
    next = after.next;
    if (isAnd) {
      chain.push(...pending);
      pending = [];
    }
  }
  return summed(sentence, chain);
}

/** True where a verb of its own follows the count. */
function isTaken(sentence: CountedSentence, count: Count): boolean {
  for (let i = count.next; i < count.next + 4; i += 1) {
    if (cueAt(sentence, i) !== null) return true;
    if (deathClauseWords.beforeOwnVerb.has(wordAt(sentence, i))) continue;
    return false;
  }
  return true;
}

function summed(sentence: CountedSentence, chain: readonly Count[]): Group {
  for (const count of chain) sentence.used.add(count);
  const add = (values: (number | null)[]) =>
    values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
  const lows = chain.map((count) => count.low).filter((low) => low !== null);
  const names = chain.flatMap((count) => count.who ?? []);
  return {
    first: chain[0]!.first,
    next: chain.at(-1)!.next,
    low: lows.length === 0 ? null : lows.reduce((sum, low) => sum + low, 0),
    best: add(chain.map((count) => count.best)),
    high: add(chain.map((count) => count.high)),
    who: names.length === 0 ? null : names.join(` ${andOf(sentence)} `),
  };
}

/** How the language says "and". */
function andOf({ language }: CountedSentence): string {
  const [and] = deathClauseWordsOf[language].and;
  return and!;
}

const clauseEnds = new Set([';', ':', '.', '!', '?', '…', '(', ')']);

/**
 * The subject of a verb whose first auxiliary stands at `verb`: the nearest count before it in its clause that is not a
 * part of another ("35 people, including 12 children, were killed"). `bare` where people without a number stand there.
 */
export function subjectOf(sentence: CountedSentence, verb: number): Group | 'bare' | 'thing' | null {
  let last = verb - 1;
  if (deathClauseWords.who.has(wordAt(sentence, last))) last -= 1;
  const described = beforeAside(sentence, last);
  if (described !== null) return groupEndingWith(sentence, described);
  for (let i = last; i >= Math.max(0, verb - subjectReach); i -= 1) {
    const count = sentence.endingAt.get(i + 1);
    if (count !== undefined) {
      const isClose = i === last;
      const isSubject =
        !count.isPart &&
        !sentence.used.has(count) &&
        (count.isPeople === true || isClose || (count.who === null && count.isNumbered && i >= last - 1));
      if (isSubject) return groupEndingWith(sentence, count);
      i = count.first;
      continue;
    }
    const token = sentence.tokens[i];
    if (deathClauseWords.years.has(token?.plain ?? '') && sentence.tokens[i - 1]?.kind === 'number') {
      i -= 1;
      if (deathClauseWords.ofYears.has(wordAt(sentence, i - 1))) i -= 1;
      last = i - 1;
      continue;
    }
    if (token === undefined || clauseEnds.has(token.plain)) return null;
    const isPlaceList =
      deathClauseWords.and.has(token.plain) && isName(sentence, i - 1) && isName(sentence, i + 1);
    if (deathClauseWords.and.has(token.plain) && !isPlaceList && i < last) {
      // "460 patients and companions were killed"
      const joined = last - i <= 2 ? sentence.endingAt.get(i) : undefined;
      const isSubject = joined?.isPeople === true && !joined.isPart && !sentence.used.has(joined);
      return isSubject ? groupEndingWith(sentence, joined) : null;
    }
    if (deathClauseWords.clauseStarts.has(token.plain) || (cueAt(sentence, i) !== null && i < last))
      return null;
    if (
      i >= last - 1 &&
      !sentence.endingAt.has(i) &&
      !(deathClauseWords.and.has(wordAt(sentence, i - 1)) && sentence.endingAt.has(i - 1)) &&
      namesPeople(token.plain)
    )
      return isPlural(token.plain) || deathClauseWords.pluralSubjects.has(token.plain)
        ? 'bare'
        : isOnePerson(sentence, i)
          ? { first: i, next: verb, low: 1, best: 1, high: 1, who: token.raw }
          : null;
    if (i === last && namesThings(token.plain) && !isComplement(sentence, i)) return 'thing';
  }
  return null;
}

/** "The governor was killed", "Army chief shot dead": one whom an article names, or who opens a headline. */
function isOnePerson(sentence: CountedSentence, at: number): boolean {
  if (deathClauseWords.collectives.has(wordAt(sentence, at))) return false;
  const before = [1, 2, 3].map((back) => wordAt(sentence, at - back));
  if (before.slice(0, 2).some((word) => deathClauseWords.articlesOfObject.has(word))) return true;
  return at <= 2 && sentence.tokens.slice(0, at).every(({ kind }) => kind === 'word');
}

/** An aside between a subject and its verb is no longer than this, in tokens. */
const asideReach = 22;

/** "Twenty people who had come back, half of them children, were killed": the count before the aside that ends at `at`. */
function beforeAside(sentence: CountedSentence, at: number): Count | null {
  if (wordAt(sentence, at) !== ',') return null;
  for (let i = at - 1; i > at - asideReach && i > 0; i -= 1) {
    const token = sentence.tokens[i];
    if (token === undefined || clauseEnds.has(token.plain)) return null;
    if (!(token.plain === ',' || deathClauseWords.who.has(token.plain))) continue;
    const count = sentence.endingAt.get(i);
    if (count === undefined || count.isPart || count.isPeople !== true || sentence.used.has(count)) continue;
    // "Fifty, of whom": only who opens the clause is its subject.
    return count.isNumbered ? count : null;
  }
  return null;
}

/** "45 residents of the site were killed": the word before the verb only says which ones. */
function isComplement(sentence: CountedSentence, at: number): boolean {
  const article = deathClauseWords.articlesOfComplement.has(wordAt(sentence, at - 1)) ? 1 : 0;
  return deathClauseWords.beforeComplement.has(wordAt(sentence, at - 1 - article));
}

function isName(sentence: CountedSentence, at: number): boolean {
  const token = sentence.tokens[at];
  return token?.kind === 'word' && isCapital(token);
}

/** People without a number as an object: "killed civilians" is several, "killed the governor" one. */
export function bareObject(
  sentence: CountedSentence,
  at: number,
): { next: number; isPlural: boolean; who: string } | null {
  let i = skipOn(sentence, at);
  const { articlesOfObject, pluralArticles } = deathClauseWordsOf[sentence.language];
  // "Matan A alcalde": the article may be one of the words that were skipped.
  const isSkipped = i > at && articlesOfObject.has(wordAt(sentence, i - 1));
  const isArticle = articlesOfObject.has(wordAt(sentence, i));
  const isPluralArticle = pluralArticles.has(wordAt(sentence, i));
  const hasArticle = isArticle || isSkipped;
  if (isArticle) i += 1;
  for (let read = 0; read < 3; read += 1, i += 1) {
    const word = wordAt(sentence, i);
    if (namesThings(word) || sentence.tokens[i]?.kind !== 'word' || cueAt(sentence, i) !== null) return null;
    if (!namesPeople(word)) continue;
    const areMany = isPluralArticle || isPlural(word) || deathClauseWords.pluralObjects.has(word);
    if (!areMany && !hasArticle) return null;
    return { next: i + 1, isPlural: areMany, who: sentence.tokens[i]?.raw ?? word };
  }
  return null;
}
