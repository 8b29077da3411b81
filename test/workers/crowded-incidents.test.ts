import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { formIncidents, representativeCount } from '../../domain/incidents/form-incidents.ts';
import { atOnce } from '../../domain/steps.ts';
import { collectRetraction } from '../../services/collecting/collect.ts';
import { findSeparatedPairs, readIncidentEvents } from '../../services/database/incidents/incident.ts';
import { lockIncidents, lockOf, markUnlocked } from '../../services/database/incidents/incident-lock.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import { endSeparationOf, separateEvents } from '../../services/incidents/separate-events.ts';
import type { EventInput } from '../../services/sources/events/event-input.ts';
import { crowd } from '../support/incidents.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';

let pipeline: TestPipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
});
afterAll(() => pipeline?.stop());

const day = '2025-03-19';

/** Reports of one occurrence, in a place of its own. */
function reportsOf(name: string, count: number, place: { latitude: number; longitude: number }) {
  return Array.from(
    { length: count },
    (_, i): Partial<EventInput> => ({
      ...{ source: `paper-${i % 90}`, sourceEventId: `${name}-${`${i}`.padStart(4, '0')}`, occurredOn: day },
      ...place,
    }),
  );
}

async function eventIdsOf(name: string): Promise<number[]> {
  const { rows } = await pipeline.database.query(
    'select id from event where source_event_id like $1 order by source_event_id',
    [`${name}-%`],
  );
  return rows.map((row) => row.id);
}

/** The incidents among the events as the database has them, and as they are formed from nothing. */
async function incidentsOf(eventIds: number[]) {
  const { rows } = await pipeline.database.query(
    `select incident_id as id, array_agg(event_id order by event_id) as members from incident_member
     where event_id = any($1) group by incident_id order by incident_id`,
    [eventIds],
  );
  const { rows: represented } = await pipeline.database.query(
    `select event.id from event join event_revision r on r.event_id = event.id and r.revision = event.revision
     where event.id = any($1) and r.represented order by event.id`,
    [eventIds],
  );
  const events = await readIncidentEvents(pipeline.database, eventIds);
  const separations = await findSeparatedPairs(pipeline.database, eventIds);
  const anew = atOnce(formIncidents(events, riskPolicy, separations, pipeline.context.actors));
  const byId = (a: number, b: number) => a - b;
  return {
    found: {
      incidents: rows.map(({ id, members }) => ({ id, members: members.map(Number) })),
      represented: represented.map((row) => row.id),
    },
    expected: {
      incidents: anew
        .map(({ id, members }) => ({ id, members: members.toSorted(byId) }))
        .sort((a, b) => a.id - b.id),
      represented: anew.flatMap(({ members }) => members.slice(representativeCount)).sort(byId),
    },
  };
}

describe('a crowded incident in the database', () => {
  it('is that of the events as they are, whatever the order, the batches, revisions and retractions', async () => {
    let world = 0;
    const arrival = crowd({ minLength: 90, maxLength: 140 }).chain((events) =>
      fc.record({
        events: fc.constant(events),
        order: fc.shuffledSubarray([...events.keys()], { minLength: events.length }),
        batchSizes: fc.array(fc.constantFrom(1, 1, 5, 30), { minLength: 5, maxLength: 8 }),
        corrected: fc.uniqueArray(fc.nat(events.length - 1), { maxLength: 8 }),
        retracted: fc.uniqueArray(fc.nat(events.length - 1), { maxLength: 8 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(arrival, async ({ events, order, batchSizes, corrected, retracted }) => {
        const name = `w${world}`;
        const latitude = 5 * (world++ % 15);
        const inputs = events.map((event, i): Partial<EventInput> => {
          const { source, occurredOn, deathsBest: deaths, confidence } = event;
          const place = { latitude: latitude + event.latitude! + 1.3, longitude: 27 };
          return { source, sourceEventId: `${name}-${i}`, occurredOn, deaths, confidence, ...place };
        });
        const queue = order.map((i) => inputs[i]!);
        for (let i = 0, k = 0; i < queue.length; k++) {
          const size = batchSizes[k % batchSizes.length]!;
          await pipeline.post(...queue.slice(i, i + size));
          i += size;
        }
        await pipeline.post(
          ...corrected.map((i) => ({ ...inputs[i]!, latitude: inputs[i]!.latitude! + 0.07 })),
        );
        const { rows } = await pipeline.database.query(
          'select id, source_event_id as name from event where source_event_id like $1',
          [`${name}-%`],
        );
        const idOf = new Map(rows.map((row) => [row.name, row.id]));
        for (const i of retracted)
          await collectRetraction(pipeline.context, idOf.get(`${name}-${i}`), new Date());
        await pipeline.idle();
        const { found, expected } = await incidentsOf([...idOf.values()]);
        expect(found).toEqual(expected);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 180_000);

  it('gives way to a person who parts two of its further members, until that is ended', async () => {
    await pipeline.post(...reportsOf('parted', 70, { latitude: -20, longitude: 100 }));
    const ids = await eventIdsOf('parted');
    const [eventId, from] = [ids[68]!, ids[69]!];
    const why = { author: 'Ada', key: 'desk', reason: 'two fights' };
    const made = await separateEvents(pipeline.context, { eventId, from, ...why }, new Date());
    let { found, expected } = await incidentsOf(ids);
    expect(found).toEqual(expected);
    expect(found.incidents[0]!.members).toHaveLength(69);
    const ended = { author: 'Ada', key: 'desk', reason: null, at: new Date() };
    await endSeparationOf(pipeline.context, made![0]!.id, ended);
    ({ found, expected } = await incidentsOf(ids));
    expect(found).toEqual(expected);
    expect(found.incidents[0]!.members).toHaveLength(70);
  });

  it('loses nothing where its reports are linked at the same time in several transactions', async () => {
    // On both sides of a line between two regions: each transaction may need the locks of both.
    const [south, north] = [-30.01, -29.99];
    const reports = reportsOf('at-once', 300, { latitude: south, longitude: 100 }).map((report, i) =>
      i % 2 ? { ...report, latitude: north } : report,
    );
    const regions = [south, north].map((latitude) => lockOf({ occurredOn: day, latitude, longitude: 100 }));
    expect(new Set(regions).size).toBe(2);
    await Promise.all(
      Array.from({ length: 30 }, (_, k) => pipeline.postOnly(...reports.filter((_, i) => i % 30 === k))),
    );
    await pipeline.idle();
    const { found, expected } = await incidentsOf(await eventIdsOf('at-once'));
    expect(found).toEqual(expected);
    expect(found.incidents[0]!.members).toHaveLength(300);
  });

  it('keeps nobody waiting who tells of another region', async () => {
    const [here, there] = [
      { latitude: -40, longitude: 100 },
      { latitude: 40, longitude: 90 },
    ];
    const lock = lockOf({ occurredOn: day, ...here });
    expect(lock).not.toBe(lockOf({ occurredOn: day, ...there }));
    await inTransaction(pipeline.database, async (client) => {
      await markUnlocked(client);
      await lockIncidents(client, [lock]);
      await pipeline.post(...reportsOf('there', 3, there));
    });
    expect((await incidentsOf(await eventIdsOf('there'))).found.incidents).toHaveLength(1);
  });
});
