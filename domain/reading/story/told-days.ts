import type { ReadSentence } from '../clauses/read-sentence.ts';
import { phrases } from '../lexicon/modality/phrases.ts';
import type { Draft } from './draft.ts';
import { dateOf } from './event-date.ts';

/** So many sentences behind an event its day may be told. */
const reach = 3;

const happened = new RegExp(`^(?:\\p{L}+ ){0,4}${phrases.happened}(?!\\p{L})`, 'u');

/** Gives an event without a day of its own the one that a sentence behind it tells: "The incident happened on Tuesday." */
export function joinDays(drafts: readonly Draft[], analyses: readonly ReadSentence[]): void {
  for (const analysis of analyses) {
    const day = analysis.dates.find(({ of }) => of.role === 'when' && of.precision <= 2 && !of.isAttribution);
    if (
      !day ||
      !happened.test(
        analysis.tokens
          .slice(0, 12)
          .map(({ word }) => word)
          .join(' '),
      )
    )
      continue;
    const owner = drafts.findLast(({ claims }) => claims.some((claim) => isNear(claim.analysis, analysis)));
    if (owner && owner.date.tie !== 'said') owner.date = dateOf(day.of, 'said');
  }
}

function isNear({ index }: ReadSentence, analysis: ReadSentence): boolean {
  return index < analysis.index && index >= analysis.index - reach;
}
