import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collectEvents, collectReports, collectSites } from '../../services/collecting/collect.ts';
import { listSetAside, tryAgainNow } from '../../services/database/set-aside.ts';
import { startPipeline, type TestPipeline, testEvent, testSite } from '../support/pipeline.ts';
import { poison } from '../support/poison.ts';
import { article, filler } from '../support/reports.ts';

const count = 500;
const patienceMs = 300_000;

/** So far apart that no event at one of them is in reach of another. */
const sites = Array.from({ length: count }, (_, i) => ({
  id: `mine-${i}`,
  latitude: -55 + Math.floor(i / 25) * 5.5,
  longitude: -175 + (i % 25) * 14,
}));
const bad = 137;

let pipeline: TestPipeline;
/** Stores without waking anybody: the sweep then finds all of it as one batch. */
let silent: TestPipeline['context'];
beforeEach(async () => {
  pipeline = await startPipeline();
  silent = { ...pipeline.context, queues: { wake: async () => {} } };
});
afterEach(() => pipeline.stop());

/** The sweep takes up what is left, and everything that can be done now is done. */
const runAll = () => pipeline.setClock(null);

async function countRows(sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await pipeline.database.query(`select count(*) as count ${sql}`, values);
  return rows[0].count;
}

async function siteNo(index: number): Promise<number> {
  const { rows } = await pipeline.database.query('select site_no from site where id = $1', [`mine-${index}`]);
  return rows[0].site_no;
}

/** One event at each of the mines, stored and not woken. */
async function storeEvents(): Promise<number[]> {
  const events = sites.map(({ latitude, longitude }, i) =>
    testEvent({ sourceEventId: `E${i}`, latitude, longitude }),
  );
  return (await collectEvents(silent, events, new Date())).map(({ eventId }) => eventId!);
}

async function expectSetAside(stage: string, id: number, reason: string | RegExp) {
  expect(await listSetAside(pipeline.database, 10)).toEqual([
    expect.objectContaining({ stage, id, reason: expect.stringMatching(reason), attempts: 1 }),
  ]);
  const [row] = await listSetAside(pipeline.database, 1);
  expect(row!.nextTryAt.getTime() - row!.lastFailedAt.getTime()).toBe(60_000);
}

/** Once its cause is gone, it is taken up when its next try has come, and is set aside no more. */
async function expectHealed(cure: () => Promise<void>) {
  await cure();
  await tryAgainNow(pipeline.database, null, null);
  await runAll();
  expect(await listSetAside(pipeline.database, 10)).toEqual([]);
}

describe('one of 500 that fails costs only itself', { timeout: patienceMs }, () => {
  test('an event that cannot be linked', async () => {
    await pipeline.addSites(...sites);
    const ids = await storeEvents();
    const cure = await poison(pipeline.database, 'link', 'insert', `new.event_id = ${ids[bad]}`);
    await runAll();
    await expectSetAside('link-events', ids[bad]!, 'this row of link is poison');
    expect(await countRows('from event where linked_revision = revision')).toBe(count - 1);
    expect(await countRows('from alert where is_open')).toBe(count - 1);
    await expectHealed(cure);
    expect(await countRows('from alert where is_open')).toBe(count);
  });

  test('a site that cannot be linked', async () => {
    await collectSites(silent, sites.map(testSite), new Date());
    const no = await siteNo(bad);
    const cure = await poison(
      pipeline.database,
      'site',
      'update',
      `new.site_no = ${no} and new.linked_location is distinct from old.linked_location`,
    );
    await runAll();
    await expectSetAside('link-sites', no, 'this row of site is poison');
    expect(await countRows('from site_risk')).toBe(count - 1);
    await expectHealed(cure);
    expect(await countRows('from site_risk')).toBe(count);
  });

  test('a site that cannot be assessed', async () => {
    await pipeline.addSites(...sites);
    await storeEvents();
    const no = await siteNo(bad);
    const cure = await poison(pipeline.database, 'assessment', 'insert', `new.site_no = ${no}`);
    await runAll();
    await expectSetAside('assess', no, 'this row of assessment is poison');
    expect(await countRows('from alert where is_open')).toBe(count - 1);
    await expectHealed(cure);
    expect(await countRows('from alert where is_open')).toBe(count);
  });

  test('an assessment that cannot be decided', async () => {
    await pipeline.addSites(...sites);
    await storeEvents();
    const no = await siteNo(bad);
    const cure = await poison(pipeline.database, 'alert', 'insert', `new.site_no = ${no}`);
    await runAll();
    const { rows } = await pipeline.database.query(
      'select id from assessment where decision is null and site_no = $1',
      [no],
    );
    await expectSetAside('alert', rows[0].id, 'this row of alert is poison');
    expect(await countRows('from alert where is_open')).toBe(count - 1);
    await expectHealed(cure);
    expect(await countRows('from alert where is_open')).toBe(count);
  });

  test('a report that cannot be read', async () => {
    const reports = Array.from({ length: count }, (_, i) =>
      article({
        url: `https://news.example.org/${i}`,
        // Reports of one occurrence are joined, which is another matter: these tell of none.
        text: `${filler}\nThis is report number ${i}.`,
      }),
    );
    const outcomes = await collectReports(silent, reports, new Date('2025-03-20T10:00:00Z'));
    const id = outcomes[bad]!.reportId!;
    const cure = await poison(
      pipeline.database,
      'news_report',
      'update',
      `new.id = ${id} and new.read_revision is not null`,
    );
    await pipeline.queues.wake({ queue: 'read', ids: outcomes.map(({ reportId }) => reportId!) });
    await pipeline.idle();
    await expectSetAside('read', id, 'this row of news_report is poison');
    expect(await countRows('from news_report where read_revision = revision')).toBe(count - 1);
    await expectHealed(cure);
    expect(await countRows('from news_report where read_revision = revision')).toBe(count);
  });

  /** A subscription for each of the mines, so that each alert makes a message of its own. */
  async function subscribeAll(): Promise<number[]> {
    const ids: number[] = [];
    for (const { id } of sites) ids.push(await pipeline.subscribe(`${id}@example.org`, { sites: [id] }));
    return ids;
  }

  test('a subscription whose deliveries cannot be put into a message', async () => {
    await pipeline.addSites(...sites);
    const ids = await subscribeAll();
    await storeEvents();
    const cure = await poison(pipeline.database, 'message', 'insert', `new.subscription_id = ${ids[bad]}`);
    await runAll();
    await expectSetAside('gather', ids[bad]!, 'this row of message is poison');
    expect(await pipeline.mails()).toHaveLength(count - 1);
    await expectHealed(cure);
    expect(await pipeline.mails()).toHaveLength(count);
  });

  test('a message that cannot be rendered', async () => {
    await pipeline.addSites(...sites);
    const ids = await subscribeAll();
    await storeEvents();
    // What the alert cites is no event any more: what renders the mail throws.
    await pipeline.database.query(`
      create function break_evidence() returns trigger language plpgsql as $$
      begin new.evidence := '[null]'; return new; end $$`);
    await pipeline.database.query(`
      create function is_bad(id bigint) returns boolean language sql as
      'select exists (select from alert where alert.id = $1 and alert.site_no = ${await siteNo(bad)})'`);
    await pipeline.database.query(`create trigger break_evidence before insert on alert_revision for each row
                                   when (is_bad(new.alert_id)) execute function break_evidence()`);
    await runAll();
    const { rows } = await pipeline.database.query(
      'select id, state, attempts, claimed_until as claimed from message where subscription_id = $1',
      [ids[bad]],
    );
    expect(rows).toMatchObject([{ state: 'pending', attempts: 1, claimed: null }]);
    await expectSetAside('deliver', rows[0].id, /null/);
    expect(await pipeline.mails()).toHaveLength(count - 1);
    await expectHealed(async () => {
      await pipeline.database.query(`update alert_revision set evidence = '[]' where evidence = '[null]'`);
    });
    expect(await pipeline.mails()).toHaveLength(count);
  });
});

describe('what is set aside', { timeout: patienceMs }, () => {
  const [mine] = sites;
  const eventAt = (over: object) =>
    testEvent({ latitude: mine!.latitude, longitude: mine!.longitude, ...over });

  test('is tried again at once when a new revision of it comes, and not before', async () => {
    await pipeline.addSites(mine!);
    const cure = await poison(pipeline.database, 'link', 'insert', 'new.revision = 1');
    const [stored] = await collectEvents(pipeline.context, [eventAt({})], new Date());
    await pipeline.idle();
    await expectSetAside('link-events', stored!.eventId!, 'poison');
    await pipeline.queues.wake({ queue: 'link-events', ids: [stored!.eventId!] });
    await runAll();
    await expectSetAside('link-events', stored!.eventId!, 'poison');
    await cure();
    await collectEvents(pipeline.context, [eventAt({ deaths: 9 })], new Date());
    await pipeline.idle();
    expect(await listSetAside(pipeline.database, 10)).toEqual([]);
    expect(await countRows('from alert where is_open')).toBe(1);
  });

  test('waits longer with each failure', async () => {
    await pipeline.addSites(mine!);
    await poison(pipeline.database, 'link', 'insert', 'true');
    await collectEvents(pipeline.context, [eventAt({})], new Date());
    await pipeline.idle();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      const [row] = await listSetAside(pipeline.database, 1);
      expect(row!.attempts).toBe(attempt);
      pauses.push((row!.nextTryAt.getTime() - row!.lastFailedAt.getTime()) / 60_000);
      await tryAgainNow(pipeline.database, 'link-events', null);
      await runAll();
    }
    expect(pauses).toEqual([1, 5, 15, 60, 240, 1440, 1440]);
  });

  test('does not hold back a newer assessment of the same site, nor the news behind it', async () => {
    await pipeline.addSites(mine!);
    await pipeline.subscribe('reader@example.org', { sites: [mine!.id] });
    const cure = await poison(pipeline.database, 'alert', 'insert', 'true');
    await collectEvents(pipeline.context, [eventAt({})], new Date());
    await pipeline.idle();
    expect(await listSetAside(pipeline.database, 10)).toMatchObject([{ stage: 'alert', attempts: 1 }]);
    await cure();
    await collectEvents(pipeline.context, [eventAt({ sourceEventId: 'E2', deaths: 7 })], new Date());
    await pipeline.idle();
    expect(await pipeline.mails()).toHaveLength(1);
    await tryAgainNow(pipeline.database, null, null);
    await runAll();
    expect(await listSetAside(pipeline.database, 10)).toEqual([]);
    const { rows } = await pipeline.database.query(
      `select decision, reason from assessment where has_news order by id`,
    );
    expect(rows).toMatchObject([
      { decision: 'nothing', reason: 'a later assessment of the site was decided before it' },
      { decision: 'opened' },
    ]);
    expect(await pipeline.mails()).toHaveLength(1);
  });
});
