import { weekdays } from '../lexicon/dates/dates.ts';
import { deathClauseWords, deathClauseWordsOf } from '../lexicon/deaths/death-clauses.ts';
import { type DeathCue, deathCues } from '../lexicon/deaths/deaths.ts';
import type { Language, Token } from '../text/text.ts';
import { type Count, findCounts } from './counts.ts';

/** A sentence prepared for the search: its counts by where they start and where they end. */
export type CountedSentence = {
  tokens: readonly Token[];
  language: Language;
  startingAt: ReadonlyMap<number, Count>;
  endingAt: ReadonlyMap<number, Count>;
  /** Counts that a mention has taken. */
  used: Set<Count>;
};

export function countedSentence(tokens: readonly Token[], language: Language): CountedSentence {
  const counts = findCounts(tokens, language);
  return {
    tokens,
    language,
    startingAt: new Map(counts.map((count) => [count.first, count])),
    endingAt: new Map(counts.map((count) => [count.next, count])),
    used: new Set(),
  };
}

export function wordAt(sentence: CountedSentence, at: number): string {
  return sentence.tokens[at]?.plain ?? '';
}

export function cueAt(sentence: CountedSentence, at: number): DeathCue | null {
  const token = sentence.tokens[at];
  return token?.kind === 'word' ? (deathCues[sentence.language].get(token.plain) ?? null) : null;
}

function adverbsOf({ language }: CountedSentence): ReadonlySet<string> {
  return deathClauseWordsOf[language].adverbs;
}

/** The index before the adverbs that end at `at`. */
export function skipBack(sentence: CountedSentence, at: number, most = 3): number {
  let i = at;
  for (let read = 0; read < most && adverbsOf(sentence).has(wordAt(sentence, i)); read += 1) i -= 1;
  return i;
}

/** The index after the adverbs that start at `at`. */
export function skipOn(sentence: CountedSentence, at: number, most = 2): number {
  let i = at;
  for (
    let read = 0;
    read < most && adverbsOf(sentence).has(wordAt(sentence, i)) && !sentence.startingAt.has(i);
    read += 1
  )
    i += 1;
  return i;
}

/** The index after a day that starts at `at`: "ont tué DIMANCHE SOIR onze personnes". */
function skipDay(sentence: CountedSentence, at: number): number {
  const isDay = (i: number) => weekdays[sentence.language].has(wordAt(sentence, i));
  const day = deathClauseWords.beforeWeekdays.has(wordAt(sentence, at)) ? at + 1 : at;
  if (!isDay(day)) return at;
  return deathClauseWords.dayParts.has(wordAt(sentence, day + 1)) ? day + 2 : day + 1;
}

/** The count that ends right before this token, adverbs aside. */
export function countBefore(sentence: CountedSentence, at: number): Count | null {
  const direct = sentence.endingAt.get(at);
  if (direct !== undefined) return direct;
  let i = skipBack(sentence, at - 1);
  if (/^["”»]$/.test(wordAt(sentence, i))) i -= 1;
  return sentence.endingAt.get(i + 1) ?? null;
}

/** The count that starts at this token, adverbs and "of" aside. */
export function countAfter(sentence: CountedSentence, at: number): Count | null {
  let i = skipOn(sentence, skipDay(sentence, skipOn(sentence, at)));
  if (sentence.startingAt.has(i)) return sentence.startingAt.get(i) ?? null;
  if (deathClauseWords.ofAnything.has(wordAt(sentence, i))) i += 1;
  return sentence.startingAt.get(skipOn(sentence, i)) ?? null;
}
