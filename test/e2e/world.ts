import { expect } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { changesControl } from '../../domain/acled.ts';
import { isCovered } from '../../domain/coverage.ts';
import { type Level, rank } from '../../domain/level.ts';
import { assessSite } from '../../domain/risk/assess.ts';
import { distanceKm, type Point } from '../../domain/sphere.ts';
import { findLinkedEvents } from '../../services/database/events/linked-event.ts';
import type { Database } from '../../services/database/pool.ts';
import { readFreshness } from '../../services/database/sources/source-freshness.ts';
import { readActors } from '../../services/sources/actors.ts';
import type { World } from '../support/process.ts';
import { until } from '../support/redis.ts';

export type TestSite = Point & { id: string; minerals: string[] };

/** Groups of mines so far apart that what happens in one does not concern another. */
const regions = 4;

/**
 * Mines in the South Atlantic, where no bundled site is. Those of a region stand on a grid half a degree apart, so
 * that an event at one of them is in reach of its neighbours too.
 */
export const mines: readonly (TestSite & { region: number })[] = Array.from(
  { length: regions * 24 },
  (_, i) => {
    const [region, no] = [Math.floor(i / 24), i % 24];
    return {
      id: `mine-${i}`,
      region,
      latitude: -40 + region * 5 + Math.floor(no / 6) * 0.5,
      longitude: -20 + (no % 6) * 0.5,
      minerals: [i % 2 === 0 ? 'gold' : 'cassiterite'],
    };
  },
);

/** Waits until the database says that nothing is left to do, which is what a person would see in the end. */
export async function untilIdle(database: Database, withMails: boolean): Promise<void> {
  const isDone = async () => {
    const { rows } = await database.query(
      `select not exists (select from event where linked_revision is distinct from revision)
          and not exists (select from site where linked_location is distinct from location_revision)
          and not exists (select from assessment_due)
          and not exists (select from assessment where decision is null)
          and (not $1 or not exists (select from delivery
                                     where message_id is null and (hold_until is null or hold_until <= now()))
                     and not exists (select from message where state = 'pending')) as done`,
      [withMails],
    );
    return rows[0].done;
  };
  // What a killed process still held is taken up by the sweep, which comes once a minute.
  await until('an idle pipeline', isDone, 90_000);
}

/** Every event is linked to exactly the mines in reach, by exhaustive search. */
export async function expectAllLinked(database: Database): Promise<void> {
  const { rows: events } = await database.query(
    `select event_id as id, latitude, longitude, sub_type as "subType" from current_event
     where longitude between -21 and -16`,
  );
  const { rows: links } = await database.query(
    `select link.event_id as "eventId", site.id as "siteId", link.distance_km as km
     from link join site using (site_no) where site.id like 'mine-%'`,
  );
  const expected = new Map<string, number>();
  for (const event of events) {
    const { radiusKm, controlRadiusKm } = riskPolicy.link;
    const reachKm = changesControl(event) ? controlRadiusKm : radiusKm;
    for (const mine of mines) {
      const km = distanceKm(event, mine);
      if (km <= reachKm) expected.set(`${event.id} ${mine.id}`, km);
    }
  }
  const found = new Map<string, number>(links.map(({ eventId, siteId, km }) => [`${eventId} ${siteId}`, km]));
  expect([...expected.keys()].filter((key) => !found.has(key))).toEqual([]);
  expect(found.size).toBe(expected.size);
  const isOff = ([key, km]: [string, number]) => Math.abs(km - expected.get(key)!) > 0.002;
  expect([...found].filter(isOff)).toEqual([]);
}

/** The stored assessment of each mine is the one that all its events together give. */
export async function expectAllAssessed(database: Database, withinPoints: number): Promise<void> {
  const { rows } = await database.query(
    `select site.site_no as "siteNo", site.id, site_risk.at, site_risk.score, site_risk.level
     from site left join site_risk using (site_no) where site.id like 'mine-%'`,
  );
  expect(rows).toHaveLength(mines.length);
  const actors = readActors();
  const freshTo = await readFreshness(database);
  for (const { siteNo, id, at, score, level } of rows) {
    expect(at, `${id} was never assessed`).not.toBeNull();
    const linked = await findLinkedEvents(database, [siteNo], at, riskPolicy.score.maxAgeDays);
    const covered = isCovered(null, at, freshTo, riskPolicy.coverage);
    const knowledge = {
      actors,
      kind: 'artisanal',
      operator: null,
      isCovered: covered,
      lastVisit: null,
    } as const;
    const risk = assessSite(linked.of(siteNo), at, riskPolicy, knowledge);
    // Whether a quiet site is low or unknown hangs on how fresh the sources were when it was assessed.
    expect(rank(level), `rank of the level of ${id}`).toBe(rank(risk.level));
    expect(Math.abs(score - risk.score), `score of ${id}`).toBeLessThanOrEqual(withinPoints);
  }
}

export type TestSubscription = {
  email: string;
  minLevel: Exclude<Level, 'unknown'>;
  covers: (site: TestSite) => boolean;
};

/**
 * Every alert revision has its delivery for each subscription that matches, each delivery is in one message or is
 * held back for the next one, each message was sent, and the outbox holds one file for it.
 */
export async function expectAllTold(
  world: World,
  database: Database,
  subscriptions: readonly TestSubscription[],
): Promise<void> {
  const { rows: revisions } = await database.query(
    `select r.alert_id as "alertId", r.revision, r.kind, r.level, site.id as "siteId"
     from alert_revision r join alert on alert.id = r.alert_id join site using (site_no)`,
  );
  // Events come in and none goes: nothing can ease.
  expect(revisions.filter(({ kind }) => !['opened', 'escalated', 'updated'].includes(kind))).toEqual([]);
  const expected = revisions.flatMap(({ alertId, revision, level, siteId }) =>
    subscriptions
      .filter(({ minLevel, covers }) => {
        const mine = mines.find(({ id }) => id === siteId);
        return mine && covers(mine) && rank(level) >= rank(minLevel);
      })
      .map(({ email }) => `${email} ${alertId}/${revision}`),
  );
  const { rows: deliveries } = await database.query(
    `select delivery.alert_id as "alertId", delivery.alert_revision as revision, subscriber.email as recipient,
            r.kind, delivery.message_id is null as "isHeld"
     from delivery
     join subscription on subscription.id = delivery.subscription_id
     join subscriber on subscriber.id = subscription.subscriber_id
     join alert_revision r on r.alert_id = delivery.alert_id and r.revision = delivery.alert_revision`,
  );
  // Only what adds to an alert that was told already may wait for another day.
  expect(deliveries.filter(({ kind, isHeld }) => isHeld && kind !== 'updated')).toEqual([]);
  const found = deliveries.map(({ alertId, revision, recipient }) => `${recipient} ${alertId}/${revision}`);
  expect(found.sort()).toEqual(expected.sort());
  expect(new Set(found).size).toBe(found.length);

  const { rows: messages } = await database.query(
    `select message_id as "messageId", recipient, state,
            (select count(*) from delivery where delivery.message_id = message.id) as deliveries from message`,
  );
  expect(messages.filter(({ state, deliveries }) => state !== 'sent' || deliveries === 0)).toEqual([]);
  const mails = await world.mails();
  const told = mails.map((mail) => `${mail.messageId} ${[mail.to].flat()[0]!.text}`);
  expect(told.sort()).toEqual(messages.map(({ messageId, recipient }) => `${messageId} ${recipient}`).sort());
  expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(mails.length);
}
