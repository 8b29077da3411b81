import { type Language, languages } from './text.ts';
import { visible } from './visible.ts';
import { wordWeights } from './word-weights.ts';

/** Function words repeat: more text than this tells no more. */
const sampleLength = 30_000;
/** Words outside quotes that are enough to leave the quotes out: a French report may quote in English. */
const enoughUnquoted = 6;
/** Of the words of running prose at least so many are function words; in those that are read it is near a half. */
const leastShare = 0.12;
/** A second language must stay clearly behind the first. */
const clearLead = 1.12;

const wordPattern = /[\p{L}\p{M}]+/gu;
const quotePattern = /["“«][^"”»“«\n]{0,1500}["”»]/g;

/**
 * The language of a text by its script and its function words: one that is read, another one, or `none` where there is too
 * little to tell or no prose at all (empty, numbers, binary, a list of names). Looks at the first 30,000 characters.
 *
 * `hint` is the language that its publisher writes in: it decides where the words leave it open and speak for no other
 * language, as in a short title.
 */
export function detectLanguage(text: string, hint: Language | null = null): Language | 'other' | 'none' {
  const sample = visible(text.slice(0, sampleLength)).text;
  if (isBinary(sample)) return 'none';
  const script = otherScript(sample);
  if (script !== null) return script;
  const words = wordsOf(sample);
  const unquoted = byWords(wordsOf(sample.replace(quotePattern, ' ')), enoughUnquoted);
  const told = unquoted === 'none' ? byWords(words, 3) : unquoted;
  if (told !== 'none' && told !== 'close') return told;
  if (hint !== null && isNotBehind(hint, words)) return hint;
  return told === 'close' ? 'other' : 'none';
}

/** True where no language is clearly ahead of this one. */
function isNotBehind(language: Language, written: readonly string[]): boolean {
  const { scores } = weighWords(written);
  return (scores.get(language) ?? 0) * clearLead >= Math.max(0, ...scores.values());
}

function isBinary(sample: string): boolean {
  let odd = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffd || code === 127) odd += 1;
  }
  return odd > 2 && odd > sample.length * 0.02;
}

/** `other` for text mostly in another script than the Latin, `none` for text with hardly any letters. */
function otherScript(sample: string): 'other' | 'none' | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters < 4) return 'none';
  if (letters - latin > latin) return 'other';
  return latin < 8 ? 'none' : null;
}

function wordsOf(sample: string): string[] {
  return sample.match(wordPattern) ?? [];
}

function weighWords(written: readonly string[]): {
  words: string[];
  scores: Map<string, number>;
  known: number;
} {
  const words = written.map((word) => word.toLowerCase());
  const scores = new Map<string, number>();
  let known = 0;
  for (const word of words) {
    const weights = wordWeights.get(word);
    if (weights === undefined) continue;
    known += 1;
    for (const [language, weight] of weights) scores.set(language, (scores.get(language) ?? 0) + weight);
  }
  return { words, scores, known };
}

/** `close`: two languages are so near to each other that the words do not decide. */
function byWords(written: readonly string[], least: number): Language | 'other' | 'none' | 'close' {
  const { words, scores, known } = weighWords(written);
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (words.length < least || new Set(words).size < 3) return 'none';
  const isProse =
    looksLikeProse(words) && written.filter((word) => /^\p{Lu}/u.test(word)).length < words.length * 0.6;
  if (first === undefined) return isProse && words.length >= 6 ? 'other' : 'none';
  if (known / words.length < leastShare || first[1] < 1)
    return isProse && words.length >= 6 ? 'other' : 'none';
  const language = languages.find((one) => one === first[0]);
  if (language === undefined) return 'other';
  if (second !== undefined && first[1] < second[1] * clearLead) return words.length < 12 ? 'none' : 'close';
  return language;
}

/** Words of many kinds and usual length, most with a vowel: a language that no list knows, not keys hit at random. */
function looksLikeProse(words: readonly string[]): boolean {
  const distinct = new Set(words);
  const usual = words.filter(
    (word) => word.length <= 18 && /[aeiouyàâäéèêëîïôöùûüáíóúãõąęıăâșțơưạọ]/u.test(word),
  );
  const length = words.reduce((sum, word) => sum + word.length, 0) / words.length;
  return (
    distinct.size >= Math.min(6, words.length) &&
    usual.length / words.length > 0.8 &&
    length > 2 &&
    length < 12
  );
}
