import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { collectEvents, collectSites } from '../../services/collecting/collect.ts';
import { restoreSite, withdrawSite } from '../../services/collecting/withdraw-site.ts';
import { recordPolicy } from '../../services/database/assessments/assessment.ts';
import { findDueSites, markDue } from '../../services/database/assessments/assessment-due.ts';
import { insertLinks } from '../../services/database/events/link.ts';
import { holdWithdrawals, markWithdrawn } from '../../services/database/sites/site-withdrawal.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import { loadIndexedSites } from '../../services/linking/site-index-cache.ts';
import type { PipelineContext } from '../../services/running/context.ts';
import { alert } from '../../workers/alert.ts';
import { assess } from '../../workers/assess.ts';
import { linkEvents } from '../../workers/link-events.ts';
import { linkSites } from '../../workers/link-sites.ts';
import type { Stage } from '../../workers/stage.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testEvent, testSite } from '../support/pipeline.ts';
import { until } from '../support/redis.ts';

let test: TestDatabase;
/** Nobody is woken: each step of the pipeline is taken by the tests. */
let context: PipelineContext;
beforeEach(async () => {
  test = await createTestDatabase();
  const { database } = test;
  const log = pino({ level: 'silent' });
  context = { database, queues: { wake: async () => {} }, policy: riskPolicy, actors: new Map(), log };
  await recordPolicy(database, riskPolicy, new Date());
  await collectSites(context, [testSite({ id: 'kokoli', latitude: 0, longitude: 20 })], new Date());
  await run(linkSites);
  await run(assess);
  await run(alert);
});
afterEach(() => test.drop());

async function run(stage: Stage): Promise<void> {
  await stage.run(context, await stage.findUnfinished(context, 1000));
}
const post = () =>
  collectEvents(context, [testEvent({ latitude: 0.01, longitude: 20, deaths: 30 })], new Date());
const by = { author: 'Ada', key: null, reason: 'It stood twice' };
const withdraw = () => withdrawSite(context, 'kokoli', by, new Date());
const count = async (sql: string) => (await test.database.query(`select count(*) from ${sql}`)).rows[0].count;
const alerts = async () =>
  (
    await test.database.query(
      'select is_open, kind from alert join alert_revision r on r.alert_id = id order by r.revision',
    )
  ).rows;

/** Resolves once somebody waits for a lock that another one holds. */
const waits = () =>
  until('a lock that is waited for', async () => (await count('pg_locks where not granted')) > 0);

describe('a withdrawal that comes', () => {
  it('before its site is linked to an event leaves nothing to assess', async () => {
    const [event] = await post();
    await withdraw();
    await linkEvents.run(context, [event!.eventId]);
    expect([await count('link'), await findDueSites(test.database, 10)]).toEqual([0, []]);
  });

  it('before its site is assessed takes the mark away', async () => {
    await post();
    await run(linkEvents);
    expect(await findDueSites(test.database, 10)).toHaveLength(1);
    const assessed = await count('assessment');
    await withdraw();
    await run(assess);
    expect([await count('assessment'), await findDueSites(test.database, 10)]).toEqual([assessed, []]);
  });

  it('before the assessment is decided upon opens no alert', async () => {
    await post();
    await run(linkEvents);
    await run(assess);
    await withdraw();
    await run(alert);
    expect(await alerts()).toEqual([]);
    const { rows } = await test.database.query(
      'select decision, reason from assessment order by id desc limit 1',
    );
    expect(rows).toEqual([{ decision: 'nothing', reason: 'the site is no longer watched' }]);
  });

  it('just before the assessment is decided upon is waited for, and opens no alert', async () => {
    await post();
    await run(linkEvents);
    await run(assess);
    let decided: Promise<void> | undefined;
    await inTransaction(test.database, async (client) => {
      await markWithdrawn(client, 1, by, new Date());
      decided = run(alert);
      await waits();
    });
    await decided;
    expect(await alerts()).toEqual([]);
  });

  it('while its site is marked by somebody else leaves a mark that is taken away', async () => {
    await inTransaction(test.database, async (client) => {
      await markDue(client, [{ siteNo: 1, dueAt: new Date(), hasNews: true }]);
      await withdraw();
    });
    const assessed = await count('assessment');
    await run(assess);
    expect([await count('assessment'), await count('assessment_due')]).toEqual([assessed, 0]);
  });

  it('while events are linked waits for that, and takes the links away', async () => {
    const [event] = await post();
    let withdrawn: Promise<void> | undefined;
    await inTransaction(test.database, async (client) => {
      const { sites } = await loadIndexedSites(test.database, client);
      withdrawn = withdraw();
      await waits();
      const link = {
        eventId: event!.eventId,
        revision: 1,
        siteNo: sites[0]!.siteNo,
        distanceKm: 1,
        named: false,
      };
      await insertLinks(client, [link]);
    });
    await withdrawn;
    expect(await count('link')).toBe(0);
  });

  it('while an alert is decided upon waits for that, and closes what was opened', async () => {
    await post();
    await run(linkEvents);
    await run(assess);
    let withdrawn: Promise<void> | undefined;
    await inTransaction(test.database, async (client) => {
      await holdWithdrawals(client);
      withdrawn = withdraw();
      await waits();
      const { rows } = await client.query(
        `insert into alert (site_no, revision, is_open, opened_at, cited, told_keys) values (1, 1, true, now(), '[]', '{}')
         returning id`,
      );
      await client.query(
        `insert into alert_revision (alert_id, revision, kind, level, previous_level, score, violence_chance, reason,
           corrections, assessment_id, signals, evidence, is_told, at, recorded_at)
         select $1, 1, 'opened', 'high', 'low', 40, 4, 'news', '{}', max(id), '[]', '[]', true, now(), now() from assessment`,
        [rows[0].id],
      );
    });
    await withdrawn;
    expect(await alerts()).toEqual([
      { is_open: false, kind: 'opened' },
      { is_open: false, kind: 'resolved' },
    ]);
  });

  it('and goes, again and again, while news is worked off, ends with no alert and no link', {
    timeout: 60_000,
  }, async () => {
    const work = async (stage: Stage) => {
      for (let i = 0; i < 15; i++) await run(stage);
    };
    const change = async () => {
      for (let i = 0; i < 8; i++) {
        await withdraw();
        await restoreSite(context, 'kokoli', by, new Date());
        await collectEvents(
          context,
          [testEvent({ sourceEventId: `E${i}`, latitude: 0.01, longitude: 20, deaths: 30 })],
          new Date(),
        );
      }
      await withdraw();
    };
    await Promise.all([change(), work(linkEvents), work(linkSites), work(assess), work(alert)]);
    for (const stage of [linkEvents, linkSites, assess, alert]) await run(stage);
    expect([await count('link'), await count('alert where is_open'), await count('assessment_due')]).toEqual([
      0, 0, 0,
    ]);
  });
});
