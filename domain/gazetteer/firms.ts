import { nameWords } from '../reading/lexicon/gazetteer/names.ts';
import { personWords } from '../reading/lexicon/gazetteer/persons.ts';
import type { Token } from '../reading/text/text.ts';

/** A firm's name goes on for so many words behind that of a place: "Goma Gold Trading". */
const wordsBehind = 3;

/**
 * Whether the words from `at` on are in the name of a firm, a shop or a street: "Goma Investments", "le bar Goma".
 * In a headline, where all words have a capital, only the next word tells.
 */
export function isFirmName(
  tokens: readonly Token[],
  at: number,
  length: number,
  isTitleCase: boolean,
): boolean {
  const before = tokens[at - 1];
  if (before && tokens[at]!.before === 'space' && nameWords.houses.has(before.plain)) return true;
  const end = at + length + (isTitleCase ? 1 : wordsBehind);
  for (let k = at + length; k < Math.min(tokens.length, end); k++) {
    const { before: gap, shape, plain } = tokens[k]!;
    if (gap !== 'space' || shape === 'lower' || shape === 'number') return false;
    if (nameWords.businesses.has(plain)) return true;
    if (personWords.followers.has(plain)) return false;
  }
  return false;
}
