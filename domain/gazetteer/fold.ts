/** Names as they are compared: without case and accents, and by how they sound. */

const plainLetters: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** A word in lower case without accents. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  // Most words are plain ASCII: they need no decomposition.
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøłđı]/g, (letter) => plainLetters[letter]!);
}

/** The folded words of a name: hyphens, apostrophes and dots part words. */
export function wordsOf(name: string): string[] {
  return fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * A key that spellings of one Central African name share: `Rutchuru` and `Rutshuru`, `Walowa` and `Waloa`, `Nyabyondo`
 * and `Nyabiondo`. French, English and Belgian habits write one sound in several ways; vowels are kept, as names of
 * the region differ by them.
 */
export function soundKey(words: readonly string[]): string {
  return words
    .join('')
    .replace(/tch|tsh|sh|ch/g, 'x')
    .replace(/dj|dg(?=[eiy])/g, 'j')
    .replace(/ph/g, 'f')
    .replace(/qu?|ck|c(?=[aou]|[^eihxy]|$)/g, 'k')
    .replace(/gh(?=[aeiou])|gu(?=[eiy])/g, 'g')
    .replace(/ou|oo|w/g, 'u')
    .replace(/y|ij/g, 'i')
    .replace(/z/g, 's')
    .replace(/l/g, 'r')
    .replace(/h/g, '')
    .replace(/m(?=[bp])|n(?=[dgjkt])/g, 'n')
    .replace(/u(?=[aeio])/g, 'u')
    .replace(/o(?=a)/g, 'u')
    .replace(/(.)\1+/g, '$1');
}
