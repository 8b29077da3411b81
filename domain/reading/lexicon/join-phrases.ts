import type { Language } from '../text/text.ts';
import { eachLanguage } from './join-words.ts';

/** Alternatives of regular expressions by what they decide. */
type Phrases<Name extends string> = Record<Name, readonly string[]>;

/** The alternatives of all languages, each list in one group of a regular expression: "(?:a|b|c)". */
export function joinedPhrases<Name extends string>(
  byLanguage: Record<Language, Phrases<Name>>,
): Record<Name, string> {
  const languages = Object.values<Phrases<Name>>(byLanguage);
  const names = Object.keys(languages[0]!) as Name[];
  return grouped(names, (name) => languages.flatMap((phrases) => phrases[name]));
}

/** Those of each language by themselves, for rules that ask one language. */
export function phrasesByLanguage<Name extends string>(
  byLanguage: Record<Language, Phrases<Name>>,
): Record<Language, Record<Name, string>> {
  return eachLanguage(byLanguage, (phrases) =>
    grouped(Object.keys(phrases) as Name[], (name) => phrases[name]),
  );
}

function grouped<Name extends string>(
  names: readonly Name[],
  alternativesOf: (name: Name) => readonly string[],
): Record<Name, string> {
  const groups = names.map((name) => [name, `(?:${alternativesOf(name).join('|')})`]);
  return Object.fromEntries(groups) as Record<Name, string>;
}
