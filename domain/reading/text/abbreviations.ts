import { sentenceWords } from '../lexicon/text/sentences.ts';
import { webAddresses } from '../lexicon/text/web-addresses.ts';

/**
 * True where the full stop after this word belongs to the word. `next` is the word after the stop, as written; empty
 * where none follows.
 */
export function isAbbreviation(word: string, next: string): boolean {
  const low = word.toLowerCase();
  if (sentenceWords.abbreviations.has(low)) return true;
  const startsUpper = word[0] !== undefined && word[0] !== low[0];
  if (sentenceWords.capitalAbbreviations.has(low) && startsUpper) return true;
  if (sentenceWords.abbreviationsBeforeNumbers.has(low)) return /^\d/.test(next);
  const isInitial = startsUpper && word.length === 1;
  const isAcronym = /^(?:\p{L}\.){1,4}\p{L}$/u.test(word);
  if (!isInitial && !isAcronym) return false;
  if (next === '' || /^\p{L}\./u.test(next)) return next !== '';
  return !sentenceWords.starters.has(next.replace(/\.+$/, '').toLowerCase());
}

/** True where a full stop with no space after it stands in a web address. */
export function isDomain(next: string): boolean {
  return webAddresses.ends.has(next.toLowerCase());
}
