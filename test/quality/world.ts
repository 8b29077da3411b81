import { riskPolicy } from '../../config/risk-policy.ts';
import type { Level } from '../../domain/level.ts';
import { recordPolicy } from '../../services/database/assessments/assessment.ts';
import { storeEvents } from '../../services/database/events/event.ts';
import type { Database } from '../../services/database/pool.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import type { EventInput } from '../../services/sources/events/event-input.ts';
import { testEvent } from '../support/pipeline.ts';

/** Sites, the scores given of them, and what UCDP confirmed, each with the time at which it was stored. */
export function worldIn(database: Database) {
  return {
    async site(id: string, latitude: number, longitude: number, country = 'CD'): Promise<number> {
      const { rows } = await database.query(
        `insert into site (id, name, kind, country, latitude, longitude, status, recorded_at)
         values ($1, $1, 'artisanal', $4, $2, $3, 'unknown', '2025-04-01') returning site_no`,
        [id, latitude, longitude, country],
      );
      return rows[0].site_no;
    },
    /** A score that was given for an instant, and written then unless another time is told. */
    async score(siteNo: number, at: string, chance: number | null, level: Level, recordedAt = at) {
      await recordPolicy(database, riskPolicy, new Date(at));
      const { rows } = await database.query(
        `insert into assessment (site_no, at, score, level, previous_level, violence_chance, signals, contributions,
           has_news, model, policy, recorded_at, decision)
         values ($1, $2, coalesce($3, 0), $4, 'unknown', $3, '[]', '[]', true, 'test', $5, $6, 'none') returning id`,
        [siteNo, at, chance, level, riskPolicy.version, recordedAt],
      );
      return rows[0].id as number;
    },
    /** An event that was stored at an instant and tied to sites; the same id again corrects it. */
    async event(
      sourceEventId: string,
      occurredOn: string,
      recordedAt: string,
      distancesKm: Record<number, number>,
      over: Partial<EventInput> = {},
    ) {
      const place = { latitude: -1, longitude: 27.7, locationPrecision: 1 as const };
      const input = {
        source: 'ucdp-ged',
        sourceEventId,
        occurredOn,
        ...place,
        deaths: undefined,
        deathsBest: 3,
      };
      const told = testEvent({ ...input, ...over });
      const [stored] = await inTransaction(database, (client) =>
        storeEvents(client, [told], new Date(recordedAt)),
      );
      const { eventId, revision } = stored!;
      for (const [siteNo, km] of Object.entries(distancesKm))
        await database.query('insert into link values ($1, $2, $3, $4, false)', [
          eventId,
          revision,
          siteNo,
          km,
        ]);
      await database.query('update event set linked_revision = revision where id = $1', [eventId]);
    },
    async alert(siteNo: number, assessmentId: number, at: string, kind: string, level: Level) {
      const { rows } = await database.query(
        `insert into alert (site_no, revision, is_open, opened_at, cited, told_keys)
         values ($1, 1, true, $2, '[]', '{}') returning id`,
        [siteNo, at],
      );
      await database.query(
        `insert into alert_revision (alert_id, revision, kind, level, previous_level, score, reason, assessment_id,
           signals, evidence, at, recorded_at)
         values ($1, 1, $2, $3, 'low', 50, 'test', $4, '[]', '[]', $5, $5)`,
        [rows[0].id, kind, level, assessmentId, at],
      );
    },
    async freshTo(day: string | null) {
      await database.query(
        `insert into source_state (source, fresh_to) values ('ucdp-ged', $1)
         on conflict (source) do update set fresh_to = excluded.fresh_to`,
        [day],
      );
    },
  };
}

/** Four sites in three cells of a degree, with their scores of May 2025 and what happened; all is over on 30 June. */
export async function fillMay(database: Database) {
  const world = worldIn(database);
  const [a, b, c, d] = [
    await world.site('a', -1.5, 27.5),
    await world.site('b', -3.5, 28.5),
    await world.site('c', -5.5, 29.5),
    await world.site('d', -5.2, 29.2),
  ];
  await world.score(a, '2025-04-22T06:00:00Z', 80, 'severe');
  const high = await world.score(b, '2025-04-22T06:00:00Z', 40, 'high');
  await world.score(c, '2025-04-22T06:00:00Z', 10, 'guarded');
  await world.score(d, '2025-04-22T06:00:00Z', 2, 'low');
  await world.score(a, '2025-05-15T06:00:00Z', 20, 'elevated');

  await world.event('before', '2025-04-01', '2025-04-02T00:00:00Z', { [a]: 45 });
  await world.event('at a', '2025-05-12', '2025-05-14T00:00:00Z', { [a]: 10, [b]: 30 });
  await world.event('at b', '2025-05-31', '2025-06-20T00:00:00Z', { [b]: 5 });
  // The last day of the 30 that begin on 21 May; the day after it says nothing.
  await world.event('at c', '2025-06-19', '2025-07-10T00:00:00Z', { [c]: 24.9 });
  await world.event('too late', '2025-06-20', '2025-07-10T00:00:00Z', { [d]: 1 });
  await world.event('no deaths', '2025-05-05', '2025-06-20T00:00:00Z', { [d]: 3 }, { deathsBest: 0 });
  await world.event(
    'in the province',
    '2025-05-05',
    '2025-06-20T00:00:00Z',
    { [d]: 3 },
    { locationPrecision: 4 },
  );
  await world.event('in the year', '2025-05-05', '2025-06-20T00:00:00Z', { [d]: 3 }, { datePrecision: 5 });
  await world.event('elsewhere', '2025-05-05', '2025-05-06T00:00:00Z', { [d]: 3 }, { source: 'acled' });
  await world.alert(a, high, '2025-05-10T08:00:00Z', 'opened', 'high');
  await world.freshTo('2025-06-30');
  return { ...world, sites: { a, b, c, d } };
}
