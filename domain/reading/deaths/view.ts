import { deathClauseWords } from '../lexicon/death-clauses.ts';
import { type DeathCue, deathCues } from '../lexicon/deaths.ts';
import type { Token } from '../numbers/number-tokens.ts';
import type { Language } from '../text/text.ts';
import { type Count, findCounts } from './counts.ts';

/** A sentence prepared for the search: its counts by where they start and where they end. */
export type DeathsView = {
  tokens: readonly Token[];
  language: Language;
  startingAt: ReadonlyMap<number, Count>;
  endingAt: ReadonlyMap<number, Count>;
  /** Counts that a mention has taken. */
  used: Set<Count>;
};

export function deathsView(tokens: readonly Token[], language: Language): DeathsView {
  const counts = findCounts(tokens, language);
  return {
    tokens,
    language,
    startingAt: new Map(counts.map((count) => [count.first, count])),
    endingAt: new Map(counts.map((count) => [count.next, count])),
    used: new Set(),
  };
}

export function wordAt(view: DeathsView, at: number): string {
  return view.tokens[at]?.plain ?? '';
}

export function cueAt(view: DeathsView, at: number): DeathCue | null {
  const token = view.tokens[at];
  return token?.kind === 'word' ? (deathCues[view.language].get(token.plain) ?? null) : null;
}

/** The index before the adverbs that end at `at`. */
export function skipBack(view: DeathsView, at: number, most = 3): number {
  let i = at;
  for (let read = 0; read < most && deathClauseWords.adverbs.has(wordAt(view, i)); read += 1) i -= 1;
  return i;
}

/** The index after the adverbs that start at `at`. */
export function skipOn(view: DeathsView, at: number, most = 2): number {
  let i = at;
  for (
    let read = 0;
    read < most && deathClauseWords.adverbs.has(wordAt(view, i)) && !view.startingAt.has(i);
    read += 1
  )
    i += 1;
  return i;
}

/** The count that ends right before this token, adverbs aside. */
export function countBefore(view: DeathsView, at: number): Count | null {
  const direct = view.endingAt.get(at);
  if (direct !== undefined) return direct;
  let i = skipBack(view, at - 1);
  if (/^["”»]$/.test(wordAt(view, i))) i -= 1;
  return view.endingAt.get(i + 1) ?? null;
}

/** The count that starts at this token, adverbs and "of" aside. */
export function countAfter(view: DeathsView, at: number): Count | null {
  let i = skipOn(view, at);
  if (view.startingAt.has(i)) return view.startingAt.get(i) ?? null;
  if (deathClauseWords.ofAnything.has(wordAt(view, i))) i += 1;
  return view.startingAt.get(skipOn(view, i)) ?? null;
}
