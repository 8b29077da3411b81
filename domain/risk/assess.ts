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
import { courseOfViolence, type Violence } from './score.ts';
import { type Ending, expectedOf, type Signal } from './signal.ts';
import { armedPresence } from './signals/armed-presence.ts';
import { attackOnSite } from './signals/attack-on-site.ts';
import { fronts } from './signals/front.ts';
import { operationSuspended } from './signals/operation-suspended.ts';
import { capSoleReadings, soleReadings } from './sole-reading.ts';

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
  return courseOfRisk(begunBy(events, at), policy, knowledge)(at);
}

/** The events that count at an instant. */
export function begunBy(events: readonly LinkedEvent[], at: Date): LinkedEvent[] {
  return events.filter((event) => !event.retracted && startOfDay(event.occurredOn) <= at.getTime());
}

/**
 * The risk of a site at any instant by which all of the events that count have begun. What does not change with time
 * alone is worked out once: it is nearly all of the work.
 */
export function courseOfRisk(
  known: readonly LinkedEvent[],
  policy: RiskPolicy,
  knowledge: Knowledge,
): (at: Date) => SiteRisk {
  const counted = onePerIncident(known, policy);
  const violenceAt = courseOfViolence(counted, policy);
  const signalsAt = courseOfSignals(known, policy, knowledge);
  const readings = soleReadings(known, policy);
  return (at) => {
    const violence = violenceAt(at);
    const { signals, endings } = signalsAt(at);
    capSoleReadings(violence.contributions, signals, readings, policy);
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
  };
}

function courseOfSignals(
  known: readonly LinkedEvent[],
  policy: RiskPolicy,
  { actors, kind, operator, lastVisit }: Knowledge,
): (at: Date) => { signals: Signal[]; endings: Ending[] } {
  const precise = known.filter(
    (event) => event.confidence !== 'doubtful' && (!isCoarse(event.locationPrecision) || event.named),
  );
  const frontsAt = fronts(precise, policy, { actors, kind });
  const attacksAt = attackOnSite(precise, policy);
  return (at) => {
    const front = frontsAt(at);
    const operation = operationSuspended(precise, at, policy, operator);
    return {
      signals: [
        ...front.signals,
        ...operation.signals,
        ...attacksAt(at),
        ...armedPresence(lastVisit, at, policy, actors),
      ],
      endings: [...front.endings, ...operation.endings],
    };
  };
}

function sum(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0);
}
