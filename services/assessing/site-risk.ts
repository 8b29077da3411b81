import { assessSite, type Knowledge, type SiteRisk } from '../../domain/assess.ts';
import { isCovered } from '../../domain/coverage.ts';
import type { LinkedEvent } from '../../domain/event.ts';
import { withIncidents } from '../../domain/incident.ts';
import { findEventsKnownAt, findLinkedEvents } from '../database/events/linked-event.ts';
import { findSeparatedPairs } from '../database/incidents/incident.ts';
import { readSiteKnowledge } from '../database/sites/site-knowledge.ts';
import { readFreshness, readFreshnessKnownAt } from '../database/source-state.ts';
import type { PipelineContext } from '../running/context.ts';

export type SiteRiskAnswer = {
  risk: SiteRisk;
  events: LinkedEvent[];
  knowledge: Knowledge;
  country: string | null;
};

/**
 * The risk of a site at an instant, from what is known now or, with `knownAt`, from no more than what was known then:
 * revisions and retractions, visits and the freshness of sources that came later are left out.
 */
export async function readSiteRisk(
  { database, policy, actors }: Pick<PipelineContext, 'database' | 'policy' | 'actors'>,
  siteNo: number,
  at: Date,
  knownAt: Date | null,
  now: Date,
): Promise<SiteRiskAnswer> {
  const { maxAgeDays } = policy.score;
  const [events, freshTo, known] = await Promise.all([
    knownAt
      ? readEventsKnownAt({ database, policy, actors }, siteNo, at, knownAt)
      : findLinkedEvents(database, [siteNo], at, maxAgeDays).then((bySite) => bySite.get(siteNo)!),
    knownAt ? readFreshnessKnownAt(database, knownAt) : readFreshness(database),
    readSiteKnowledge(database, [siteNo], at, knownAt ?? now),
  ]);
  const { country, lastVisit } = known.get(siteNo)!;
  const knowledge = { actors, lastVisit, isCovered: isCovered(country, at, freshTo, policy.coverage) };
  return { risk: assessSite(events, at, policy, knowledge), events, knowledge, country };
}

/** The events around a site as they were known then, with the incidents that they formed by what was known then. */
async function readEventsKnownAt(
  { database, policy, actors }: Pick<PipelineContext, 'database' | 'policy' | 'actors'>,
  siteNo: number,
  at: Date,
  knownAt: Date,
): Promise<LinkedEvent[]> {
  const events = await findEventsKnownAt(database, siteNo, at, knownAt, policy.score.maxAgeDays);
  const ids = events.map((event) => event.eventId);
  return withIncidents(events, policy, await findSeparatedPairs(database, ids, knownAt), actors);
}
