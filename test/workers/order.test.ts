import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Signal } from '../../domain/risk/signal.ts';
import { readSiteRisk } from '../../services/assessing/site-risk.ts';
import { collectEvents } from '../../services/collecting/collect.ts';
import { findSiteNo } from '../../services/database/sites/site-query.ts';
import { reassess } from '../../workers/reassess.ts';
import { sweep } from '../../workers/sweep.ts';
import {
  collectedOf,
  inputOf,
  type Region,
  type Saying,
  sayings,
  siteCount,
  sitesOf,
} from '../support/generated-events.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';

/** All is told at one instant: the order is then the only thing that differs. */
const toldAt = new Date('2025-06-01T12:00:00Z');
const hoursLater = (hours: number) => new Date(toldAt.getTime() + hours * 3_600_000);

const sources = ['acled', 'ucdp-ged', 'news', 'gdelt'];

/** One way in which the events arrive. */
type Arrival = { rank: number[]; again: number[]; batchSize: number; waits: boolean };

/** News, and events that are long past when they arrive. */
const daysAgo = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 30 }) },
  { weight: 1, arbitrary: fc.integer({ min: 31, max: 400 }) },
);

const eventCount = 10;
const arrivals: fc.Arbitrary<Arrival> = fc.record({
  rank: fc.shuffledSubarray([...Array(eventCount).keys()], { minLength: eventCount, maxLength: eventCount }),
  // What a source tells a second and a third time.
  again: fc.array(fc.integer({ min: 0, max: eventCount - 1 }), { maxLength: 6 }),
  batchSize: fc.integer({ min: 1, max: 5 }),
  waits: fc.boolean(),
});

let pipeline: TestPipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
});
afterAll(() => pipeline?.stop());

let regions = 0;

async function arrive(events: readonly Saying[], { rank, again, batchSize, waits }: Arrival) {
  // Regions lie further apart than any event reaches, and differ by whole degrees of longitude alone.
  const region: Region = { name: `region${regions}`, latitude: 0.5, longitude: -175 + 5 * (regions % 70) };
  regions += 1;
  const { context } = pipeline;
  await pipeline.addSitesAt(hoursLater(-1), ...sitesOf(region));
  const items = events.map((saying, i) => {
    const identity = { source: sources[i % sources.length]!, sourceEventId: `${region.name} ${i}` };
    return collectedOf(inputOf(saying, region, identity, toldAt), toldAt);
  });
  const course = [...rank.filter((i) => i < items.length), ...again.filter((i) => i < items.length)];
  for (let i = 0; i < course.length; i += batchSize) {
    const batch = course.slice(i, i + batchSize).map((index) => items[index]!);
    await collectEvents(context, batch, toldAt);
    if (waits) await pipeline.idle();
  }
  await pipeline.idle();
  await repeatAllJobs();
  await sweep(context, pipeline.pipeline);
  await sweep(context, pipeline.pipeline);
  await pipeline.idle();
  // What a source told of one place shows how far it has got with all places.
  await reassess(context, hoursLater(1));
  await pipeline.idle();
  const assessed = await stateOf(region);
  await checkKnowledgeOfNow(region);
  // What was told in between and did not last may ease after two days.
  for (const hours of [2, 51]) {
    await reassess(context, hoursLater(hours));
    await pipeline.idle();
  }
  return { assessed, settled: await stateOf(region) };
}

/** Asked for what is known by now, and for all that is known, the answer is one; incidents count once in both. */
async function checkKnowledgeOfNow(region: Region): Promise<void> {
  for (const { id } of sitesOf(region)) {
    const siteNo = (await findSiteNo(pipeline.database, id))!;
    const now = new Date();
    const { risk } = await readSiteRisk(pipeline.context, siteNo, hoursLater(1), null, now);
    const { risk: known } = await readSiteRisk(pipeline.context, siteNo, hoursLater(1), hoursLater(1), now);
    expect(Math.abs(known.score - risk.score)).toBeLessThan(1e-9);
    expect(known.level).toBe(risk.level);
    expect(known.signals.map(shownOf).sort()).toEqual(risk.signals.map(shownOf).sort());
    expect(known.violence.contributions).toHaveLength(risk.violence.contributions.length);
  }
}

function shownOf({ signal, events }: Signal): string {
  return `${signal} ${events.map(({ eventId, revision }) => `${eventId}.${revision}`).join()}`;
}

/** Runs every stage with every id that it may ever have been woken for. */
async function repeatAllJobs(): Promise<void> {
  const ids: Record<string, string> = {
    report: 'select id from news_report',
    event: 'select id from event',
    site: 'select site_no as id from site',
    assessment: 'select id from assessment',
    subscription: 'select id from subscription',
    message: 'select id from message',
  };
  for (const stage of pipeline.pipeline) {
    const { rows } = await pipeline.database.query(ids[stage.idOf]!);
    const wakes = await stage.run(
      pipeline.context,
      rows.map((row) => row.id),
    );
    await pipeline.context.queues.wake(...wakes);
  }
  await pipeline.idle();
}

/** The newest assessment of each site, and the level of its open alert. */
async function stateOf(region: Region) {
  const { rows } = await pipeline.database.query(
    `select site_risk.at, site_risk.score, site_risk.level, alert_revision.level as "alertLevel",
            array(select s ->> 'signal' || ' ' || (s ->> 'level') from jsonb_array_elements(assessment.signals) as s
                  order by 1) as signals
     from unnest($1::text[]) with ordinality as wanted (id, position)
     join site on site.id = wanted.id
     left join site_risk on site_risk.site_no = site.site_no
     left join assessment on assessment.id = site_risk.assessment_id
     left join alert on alert.site_no = site.site_no and alert.is_open
     left join alert_revision on alert_revision.alert_id = alert.id and alert_revision.revision = alert.revision
     order by wanted.position`,
    [sitesOf(region).map((site) => site.id)],
  );
  return rows as { at: Date; score: number; level: string; alertLevel: string | null; signals: string[] }[];
}

describe('the same events in any order of arrival, with repetitions and jobs that run twice', () => {
  it('end in the same assessments and the same open alerts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sayings(daysAgo, siteCount), { minLength: 2, maxLength: eventCount }),
        arrivals,
        arrivals,
        async (events, oneWay, otherWay) => {
          const one = await arrive(events, oneWay);
          const other = await arrive(events, otherWay);
          for (const state of ['assessed', 'settled'] as const) {
            one[state].forEach((site, i) => {
              const twin = other[state][i]!;
              expect({ level: twin.level, signals: twin.signals }).toEqual({
                level: site.level,
                signals: site.signals,
              });
              // Of assessments by time alone only those are kept that differ by half a point.
              const isOfOneTime = twin.at?.getTime() === site.at?.getTime();
              expect(Math.abs(twin.score - site.score)).toBeLessThan(isOfOneTime ? 1e-9 : 0.5);
            });
          }
          one.settled.forEach((site, i) => {
            const twin = other.settled[i]!;
            expect(twin.alertLevel).toEqual(site.alertLevel);
          });
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  }, 180_000);
});
