import { attestationOf } from './attestation.ts';
import type { EventContent } from './event.ts';
import type { RiskPolicy } from './policy.ts';
import { isCoarse } from './precision.ts';
import { daysSince } from './time.ts';
import { sourceWeight } from './weight.ts';

/** What the rule below asks of an event revision, seen from one site. */
export type TellableEvent = Pick<
  EventContent,
  'source' | 'occurredOn' | 'locationPrecision' | 'confidence'
> & {
  retracted: boolean;
  /** True where the report names the site. */
  named: boolean;
  /** Who says so independently of each other, where several do (`originsOf`). */
  origins?: string[];
};

/**
 * The one rule for "is it news": an event that counts, known within `historyDays` of its day. What happened longer ago
 * is history. An event whose day lies ahead is news as well: it is assessed when that day begins.
 */
export function isNews(
  event: TellableEvent,
  knownAt: Date,
  policy: Pick<RiskPolicy, 'alert' | 'weight'>,
): boolean {
  return daysSince(event.occurredOn, knownAt) <= policy.alert.historyDays && counts(event, policy);
}

/**
 * True where an event can change what is thought of the site: it stands, it is attested well enough, and its place is
 * known closer than a district, or the report names the site. What counts nothing is no news.
 */
function counts(event: Omit<TellableEvent, 'occurredOn'>, { weight }: Pick<RiskPolicy, 'weight'>): boolean {
  const isPlaced = event.named || !isCoarse(event.locationPrecision);
  return (
    !event.retracted &&
    isPlaced &&
    weight[attestationOf(event)] > 0 &&
    sourceWeight(event.source, { weight }) > 0
  );
}
