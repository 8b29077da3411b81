import type { ActorRegister } from '../actor.ts';
import type { LinkedEvent } from '../event.ts';
import { scoreOf } from '../harm.ts';
import { onePerIncident } from '../incidents/incident.ts';
import { type Level, levelOfScore } from '../level.ts';
import { isNews } from '../news.ts';
import type { RiskPolicy } from '../policy.ts';
import { isCoarse } from '../precision.ts';
import type { SiteKind, SiteVisit } from '../site.ts';
import { startOfDay } from '../time.ts';
import { type Violence, violenceAt } from './score.ts';
import { type Ending, expectedOf, type Signal } from './signal.ts';
import { armedPresence } from './signals/armed-presence.ts';
import { attackOnSite } from './signals/attack-on-site.ts';
import { fronts } from './signals/front.ts';
import { operationSuspended } from './signals/operation-suspended.ts';
import { capSoleReadings } from './sole-reading.ts';

export type SiteRisk = {
  at: Date;
  /** 100 · (1 − e^(−H)). */
  score: number;
  /** H: the harm to be expected from conflict in the next 30 days, background + Σ events + Σ signals: harm · p. */
  expectedHarm: number;
  /** The band in which the score lies; unknown stands in place of low where no source covers the site. */
  level: Level;
  violence: Violence;
  /** What adds most first. */
  signals: Signal[];
  /** Facts that signals told and that are over. */
  endings: Ending[];
  /** Something happened near the site within the days that count as news. */
  hasRecentEvent: boolean;
};

/** What is known beyond the site's own events. */
export type Knowledge = {
  actors: ActorRegister;
  kind: SiteKind;
  operator: string | null;
  /** False where no source that covers the site's country has fresh data: silence then means nothing. */
  isCovered: boolean;
  /** The last field visit before the instant. */
  lastVisit: SiteVisit | null;
};

/**
 * The risk of a site at an instant: the harm to be expected from violence and from what signals make likely. Events
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
  const violence = violenceAt(counted, at, policy);
  const { signals, endings } = readSignals(known, at, policy, knowledge);
  capSoleReadings(violence.contributions, signals, known, policy);
  const perEvent = policy.harm.violence;
  const ofEvents = violence.contributions.map(({ expected, kept }) => perEvent * expected * kept);
  const expectedHarm = perEvent * violence.background + sum(ofEvents) + sum(signals.map(expectedOf));
  violence.contributions.forEach((part, i) => {
    part.share = ofEvents[i]! / expectedHarm;
  });
  for (const { chances } of signals)
    for (const chance of chances) chance.share = chance.expected / expectedHarm;
  signals.sort((a, b) => expectedOf(b) - expectedOf(a) || (a.key < b.key ? -1 : 1));
  const score = scoreOf(expectedHarm);
  const band = levelOfScore(score, policy);
  return {
    at,
    score,
    expectedHarm,
    level: band === 'low' && !knowledge.isCovered ? 'unknown' : band,
    violence,
    signals,
    endings,
    hasRecentEvent: counted.some((event) => isNews(event, at, policy)),
  };
}

function readSignals(
  known: readonly LinkedEvent[],
  at: Date,
  policy: RiskPolicy,
  { actors, kind, operator, lastVisit }: Knowledge,
): { signals: Signal[]; endings: Ending[] } {
  const precise = known.filter(
    (event) => event.confidence !== 'doubtful' && (!isCoarse(event.locationPrecision) || event.named),
  );
  const front = fronts(precise, at, policy, { actors, kind });
  const operation = operationSuspended(precise, at, policy, operator);
  return {
    signals: [
      ...front.signals,
      ...operation.signals,
      ...attackOnSite(precise, at, policy),
      ...armedPresence(lastVisit, at, policy, actors),
    ],
    endings: [...front.endings, ...operation.endings],
  };
}

function sum(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0);
}
