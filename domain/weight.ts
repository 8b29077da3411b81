import { concernsOperation, isTalk, isViolent } from './acled.ts';
import { attestationOf } from './attestation.ts';
import { type EventContent, isDeadly, type LinkedEvent } from './event.ts';
import type { RiskPolicy } from './policy.ts';
import { isCoarse } from './precision.ts';

/** What the weight of an event rests on. */
export type WeighableEvent = Pick<
  EventContent,
  'source' | 'type' | 'subType' | 'locationPrecision' | 'deathsBest' | 'deathsLow' | 'confidence'
> &
  Pick<LinkedEvent, 'origins'>;

/** The factors of a weight. */
export type WeightParts = { harm: number; place: number; confidence: number; source: number };

/** How much an event counts, from 0 (context only) to 1 (deadly, confirmed, well located). */
export function weightOf(event: WeighableEvent, policy: Pick<RiskPolicy, 'weight'>): number {
  const { harm, place, confidence, source } = weightParts(event, policy);
  return harm * place * confidence * source;
}

/** What the weight of an event is the product of. */
export function weightParts(event: WeighableEvent, { weight: w }: Pick<RiskPolicy, 'weight'>): WeightParts {
  const harm =
    concernsOperation(event) || isTalk(event)
      ? 0
      : isDeadly(event)
        ? w.deadly
        : !isViolent(event)
          ? w.nonViolent
          : event.deathsBest === null
            ? w.deathsUnknown
            : w.nonDeadly;
  const place = isCoarse(event.locationPrecision) ? 0 : event.locationPrecision === 3 ? w.districtOnly : 1;
  return {
    harm,
    place,
    confidence: w[attestationOf(event)],
    source: sourceWeight(event.source, { weight: w }),
  };
}

/** What the policy gives a source; 1 where it names none. Sources are named by whoever posts: "constructor" is one too. */
export function sourceWeight(source: string, { weight }: Pick<RiskPolicy, 'weight'>): number {
  return Object.hasOwn(weight.bySource, source) ? weight.bySource[source]! : 1;
}
