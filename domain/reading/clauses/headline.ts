import { phrases } from '../lexicon/modality/phrases.ts';
import { placeRuleWords } from '../lexicon/story/places.ts';
import type { ReadSentence } from './read-sentence.ts';
import { wordsBetween } from './words-of-sentence.ts';

/** Headlines that speak of what was told before, and tell nothing new of it. */

/** Behind an abduction its end stands so near, in tokens. */
const undoneReach = 8;

const explanation = new RegExp(`(?:^|[:|] )${phrases.explanations}(?: |$)`, 'u');

/** "How the raid on Beni unfolded", "Ce que l'on sait de l'attaque": it looks back or explains. */
export function isExplanation({ isHeadline, tokens }: ReadSentence): boolean {
  return isHeadline && explanation.test(wordsBetween(tokens, 0, tokens.length));
}

const undone = new RegExp(`(?:^| )${phrases.undone}(?: |$)`, 'u');

/** "Priest abducted in Uvira freed": the news is what came after. */
export function isUndone({ tokens }: ReadSentence, end: number): boolean {
  const stop = tokens.findIndex(({ isWord }, i) => i >= end && !isWord);
  const to = Math.min(end + undoneReach, stop < 0 ? tokens.length : stop);
  return undone.test(wordsBetween(tokens, end, to));
}

/** "Mweso attack: governor calls for calm": the noun and its place are what the headline is about. */
export function isLabel({ isHeadline, tokens, places, deaths }: ReadSentence, end: number): boolean {
  if (!isHeadline || deaths.length > 0) return false;
  const isOfPlace = (at: number) =>
    placeRuleWords.locatives.has(tokens[at]!.word) ||
    placeRuleWords.of.has(tokens[at]!.word) ||
    places.some(({ first, last }) => at >= first && at < last);
  let at = end;
  while (at < tokens.length && isOfPlace(at)) at += 1;
  return tokens[at]?.raw === ':';
}

/** So far before what they died in the dead are counted, in tokens: "Deux morts dans l'explosion d'une bombe". */
const tollReach = 3;

/** The headline counts the dead of what it then names: it is told here. */
export function isTollOf({ isHeadline, deaths }: ReadSentence, first: number): boolean {
  return (
    isHeadline &&
    deaths.some(({ of, last }) => of.kind === 'killed' && last <= first && last + tollReach >= first)
  );
}
