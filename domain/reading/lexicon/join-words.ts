import type { Language } from '../text/text.ts';

/** Lists of words by what they decide, each with its words parted by blanks. */
type WordLists<Name extends string> = Record<Name, string>;
type WordSets<Name extends string> = Record<Name, ReadonlySet<string>>;

/** The words of a text, parted by blanks. */
function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

function namesOf<Name extends string>(lists: WordLists<Name>): Name[] {
  return Object.keys(lists) as Name[];
}

/**
 * The lists of all languages in one, for what a rule asks of a word in whatever language: reports quote each other. A
 * language that has no word for a list says so with an empty one.
 */
export function joinedWords<Name extends string>(
  byLanguage: Record<Language, WordLists<Name>>,
): WordSets<Name> {
  const languages = Object.values<WordLists<Name>>(byLanguage);
  const sets = namesOf(byLanguage.en).map((name) => [
    name,
    wordSet(languages.map((lists) => lists[name]).join(' ')),
  ]);
  return Object.fromEntries(sets);
}

/** The lists of each language by themselves, for words that mean something else in another one. */
export function wordsByLanguage<Name extends string>(
  byLanguage: Record<Language, WordLists<Name>>,
): Record<Language, WordSets<Name>> {
  const setsOf = (lists: WordLists<Name>) => namesOf(lists).map((name) => [name, wordSet(lists[name])]);
  return Object.fromEntries(
    Object.entries<WordLists<Name>>(byLanguage).map(([language, lists]) => [
      language,
      Object.fromEntries(setsOf(lists)),
    ]),
  ) as Record<Language, WordSets<Name>>;
}
