import { besideWords } from '../reading/lexicon/gazetteer/beside.ts';
import { tokenWords } from '../reading/lexicon/text/tokens.ts';
import type { Token } from '../reading/text/text.ts';

/** Whether the word at `k` goes on with a name behind an apostrophe: "N'djili", "Gao'er"; not "l'Ituri", "N'est-ce". */
export function isBehindApostrophe(tokens: readonly Token[], k: number): boolean {
  const [first, token] = [tokens[k - 1], tokens[k]];
  if (!first || token?.before !== 'apostrophe' || first.shape === 'lower' || first.shape === 'number')
    return false;
  // "Goma's", "We'll"
  if (token.plain.length < 2 || token.shape === 'number') return false;
  return !(tokenWords.elided.has(first.plain) && besideWords.elidedBefore.has(token.plain[0]!));
}
