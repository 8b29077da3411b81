import type { Language } from '../../text/text.ts';
import { eachLanguage, joinedWords, wordsByLanguage } from '../join-words.ts';
import { type Lexicon, tablesOf } from '../lexicons.ts';

const lists = tablesOf('endings');

type Ending = keyof Lexicon['endings'];

const patterns = eachLanguage(
  wordsByLanguage(lists),
  (endings) => new Map(Object.entries(endings).map(([name, words]) => [name, patternOf(words)])),
);
const plural = patternOf(joinedWords(lists).plurals);

/** Matches what ends so; nothing where the list is empty. */
function patternOf(endings: ReadonlySet<string>): RegExp {
  return endings.size === 0 ? /(?!)/ : new RegExp(`(?:${[...endings].join('|')})$`, 'u');
}

/** True where a word of the language ends so. */
export function hasEnding(word: string, language: Language, ending: Ending): boolean {
  return patterns[language].get(ending)!.test(word);
}

/** True for a word that may be a plural in any language. */
export function isPlural(word: string): boolean {
  return plural.test(word);
}

/** The word without what makes it a plural. */
export function singularOf(word: string): string {
  return word.replace(plural, '');
}
