import { modalityWords, modalityWordsOf } from '../lexicon/modality/modality.ts';
import { isBoundary } from './modality.ts';
import type { Placed, ReadSentence } from './read-sentence.ts';

/** Tokens that a new clause, a comma and another trigger in between are worth. */
const clauseCost = 9;
const commaCost = 2;
const triggerCost = 12;
/** Further off nothing belongs to a trigger. */
const farTokens = 80;

/**
 * How far something stands from a trigger, in tokens, with what lies between counted on top: a comma little, the
 * border of a clause more, another trigger most.
 */
export function distanceFromTrigger(
  { tokens, language }: ReadSentence,
  trigger: { first: number; end: number },
  span: Pick<Placed<unknown>, 'first' | 'last'>,
  others: readonly { first: number }[],
): number {
  const [from, to] =
    span.first >= trigger.end
      ? [trigger.end, span.first]
      : span.last <= trigger.first
        ? [span.last, trigger.first]
        : [0, 0];
  if (to - from > farTokens) return 10 * farTokens;
  let cost = 0;
  for (let i = from; i < to; i += 1) {
    if (isBoundary(tokens, i, modalityWordsOf[language].boundaries))
      cost += modalityWords.beforeAndAfter.has(tokens[i]!.word) ? 2 * clauseCost : clauseCost;
    else cost += tokens[i]!.raw === ',' ? commaCost : 1;
  }
  for (const other of others)
    if (other.first >= from && other.first < to && other.first !== trigger.first) cost += triggerCost;
  return cost;
}
