import { deathClauseWords } from '../lexicon/deaths/death-clauses.ts';
import type { DeathsKind } from '../lexicon/deaths/death-words.ts';
import type { Language, Span, Token } from '../text/text.ts';
import { type CountedSentence, countedSentence, cueAt } from './counted-sentence.ts';
import { cumulativeMarks } from './cumulative.ts';
import type { Group } from './groups.ts';
import { readToll } from './toll.ts';
import { countedBy } from './who-is-counted.ts';

/** People killed, injured, displaced, abducted or arrested, as one sentence counts them; offsets within the sentence. */
export type DeathsMention = Span & {
  /** Null where the words set no such bound: "at least 35" has no high, "civilians were killed" no best. */
  low: number | null;
  best: number | null;
  high: number | null;
  /** Who they are, as written ("Congolese soldiers"); several kinds are joined with "and" or "et". */
  who: string | null;
  kind: DeathsKind;
  /** A total over a longer time ("since January"), not what one event cost. */
  cumulative: boolean;
};

type Found = Group & { kind: DeathsKind };

/** Mentions so close to each other share the time they are counted over, in tokens. */
const joinedWithin = 3;
/** A total and the time it counts over stand within so many tokens. */
const markReach = 30;

/**
 * Counts of people in a sentence, in order. Those that are named together are added up: "two soldiers and five rebels
 * died" is one mention of seven. Parts ("including 12 children") are left out. Conventions: "at least 20", "more than 20"
 * low 20, best 20; "up to 50" best 50, high 50; "dozens" low 20, best 24; "hundreds" low 100, best 200; "several" low 2,
 * best 3; people without any number low 2, best null. "No one was killed" is 0. A toll that nobody knows has all three
 * null. What is only feared, threatened or denied is no mention. Linear in the sentence's length.
 */
export function findDeaths(tokens: readonly Token[], language: Language): DeathsMention[] {
  const view = countedSentence(tokens, language);
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (tokens[i]?.kind !== 'word') continue;
    const toll = readToll(view, i);
    if (toll !== null) found.push({ ...toll, kind: 'killed' });
    const cue = cueAt(view, i);
    if (cue !== null) found.push(...countedBy(view, i, cue));
  }
  found.sort((a, b) => a.first - b.first || a.next - b.next);
  const cumulative = cumulativeOnes(view, found);
  return found.map((one) => ({
    start: tokens[one.first]?.start ?? 0,
    end: tokens[one.next - 1]?.end ?? 0,
    low: one.low,
    best: one.best,
    high: one.high,
    who: one.who,
    kind: one.kind,
    cumulative: cumulative.has(one),
  }));
}

/** The mentions that each mark of a longer time counts: those before it, or else the first after it. */
function cumulativeOnes(view: CountedSentence, found: readonly Found[]): Set<Found> {
  const cumulative = new Set<Found>();
  let position = 0;
  for (const mark of cumulativeMarks(view.tokens, view.language)) {
    while (position < found.length && found[position]!.first < mark) position += 1;
    let i = position - 1;
    const before = found[i];
    if (before === undefined || mark - before.next > markReach) {
      const after = found[position];
      if (after !== undefined && after.first - mark < markReach) cumulative.add(after);
      continue;
    }
    cumulative.add(before);
    for (let later = before; i > 0 && isJoined(view, found[i - 1]!, later); i -= 1) {
      later = found[i - 1]!;
      cumulative.add(later);
    }
  }
  return cumulative;
}

/** True where nothing but "and" or a comma stands between two mentions. */
function isJoined(view: CountedSentence, first: Found, second: Found): boolean {
  if (second.first - first.next > joinedWithin) return false;
  return view.tokens
    .slice(first.next, second.first)
    .every((token) => token.plain === ',' || deathClauseWords.and.has(token.plain));
}
