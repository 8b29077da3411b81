import { freshnessOf, isCovered } from '../../domain/coverage.ts';
import type { LinkedEvent } from '../../domain/event.ts';
import { withIncidents } from '../../domain/incidents/form-incidents.ts';
import { type CourseOfRisk, courseOfRisk, type Knowledge, type SiteRisk } from '../../domain/risk/assess.ts';
import { pastPosition } from '../../domain/sites/position.ts';
import { findEventsKnownAt, findLinkedEvents, type LinkedEvents } from '../database/events/linked-event.ts';
import { findSeparatedPairs } from '../database/incidents/incident.ts';
import { type Queryable, together } from '../database/pool.ts';
import { readSiteKnowledge } from '../database/sites/site-knowledge.ts';
import { findPositions } from '../database/sites/site-position-history.ts';
import { findWithdrawn } from '../database/sites/site-withdrawal.ts';
import { readFreshness, readFreshnessKnownAt } from '../database/sources/source-freshness.ts';
import { readEventsAroundPastPosition } from '../linking/events-around-past-position.ts';
import type { PipelineContext } from '../running/context.ts';
import { takeTurns, withPauses } from '../running/with-pauses.ts';

type Rules = Pick<PipelineContext, 'policy' | 'actors'>;

export type SiteRiskAnswer = {
  risk: SiteRisk;
  /** The risk from then on, if nothing more is reported. */
  course: CourseOfRisk;
  events: LinkedEvent[];
  knowledge: Knowledge;
  /** How far the sources that follow whole countries had told. */
  freshness: ReturnType<typeof freshnessOf>;
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
  const known = { knownAt, visitsKnownAt: knownAt ?? now };
  const { value } = await readRisks(database, [siteNo], at, known, rules).next();
  return value![1];
}

/**
 * The one way to put risks together; every assessment and every answer goes it. One site after the other, in the order
 * of `siteNos`: the events of all at once would not fit into memory.
 */
export async function* readRisks(
  client: Queryable,
  siteNos: readonly number[],
  at: Date,
  { knownAt, visitsKnownAt }: { knownAt: Date | null; visitsKnownAt: Date },
  rules: Rules,
): AsyncGenerator<readonly [siteNo: number, SiteRiskAnswer]> {
  const { policy, actors } = rules;
  const [bySite, freshTo, sites] = await together(
    client,
    () =>
      knownAt
        ? readEventsKnownAt(client, siteNos, at, knownAt, rules)
        : findLinkedEvents(client, siteNos, at, policy.score.maxAgeDays),
    () => (knownAt ? readFreshnessKnownAt(client, knownAt) : readFreshness(client)),
    () => readSiteKnowledge(client, siteNos, at, visitsKnownAt),
  );
  const turn = takeTurns();
  for (const siteNo of siteNos) {
    const { country, ...site } = sites.get(siteNo)!;
    const knowledge = { ...site, actors, isCovered: isCovered(country, at, freshTo, policy.coverage) };
    const events = bySite.of(siteNo);
    const course = await withPauses(courseOfRisk(events, at, policy, knowledge));
    const freshness = freshnessOf(freshTo, policy.coverage);
    yield [siteNo, { risk: course(at), course, events, knowledge, freshness, country }];
    if (turn.isOver()) await turn.pause();
  }
}

/**
 * The events around sites as they were known then, from where the sites were held to be then, with the incidents that
 * they formed by what was known then.
 */
async function readEventsKnownAt(
  client: Queryable,
  siteNos: readonly number[],
  at: Date,
  knownAt: Date,
  { policy, actors }: Rules,
): Promise<LinkedEvents> {
  const bySite = new Map<number, LinkedEvent[]>();
  const withdrawn = await findWithdrawn(client, siteNos);
  for (const siteNo of siteNos) {
    const positions = await findPositions(client, siteNo);
    // A site that is no longer watched has no links: it is answered like one that has moved away.
    const past = pastPosition(positions, knownAt) ?? (withdrawn.has(siteNo) ? positions.at(-1) : null);
    const events = past
      ? await readEventsAroundPastPosition(client, past, at, knownAt, policy)
      : await findEventsKnownAt(client, siteNo, at, knownAt, policy.score.maxAgeDays);
    const ids = events.map((event) => event.eventId);
    const separations = await findSeparatedPairs(client, ids, knownAt);
    bySite.set(siteNo, await withPauses(withIncidents(events, policy, separations, actors)));
  }
  return { of: (siteNo) => bySite.get(siteNo)! };
}
