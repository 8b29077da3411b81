/** Words as they are compared: without case and accents. */

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
