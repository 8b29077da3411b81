import { besideWords } from '../reading/lexicon/gazetteer/beside.ts';
import { personWords } from '../reading/lexicon/gazetteer/persons.ts';
import { properNames } from '../reading/lexicon/gazetteer/proper-names.ts';
import type { NameToken } from './name-tokens.ts';

/** Tells names of people and militias from names of places. */

/** Last names of the people whom a text names in full or with a title. */
export function personNamesIn(sentences: readonly (readonly NameToken[])[]): Set<string> {
  const names = new Set<string>();
  for (const tokens of sentences) {
    for (let i = 1; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.shape === 'lower' || token.shape === 'number') continue;
      const before = tokens[i - 1]!;
      if (token.before !== 'space' && token.before !== 'dot') continue;
      if (isFirstName(before) || isTitle(before)) {
        names.add(token.folded);
        // "Félix Antoine Tshisekedi", "General Sultani Makenga"
        const next = tokens[i + 1];
        if (
          next &&
          next.before === 'space' &&
          next.shape !== 'lower' &&
          next.shape !== 'number' &&
          !personWords.followers.has(next.folded)
        )
          names.add(next.folded);
      }
    }
  }
  return names;
}

function isFirstName(token: NameToken): boolean {
  return token.shape !== 'lower' && personWords.firstNames.has(token.folded);
}

function isTitle(token: NameToken): boolean {
  return personWords.titles.has(token.folded);
}

/** Whether the words from `at` on are a person's or a militia's name. */
export function isPersonName(
  tokens: readonly NameToken[],
  at: number,
  length: number,
  persons: ReadonlySet<string>,
  isTitleCase: boolean,
): 'certain' | 'likely' | 'no' {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const next = tokens[at + length];
  if (before && (token.before === 'space' || token.before === 'hyphen' || token.before === 'dot')) {
    if (isFirstName(before) || (isTitle(before) && token.before !== 'hyphen')) return 'certain';
    if (properNames.militias.has(before.folded) && before.shape !== 'lower') return 'certain';
  }
  if (length > 1) return 'no';
  if (properNames.leaders.has(token.folded)) return 'certain';
  if (personWords.firstNames.has(token.folded) && next?.before === 'space' && next.shape !== 'lower')
    return 'certain';
  if (personWords.firstNames.has(token.folded)) return 'likely';
  if (persons.has(token.folded)) return 'likely';
  if (next && next.before === 'space') {
    const isName =
      !isTitleCase &&
      (next.shape === 'Capital' || next.shape === 'UPPER') &&
      !personWords.followers.has(next.folded) &&
      !besideWords.links.has(next.folded);
    if (isName) return 'likely';
    const isAuxiliary =
      personWords.auxiliaries.has(next.folded) &&
      personWords.speech.has(tokens[at + length + 1]?.folded ?? '');
    if (personWords.speech.has(next.folded) || isAuxiliary) return 'likely';
  }
  return 'no';
}
