import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorldServer, type WorldServer } from '../fetching/world-server.ts';
import { pagesAsked, serveUcdp, token, ucdpRow } from '../sources/ucdp-server.ts';
import { createWorld, type OrewatchProcess, patienceMs, type World } from '../support/process.ts';
import { until } from '../support/redis.ts';

const year = new Date().getUTCFullYear();
const version = `${year - 2001}.1`;
const pages = 12;
const perPage = 25;
const rows = Array.from({ length: pages * perPage }, (_, i) =>
  ucdpRow(i + 1, `${year - 2}-${String((i % 12) + 1).padStart(2, '0')}-11`),
);

describe('a first fetch from UCDP', () => {
  let world: World;
  let server: WorldServer;
  beforeAll(async () => {
    server = await startWorldServer();
    world = await createWorld({
      OREWATCH_UCDP_TOKEN: token,
      OREWATCH_FETCH_ALLOW: server.host,
      LOG_LEVEL: 'error',
    });
  });
  afterAll(async () => {
    await world?.dispose();
    await server?.close();
  }, patienceMs);

  /** Starts the service, and lets it fetch at once: also where the claim of one that was killed has not lapsed yet. */
  async function startFetching(): Promise<OrewatchProcess> {
    const running = world.start(['up', '--empty']);
    await running.says(/Ctrl-C stops it/);
    const database = await world.database();
    await database.query('update source_state set claimed_until = null');
    const makeDue = `update scheduled_task set started_at = '-infinity' where name = 'fetch-sources'`;
    await until('the schedule', async () => (await database.query(makeDue)).rowCount === 1, patienceMs);
    return running;
  }

  it(
    'that is killed again and again ends in the same rows, once, and asks for no page twice that it had stored',
    async () => {
      serveUcdp(server, { [version]: rows });
      const options = [
        '--base-url',
        server.url,
        '--page-size',
        String(perPage),
        '--since',
        `${year - 2}-01-01`,
      ];
      const on = await world.run(['sources', 'on', 'ucdp-ged', ...options]);
      expect(on).toMatchObject({ code: 0 });
      const asked = () => pagesAsked(server).filter((page) => page.startsWith(`${version} `));
      for (const part of [0.2, 0.6]) {
        const before = asked().length;
        const running = await startFetching();
        const enough = Math.min(pages - 1, Math.ceil(pages * part + Math.random() * 3));
        await until('pages', async () => asked().length - before > 1 && asked().length >= enough, patienceMs);
        running.kill('SIGKILL');
        await running.ended;
      }
      const last = await startFetching();
      const database = await world.database();
      const state = async () =>
        (
          await database.query(
            `select published_to as "publishedTo", failures, rows_seen as "rowsSeen", rows_new as "rowsNew"
             from source_state where source = 'ucdp-ged'`,
          )
        ).rows[0];
      await until('the end', async () => (await state()).publishedTo !== null, patienceMs);
      const count = pages * perPage;
      expect(await state()).toEqual({
        publishedTo: `${year - 2}-12-31`,
        failures: 0,
        rowsSeen: count,
        rowsNew: count,
      });
      const { rows: stored } = await database.query(
        `select count(*) as events, max(revision) as revision from event where source = 'ucdp-ged'`,
      );
      expect(stored[0]).toEqual({ events: count, revision: 1 });
      // At most the page that was under way when it was killed is asked for again.
      expect(asked().length - pages).toBeLessThanOrEqual(2);
      expect(last.stderr()).not.toContain('"level":50');
    },
    3 * patienceMs,
  );
});
