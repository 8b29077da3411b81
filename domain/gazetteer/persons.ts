import { besideWords } from '../reading/lexicon/gazetteer/beside.ts';
import { personWords } from '../reading/lexicon/gazetteer/persons.ts';
import { properNames } from '../reading/lexicon/gazetteer/proper-names.ts';
import type { Token } from '../reading/text/text.ts';

/** Tells names of people and militias from names of places. */

/** Last names of the people whom a text names in full or with a title. */
export function personNamesIn(sentences: readonly (readonly Token[])[]): Set<string> {
  const names = new Set<string>();
  for (const tokens of sentences) {
    for (let i = 1; i < tokens.length; i++) {
      const token = tokens[i]!;
      if (token.shape === 'lower' || token.shape === 'number') continue;
      const before = tokens[i - 1]!;
      if (token.before !== 'space' && token.before !== 'dot') continue;
      if (isFirstName(before) || isTitle(before)) {
        names.add(token.plain);
        // "Félix Antoine Tshisekedi", "General Sultani Makenga"
        const next = tokens[i + 1];
        if (
          next &&
          next.before === 'space' &&
          next.shape !== 'lower' &&
          next.shape !== 'number' &&
          !personWords.followers.has(next.plain)
        )
          names.add(next.plain);
      }
    }
  }
  return names;
}

function isFirstName(token: Token): boolean {
  return token.shape !== 'lower' && personWords.firstNames.has(token.plain);
}

function isTitle(token: Token): boolean {
  return personWords.titles.has(token.plain);
}

/** Whether the words from `at` on are a person's or a militia's name. */
export function isPersonName(
  tokens: readonly Token[],
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
    if (properNames.militias.has(before.plain) && before.shape !== 'lower') return 'certain';
  }
  if (before && besideWords.links.has(before.plain) && personWords.kin.has(tokens[at - 2]?.plain ?? ''))
    return 'certain';
  if (isCalledByTrade(tokens, at, length)) return 'certain';
  if (length > 1) return 'no';
  if (properNames.leaders.has(token.plain)) return 'certain';
  if (personWords.firstNames.has(token.plain) && next?.before === 'space' && next.shape !== 'lower')
    return 'certain';
  if (personWords.firstNames.has(token.plain)) return 'likely';
  if (persons.has(token.plain)) return 'likely';
  if (next && next.before === 'space') {
    const isName =
      !isTitleCase &&
      (next.shape === 'Capital' || next.shape === 'UPPER') &&
      !personWords.followers.has(next.plain) &&
      !besideWords.links.has(next.plain);
    if (isName) return 'likely';
    const isAuxiliary =
      personWords.auxiliaries.has(next.plain) && personWords.speech.has(tokens[at + length + 1]?.plain ?? '');
    if (personWords.speech.has(next.plain) || isAuxiliary) return 'likely';
  }
  return 'no';
}

/** From the "a" of ", a young gold trader," to what the person is, in words. */
const tradeReach = 4;

/** "Austin Goma, a trader, …", "Austin Goma, un commerçant de la ville"; not "in Goma, a trader was shot". */
export function isCalledByTrade(tokens: readonly Token[], at: number, length: number): boolean {
  const before = tokens[at - 1];
  if (before && tokens[at]!.before !== 'break' && besideWords.locatives.has(before.plain)) return false;
  const article = tokens[at + length];
  if (article?.before !== 'break' || !personWords.indefinite.has(article.plain)) return false;
  for (let k = at + length + 1; k <= at + length + tradeReach; k++) {
    const token = tokens[k];
    if (!token || token.before === 'break') return false;
    if (!personWords.occupations.has(token.plain)) continue;
    const next = tokens[k + 1];
    if (!next || next.before === 'break' || besideWords.locatives.has(next.plain)) return true;
  }
  return false;
}
