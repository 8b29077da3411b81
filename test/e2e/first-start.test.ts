import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, patienceMs, stopOrewatch, stopWithinMs, type World } from '../support/process.ts';

const ready = /Ctrl-C stops it/;

describe('the first start', () => {
  let world: World;
  beforeAll(async () => {
    // What the shell says of another PostgreSQL is not for the embedded one.
    world = await createWorld({ PGPORT: '5433', PGHOST: 'nowhere.invalid', PGSSLMODE: 'require' });
  });
  afterAll(() => world.dispose(), patienceMs);

  it(
    'replays the bundled reports in plain words, shows the key of the API once and leaves mails in the outbox',
    async () => {
      const first = world.start(['up']);
      const key = (await first.says(/API key\s+(ore_\S+)/))[1]!;
      await first.says(ready);
      expect(first.stdout()).toMatch(/09 Mar 2025 {2}M23 takes Nyabiondo/);
      expect(first.stdout()).toMatch(/» alert (opened|escalated), level severe: .*Bisie/);
      // Each event of a report is told with its own sites.
      expect(first.stdout()).toMatch(/Walikale: non-state actor overtakes territory.*nearest Ifarifari 4 km/);
      expect(first.stdout()).toMatch(/Mubi: armed clash.*nearest Muchele 13 km/);
      expect(first.stdout()).toContain(path.join(world.dataDir, 'outbox'));
      const url = /API\s+(http\S+)\/v1/.exec(first.stdout())![1];
      const headers = { Authorization: `Bearer ${key}` };
      const risk = await fetch(`${url}/v1/sites/bisie/risk?at=2025-03-20T12:00:00Z`, { headers });
      expect(risk.status).toBe(200);
      expect(await risk.json()).toMatchObject({ siteId: 'bisie', level: 'severe' });
      const mails = await world.mails();
      expect(mails.length).toBeGreaterThan(3);
      expect(mails.some((mail) => mail.subject!.includes('Bisie'))).toBe(true);
      expect(await stopOrewatch(first, 'SIGINT')).toEqual({ code: 0, signal: null });
      expect(await world.postgresPid()).toBeNull();

      const second = world.start(['up']);
      await second.says(ready);
      expect(second.stdout()).not.toContain('Replaying');
      expect(second.stdout()).not.toContain('API key');
      const { rows } = await (await world.database()).query('select count(*) as count from api_key');
      expect(rows).toEqual([{ count: 1 }]);
      expect(await world.mails()).toHaveLength(mails.length);
      expect(await stopOrewatch(second, 'SIGTERM')).toEqual({ code: 0, signal: null });
      expect(await world.postgresPid()).toBeNull();
    },
    4 * patienceMs,
  );
});

describe('a first start that is interrupted during the replay', () => {
  let whole: World;
  afterAll(() => whole?.dispose(), patienceMs);

  it(
    'stops within seconds by Ctrl-C, goes on after kill -9, and ends with the same mails as a start that was left alone',
    async () => {
      whole = await createWorld();
      const undisturbed = whole.start(['up']);
      const interrupted = await createWorld();
      try {
        const first = interrupted.start(['up']);
        await first.says(/21 Jan 2025/);
        const askedAt = Date.now();
        expect(await stopOrewatch(first, 'SIGINT')).toEqual({ code: 0, signal: null });
        expect(Date.now() - askedAt).toBeLessThan(stopWithinMs);
        expect(await interrupted.postgresPid()).toBeNull();
        const second = interrupted.start(['up']);
        await second.says(/20 Mar 2025/);
        second.kill('SIGKILL');
        await second.ended;
        const third = interrupted.start(['up']);
        await third.says(ready);
        // The key is made when it can be shown.
        expect(third.stdout()).toMatch(/API key\s+ore_/);
        await undisturbed.says(ready);
        const subjects = async (world: World) => (await world.mails()).map((mail) => mail.subject).sort();
        expect(await subjects(interrupted)).toEqual(await subjects(whole));
        await stopOrewatch(third);
      } finally {
        await interrupted.dispose();
      }
      await stopOrewatch(undisturbed);
    },
    4 * patienceMs,
  );
});
