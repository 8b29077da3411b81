import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { formIncidents } from '../../domain/incidents/form-incidents.ts';
import { atOnce } from '../../domain/steps.ts';
import { collectRetraction } from '../../services/collecting/collect.ts';
import { readIncidentEvents } from '../../services/database/incidents/incident.ts';
import { lockCount, lockIncidents, markUnlocked } from '../../services/database/incidents/incident-lock.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import { endSeparationOf, separateEvents } from '../../services/incidents/separate-events.ts';
import type { EventInput } from '../../services/sources/events/event-input.ts';
import { crowdedReport, groupsOf } from '../support/incidents.ts';
import { startPipeline, type TestPipeline, today } from '../support/pipeline.ts';

let pipeline: TestPipeline;

beforeEach(async () => {
  pipeline = await startPipeline();
  await pipeline.addSites({ id: 'mine', latitude: -1, longitude: 27 });
  await pipeline.subscribe('buyer@example.org', { sites: ['mine'] });
});
afterEach(() => pipeline?.stop());

/** The incidents as the database has them, by what the sources call their events. */
async function groups(): Promise<string[]> {
  const { rows } = await pipeline.database.query(
    `select array_agg(event.source_event_id) as names from incident_member
     join event on event.id = incident_member.event_id group by incident_member.incident_id`,
  );
  return groupsOf(rows.map((row) => row.names));
}

async function idOf(sourceEventId: string): Promise<number> {
  const { rows } = await pipeline.database.query('select id from event where source_event_id = $1', [
    sourceEventId,
  ]);
  return rows[0].id;
}

async function mine() {
  const { rows } = await pipeline.database.query(
    `select site_risk.score, assessment.signals, assessment.contributions
     from site_risk join site using (site_no) join assessment on assessment.id = site_risk.assessment_id
     where site.id = 'mine'`,
  );
  return rows[0];
}

async function alertKinds(): Promise<string[]> {
  const { rows } = await pipeline.database.query(
    'select kind from alert_revision order by alert_id, revision',
  );
  return rows.map((row) => row.kind);
}

const news: Partial<EventInput> = {
  source: 'news',
  sourceEventId: 'news',
  latitude: -1.02,
  longitude: 27,
  confidence: 'provisional',
};
const acled = { source: 'acled', sourceEventId: 'acled', latitude: -1.027, longitude: 27, deaths: 5 };

describe('two sources that report one clash', () => {
  /** Answers the score that the first of them alone gives. */
  async function postBoth(): Promise<number> {
    await pipeline.post(news);
    const { score } = await mine();
    await pipeline.post(acled);
    expect(await groups()).toEqual(['acled + news']);
    return score;
  }

  it('count once, with the best confirmed, and the alert is not told twice', async () => {
    await postBoth();
    const { signals, contributions } = await mine();
    expect(contributions).toMatchObject([
      { eventId: await idOf('acled'), alsoReportedBy: [{ eventId: await idOf('news'), source: 'news' }] },
    ]);
    expect(signals).toHaveLength(1);
    expect(signals[0].events).toHaveLength(2);
    // The score rose with the confirmation, which is told; the signal is the one that was told.
    expect((await alertKinds())[0]).toBe('opened');
    const { rows } = await pipeline.database.query('select told_keys from alert');
    const news = await idOf('news');
    expect(rows[0].told_keys).toEqual([`attack-on-site:${news}`, `confirmed:${news}`]);
    const { rows: revisions } = await pipeline.database.query(
      'select reason from alert_revision where revision > 1',
    );
    for (const { reason } of revisions) expect(reason).toMatch(/^(score|level) rose/);
  });

  it('are parted by a revision that moves one away, and joined again by one that brings it back', async () => {
    const scoreOfNews = await postBoth();
    await pipeline.post({ ...acled, latitude: -1.4 });
    expect(await groups()).toEqual([]);
    expect((await mine()).score).not.toBe(scoreOfNews);
    expect((await mine()).contributions).toHaveLength(2);
    await pipeline.post(acled);
    expect(await groups()).toEqual(['acled + news']);
  });

  it('are parted by a person, through later revisions, until that is ended; the audit trail knows', async () => {
    await postBoth();
    const [eventId, from] = [await idOf('news'), await idOf('acled')];
    const why = { author: 'Ada', key: 'desk', reason: 'two fights: morning and evening' };
    const made = await separateEvents(pipeline.context, { eventId, from, ...why }, new Date());
    await pipeline.idle();
    expect(await groups()).toEqual([]);
    expect((await mine()).contributions).toHaveLength(2);
    await pipeline.post({ ...acled, deaths: 4 });
    expect(await groups()).toEqual([]);
    const ended = { author: 'Grace', key: 'desk', reason: null, at: new Date() };
    expect(await endSeparationOf(pipeline.context, made![0]!.id, ended)).toBe(true);
    await pipeline.idle();
    expect(await groups()).toEqual(['acled + news']);
    expect(await endSeparationOf(pipeline.context, made![0]!.id, ended)).toBe(false);
    const { rows } = await pipeline.database.query(
      'select actor, action, subject from audit_entry order by id',
    );
    const subject = `separations/${made![0]!.id}`;
    expect(rows).toEqual([
      { actor: 'Ada', action: 'created', subject },
      { actor: 'Grace', action: 'ended', subject },
    ]);
  });

  it('are parted by the retraction of one', async () => {
    await postBoth();
    await collectRetraction(pipeline.context, await idOf('acled'), new Date());
    await pipeline.idle();
    expect(await groups()).toEqual([]);
    expect((await mine()).contributions).toMatchObject([{ eventId: await idOf('news') }]);
    const { rows } = await pipeline.database.query('select count(*)::int as pairs from event_pair');
    expect(rows).toEqual([{ pairs: 0 }]);
  });
});

describe('news of operation', () => {
  it('by two sources that name one site is one incident, without a place', async () => {
    const halt = {
      type: 'Strategic developments',
      subType: 'Operation suspended',
      siteIds: ['mine'],
      deaths: null,
      place: null,
    } satisfies Partial<EventInput>;
    await pipeline.post({ ...halt, source: 'news', sourceEventId: 'halt-1', actors: ['Operator'] });
    await pipeline.post({
      ...halt,
      source: 'radio',
      sourceEventId: 'halt-2',
      actors: ['Government of Mali'],
    });
    expect(await groups()).toContain('halt-1 + halt-2');
  });
});

describe('the joining in the database', () => {
  it('is that of the events as they are, whatever the order, the batches and the revisions before', async () => {
    let world = 0;
    const arrival = fc
      .array(fc.tuple(crowdedReport, fc.boolean()), { minLength: 4, maxLength: 14 })
      .chain((reports) =>
        fc.tuple(
          fc.constant(reports),
          fc.shuffledSubarray([...reports.keys()], { minLength: reports.length }),
          fc.array(fc.integer({ min: 1, max: 4 }), { minLength: reports.length, maxLength: reports.length }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(arrival, async ([reports, order, batchSizes]) => {
        // Each run has a place or a year of its own, also across the dateline, far from the others.
        const home = { latitude: 10 + 3 * (world % 15), longitude: world % 2 ? 179.99 : 40 };
        const prefix = `w${world++}`;
        const inputs = reports.map(([report, isCorrected], i) => {
          const { day, step, kind, deaths, ...rest } = report;
          const east = home.longitude + step * 0.03;
          const input = {
            ...rest,
            ...{ type: kind[0], subType: kind[1], deaths, sourceEventId: `${prefix}-${i}` },
            occurredOn: `${2025 - (Math.floor(world / 30) % 100)}-03-${day}`,
            locationPrecision: 1,
            latitude: home.latitude,
            longitude: east > 180 ? east - 360 : east,
          } as Partial<EventInput>;
          return { input, first: isCorrected ? { ...input, latitude: home.latitude + 0.05 } : null };
        });
        // Corrected ones first say something else, in the same order or another.
        const queue = [
          ...order.flatMap((i) => inputs[i]!.first ?? []),
          ...order.toReversed().map((i) => inputs[i]!.input),
        ];
        for (let i = 0, k = 0; i < queue.length; k++) {
          const size = batchSizes[k % batchSizes.length]!;
          await pipeline.post(...queue.slice(i, i + size));
          i += size;
        }
        const { rows } = await pipeline.database.query(
          'select id, source_event_id as name from event where source_event_id like $1',
          [`${prefix}-%`],
        );
        const nameOf = new Map(rows.map((row) => [row.id, row.name]));
        const events = await readIncidentEvents(pipeline.database, [...nameOf.keys()]);
        const expected = atOnce(formIncidents(events, riskPolicy, [], pipeline.context.actors));
        const found = (await groups()).filter((group) => group.startsWith(`${prefix}-`));
        expect(found).toEqual(groupsOf(expected.map(({ members }) => members.map((id) => nameOf.get(id)))));
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('does not wait for other incidents, and writes nothing, for events that are like no other', async () => {
    const pairs = async () =>
      (await pipeline.database.query('select count(*)::int as n from event_pair')).rows;
    const before = await pairs();
    const inputs = Array.from({ length: 300 }, (_, i) => ({
      source: 'bench',
      sourceEventId: `bench-${i}`,
      occurredOn: today(),
      latitude: -60 + i * 0.3,
      longitude: -120,
    }));
    await inTransaction(pipeline.database, async (client) => {
      await markUnlocked(client);
      await lockIncidents(client, Array(lockCount).keys());
      await pipeline.post(...inputs);
    });
    expect(await pairs()).toEqual(before);
  });
});
