import type { ActorRegister } from './actor.ts';
import type { LinkedEvent } from './event.ts';
import { onePerIncident, oneSignalPerIncident } from './incident.ts';
import { higher, type Level, levelOfScore, type RaisedLevel } from './level.ts';
import { isNews } from './news.ts';
import type { RiskPolicy } from './policy.ts';
import { isCoarse } from './precision.ts';
import { type Score, scoreAt } from './score.ts';
import { type Signal, signalKey } from './signal.ts';
import { armedPresence } from './signals/armed-presence.ts';
import { attackOnSite } from './signals/attack-on-site.ts';
import { frontApproaching } from './signals/front-approaching.ts';
import { operationSuspended } from './signals/operation-suspended.ts';
import { territorialGains } from './signals/territorial-gains.ts';
import { territorySeized } from './signals/territory-seized.ts';
import type { SiteVisit } from './site.ts';
import { startOfDay } from './time.ts';

export type SiteRisk = Score & {
  at: Date;
  level: Level;
  /** Highest level first. */
  signals: Signal[];
  /** Something happened near the site within the days that count as news. */
  hasRecentEvent: boolean;
};

/** What is known beyond the site's own events. */
export type Knowledge = {
  actors: ActorRegister;
  /** False where no source that covers the site's country has fresh data: silence then means nothing. */
  isCovered: boolean;
  /** The last field visit before the instant. */
  lastVisit: SiteVisit | null;
};

/**
 * The risk of a site at an instant: the score, the signals active then, and the higher of what both say. Events
 * that lie ahead of the instant or are retracted do not count. The order of `events` does not matter.
 */
export function assessSite(
  events: readonly LinkedEvent[],
  at: Date,
  policy: RiskPolicy,
  knowledge: Knowledge,
): SiteRisk {
  const known = events.filter((event) => !event.retracted && startOfDay(event.occurredOn) <= at.getTime());
  const counted = onePerIncident(known, policy);
  const score = scoreAt(counted, at, policy);
  const precise = known.filter(
    (event) => event.confidence !== 'doubtful' && (!isCoarse(event.locationPrecision) || event.named),
  );
  const gains = territorialGains(precise, policy, knowledge.actors);
  const fired = [
    ...attackOnSite(precise, at, policy),
    ...territorySeized(gains, at, policy),
    // Two reports of one place taken are no advance.
    ...frontApproaching(onePerIncident(gains, policy), at, policy, knowledge.actors),
    ...operationSuspended(precise),
    ...armedPresence(knowledge.lastVisit, at, policy, knowledge.actors),
  ];
  const signals = oneSignalPerIncident(fired, known, policy).sort(byLevelThenNewest);
  const raised = signals.reduce<RaisedLevel>(
    (level, signal) => higher(level, signal.level),
    levelOfScore(score.score, policy),
  );
  const level = raised === 'low' && !knowledge.isCovered ? 'unknown' : raised;
  const hasRecentEvent = counted.some((event) => isNews(event, at, policy));
  return { ...score, at, level, signals, hasRecentEvent };
}

function byLevelThenNewest(a: Signal, b: Signal): number {
  if (a.level !== b.level) return higher(a.level, b.level) === a.level ? -1 : 1;
  return b.since.getTime() - a.since.getTime() || signalKey(a).localeCompare(signalKey(b));
}
