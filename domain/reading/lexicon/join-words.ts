import type { Language } from '../text/text.ts';

/** Lists of words by what they decide, each with its words parted by blanks. */
type WordLists<Name extends string> = Record<Name, string>;
type WordSets<Name extends string> = Record<Name, ReadonlySet<string>>;

/** The words of a text, parted by blanks. */
function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** What is made of the lists of each language by themselves. */
export function eachLanguage<Lists, Made>(
  byLanguage: Record<Language, Lists>,
  make: (lists: Lists) => Made,
): Record<Language, Made> {
  const made = Object.entries<Lists>(byLanguage).map(([language, lists]) => [language, make(lists)]);
  return Object.fromEntries(made) as Record<Language, Made>;
}

/**
 * The lists of all languages in one, for what a rule asks of a word in whatever language: reports quote each other. A
 * language that has no word for a list says so with an empty one.
 */
export function joinedWords<Name extends string>(
  byLanguage: Record<Language, WordLists<Name>>,
): WordSets<Name> {
  const languages = Object.values<WordLists<Name>>(byLanguage);
  const names = Object.keys(languages[0]!) as Name[];
  const sets = names.map((name) => [name, new Set(languages.flatMap((lists) => wordsOf(lists[name])))]);
  return Object.fromEntries(sets);
}

/** The lists of each language by themselves, for words that mean something else in another one. */
export function wordsByLanguage<Name extends string>(
  byLanguage: Record<Language, WordLists<Name>>,
): Record<Language, WordSets<Name>> {
  return eachLanguage(byLanguage, wordSets);
}

/** Each list as a set. */
export function wordSets<Name extends string>(lists: WordLists<Name>): WordSets<Name> {
  const sets = Object.entries<string>(lists).map(([name, words]) => [name, new Set(wordsOf(words))]);
  return Object.fromEntries(sets);
}

/** Each word of the lists with what `read` makes of the name of its list. */
export function namesByWord<Value>(
  lists: Partial<Record<string, string>>,
  read: (name: string) => Value,
): [word: string, value: Value][] {
  return Object.entries(lists).flatMap(([name, words]) =>
    wordsOf(words ?? '').map((word): [string, Value] => [word, read(name)]),
  );
}
