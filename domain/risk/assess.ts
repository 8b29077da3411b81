import { isViolent } from '../acled.ts';
import type { ActorRegister } from '../actor.ts';
import type { LinkedEvent } from '../event.ts';
import { scoreOf } from '../harm.ts';
import {
  type IncidentGroup,
  incidentGroupsOf,
  onePerIncident,
  reportsWithin,
} from '../incidents/incident-groups.ts';
import { type Level, levelOfScore } from '../level.ts';
import { isNews } from '../news.ts';
import type { RiskPolicy } from '../policy.ts';
import { isCoarse } from '../precision.ts';
import type { SiteKind, SiteVisit } from '../site.ts';
import { atOnce, type Steps } from '../steps.ts';
import { startOfDay } from '../time.ts';
import { sourceWeight } from '../weight.ts';
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

/** The risk of a site at any instant by which all events that count have begun. */
export type CourseOfRisk = (at: Date) => SiteRisk;

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
  return atOnce(courseOfRisk(events, at, policy, knowledge))(at);
}

/**
 * The risk of a site from an instant on, if nothing more is reported. What does not change with time alone is worked
 * out once: it is nearly all of the work.
 */
export function* courseOfRisk(
  events: readonly LinkedEvent[],
  from: Date,
  policy: RiskPolicy,
  knowledge: Knowledge,
): Steps<CourseOfRisk> {
  const known = events.filter((event) => !event.retracted && startOfDay(event.occurredOn) <= from.getTime());
  const groups = incidentGroupsOf(known, policy);
  yield;
  const counted = onePerIncident(groups);
  const violenceAt = courseOfViolence(counted, policy);
  yield;
  const readings = soleReadings(groups);
  const signalsAt = yield* courseOfSignals(known, groups, policy, knowledge);
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

function* courseOfSignals(
  known: readonly LinkedEvent[],
  groups: readonly IncidentGroup[],
  policy: RiskPolicy,
  { actors, kind, operator, lastVisit }: Knowledge,
): Steps<(at: Date) => { signals: Signal[]; endings: Ending[] }> {
  const isPrecise = (event: LinkedEvent) =>
    event.confidence !== 'doubtful' &&
    sourceWeight(event.source, policy) > 0 &&
    (!isCoarse(event.locationPrecision) || event.named);
  const precise = known.filter(isPrecise);
  const frontsAt = yield* fronts(precise, policy, { actors, kind });
  const violent = reportsWithin(groups, (event) => isViolent(event) && isPrecise(event), policy);
  const attacksAt = attackOnSite(violent, policy);
  yield;
  const ofOperation = precise.filter((event) => event.named);
  return (at) => {
    const front = frontsAt(at);
    const operation = operationSuspended(ofOperation, at, policy, operator);
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
