import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, patienceMs, stopOrewatch, type World } from '../support/process.ts';
import { filler, told } from '../support/reports.ts';

const text = [told.mubiClash, filler].join('\n');
const args = ['report', '-', '--published', '2025-03-20', '--url', 'https://news.example.org/first'];

describe('orewatch report on a data folder where "orewatch up" never ran', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.dispose(), patienceMs);

  it(
    'loads the bundled sites first, says so once, and names the mines in reach',
    async () => {
      const first = await world.run(args, {}, text);
      expect(first.code).toBe(0);
      expect(first.stderr).toContain('Loaded the bundled sites and places');
      expect(first.stdout).toMatch(/mines +Muchele \d+ km/);
      expect((await world.run(args, {}, text)).stderr).not.toContain('Loaded');
    },
    patienceMs,
  );

  it(
    'leaves no room for the replay of a first start, which begins years before',
    async () => {
      const running = world.start(['up']);
      await running.says(/Ctrl-C stops it/);
      expect(running.stdout()).not.toContain('Replaying');
      expect(running.stdout()).toMatch(/watches 1\d\d sites; 1 events stored/);
      await stopOrewatch(running);
    },
    patienceMs,
  );
});
