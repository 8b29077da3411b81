import type { Language } from '../text/text.ts';

/** Alternatives of regular expressions by what they decide. */
type Phrases<Name extends string> = Record<Name, readonly string[]>;

/** The alternatives of all languages in one, for a regular expression: "a|b|c". */
export function joinedPhrases<Name extends string>(
  byLanguage: Record<Language, Phrases<Name>>,
): Record<Name, string> {
  const languages = Object.values<Phrases<Name>>(byLanguage);
  const names = Object.keys(byLanguage.en) as Name[];
  return Object.fromEntries(
    names.map((name) => [name, languages.flatMap((phrases) => phrases[name]).join('|')]),
  ) as Record<Name, string>;
}
