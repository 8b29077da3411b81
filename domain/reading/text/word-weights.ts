import type { TriggerRow } from '../clauses/frames.ts';
import { eachLanguage } from '../lexicon/join-words.ts';
import { tablesOf } from '../lexicon/lexicons.ts';
import { functionWords } from '../lexicon/text/function-words.ts';

/** Shorter words of events are words of other languages too. */
const leastLetters = 4;

/** Language to the weight of each of its words: the fewer languages share a word, the more it tells. */
export const wordWeights: ReadonlyMap<string, ReadonlyMap<string, number>> = weigh();

function weigh(): Map<string, Map<string, number>> {
  const sharedBy = new Map<string, number>();
  const sets = Object.entries(withNews()).map(([language, words]) => [language, new Set(words)] as const);
  for (const [, words] of sets) {
    for (const word of words) sharedBy.set(word, (sharedBy.get(word) ?? 0) + 1);
  }
  const weights = new Map<string, Map<string, number>>();
  for (const [language, words] of sets) {
    for (const word of words) {
      const byLanguage = weights.get(word) ?? new Map<string, number>();
      byLanguage.set(language, 1 / Math.sqrt(sharedBy.get(word) ?? 1));
      weights.set(word, byLanguage);
    }
  }
  return weights;
}

/** The function words of each language; of those that are read also the words of events, for a post has little else. */
function withNews(): Record<string, string[]> {
  const words = Object.entries(functionWords).map(([language, list]) => [language, list.split(' ')] as const);
  const ofEvents = eachLanguage(tablesOf('triggers'), wordsOfEvents);
  const ofTopics = eachLanguage(tablesOf('topics'), ({ civilian, military }) =>
    longWords(`${civilian} ${military}`),
  );
  const ofActors = eachLanguage(tablesOf('actors'), (rows) =>
    rows.flatMap(([phrases]) => longWords(phrases)),
  );
  const news: Record<string, string[]>[] = [ofEvents, ofTopics, ofActors];
  return Object.fromEntries(
    words.map(([language, list]) => [language, [...list, ...news.flatMap((of) => of[language] ?? [])]]),
  );
}

function wordsOfEvents(rows: readonly TriggerRow[]): string[] {
  return rows.flatMap(({ forms }) => Object.values(forms).flatMap(longWords));
}

function longWords(phrases: string): string[] {
  return phrases.split(/[\s;/*]+/).filter((word) => word.length >= leastLetters);
}
