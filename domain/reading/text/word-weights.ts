import { functionWords } from '../lexicon/text/function-words.ts';

/** Language to the weight of each of its words: the fewer languages share a word, the more it tells. */
export const wordWeights: ReadonlyMap<string, ReadonlyMap<string, number>> = weigh();

function weigh(): Map<string, Map<string, number>> {
  const sharedBy = new Map<string, number>();
  const sets = Object.entries(functionWords).map(
    ([language, words]) => [language, new Set(words.split(' '))] as const,
  );
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
