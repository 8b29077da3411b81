import { isCovered } from '../../domain/coverage.ts';
import type { LinkedEvent } from '../../domain/event.ts';
import { withIncidents } from '../../domain/incidents/incident.ts';
import { assessSite, type Knowledge, type SiteRisk } from '../../domain/risk/assess.ts';
import { findEventsKnownAt, findLinkedEvents } from '../database/events/linked-event.ts';
import { findSeparatedPairs } from '../database/incidents/incident.ts';
import type { Queryable } from '../database/pool.ts';
import { readSiteKnowledge } from '../database/sites/site-knowledge.ts';
import { readFreshness, readFreshnessKnownAt } from '../database/source-state.ts';
import type { PipelineContext } from '../running/context.ts';

type Rules = Pick<PipelineContext, 'policy' | 'actors'>;

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
  { database, ...rules }: Pick<PipelineContext, 'database' | 'policy' | 'actors'>,
  siteNo: number,
  at: Date,
  knownAt: Date | null,
  now: Date,
): Promise<SiteRiskAnswer> {
  const risks = await readRisks(database, [siteNo], at, { knownAt, visitsKnownAt: knownAt ?? now }, rules);
  return risks.get(siteNo)!;
}

/** The one way to put risks together; every assessment and every answer goes it. */
export async function readRisks(
  client: Queryable,
  siteNos: readonly number[],
  at: Date,
  { knownAt, visitsKnownAt }: { knownAt: Date | null; visitsKnownAt: Date },
  rules: Rules,
): Promise<Map<number, SiteRiskAnswer>> {
  const { policy, actors } = rules;
  const bySite = knownAt
    ? await readEventsKnownAt(client, siteNos, at, knownAt, rules)
    : await findLinkedEvents(client, siteNos, at, policy.score.maxAgeDays);
  const freshTo = knownAt ? await readFreshnessKnownAt(client, knownAt) : await readFreshness(client);
  const sites = await readSiteKnowledge(client, siteNos, at, visitsKnownAt);
  const risks = new Map<number, SiteRiskAnswer>();
  for (const siteNo of siteNos) {
    const { country, ...site } = sites.get(siteNo)!;
    const knowledge = { ...site, actors, isCovered: isCovered(country, at, freshTo, policy.coverage) };
    const events = bySite.get(siteNo)!;
    risks.set(siteNo, { risk: assessSite(events, at, policy, knowledge), events, knowledge, country });
  }
  return risks;
}

/** The events around sites as they were known then, with the incidents that they formed by what was known then. */
async function readEventsKnownAt(
  client: Queryable,
  siteNos: readonly number[],
  at: Date,
  knownAt: Date,
  { policy, actors }: Rules,
): Promise<Map<number, LinkedEvent[]>> {
  const bySite = new Map<number, LinkedEvent[]>();
  for (const siteNo of siteNos) {
    const events = await findEventsKnownAt(client, siteNo, at, knownAt, policy.score.maxAgeDays);
    const ids = events.map((event) => event.eventId);
    const separations = await findSeparatedPairs(client, ids, knownAt);
    bySite.set(siteNo, withIncidents(events, policy, separations, actors));
  }
  return bySite;
}
