import path from 'node:path';
import { openStack } from '../cli/stack.ts';
import { readConfig } from '../config/env.ts';
import type { SiteContent } from '../domain/site.ts';
import { collectEvents, collectSites } from '../services/collecting/collect.ts';
import type { CollectedEvent } from '../services/database/events/event.ts';
import { parseEvent } from '../services/sources/events/event-input.ts';
import { assess } from '../workers/assess.ts';
import { linkEvents } from '../workers/link-events.ts';
import { linkSites } from '../workers/link-sites.ts';
import { normal, seededRandom } from './random.ts';
import { withScratchFolder } from './scratch-folder.ts';

// Many reports of one occurrence, by as many publishers, around one site: linked all at once, linked in batches of 100
// as they come in, then one more by itself, then the site assessed. Each size has a place of its own. A cost for each
// report that stays the same shows that the whole grows in proportion.

const sizes = [500, 1000, 2000, 4000];
const batchSize = 100;
const further = 20;
const today = new Date('2026-01-15T12:00:00Z');
const random = seededRandom(20260115);

const emptySite: Omit<SiteContent, 'name' | 'latitude' | 'longitude'> = {
  ...{
    aliases: [],
    kind: 'artisanal',
    operator: null,
    country: 'CD',
    admin1: null,
    minerals: ['gold'],
    status: 'unknown',
  },
};

const say = (text: string) => process.stdout.write(`${text}\n`);

function reportsOf(name: string, count: number, latitude: number): CollectedEvent[] {
  return Array.from({ length: count }, (_, i) => {
    const content = {
      source: `publisher-${Math.floor(random() * 400)}`,
      sourceEventId: `${name}-${i}`,
      occurredOn: '2026-01-14',
      type: 'Battles',
      subType: 'Armed clash',
      place: 'Made-up Town',
      latitude: latitude + 0.01 * normal(random),
      longitude: 27 + 0.01 * normal(random),
      locationPrecision: 1,
      actors: ['Made-up Front', 'Made-up Army'],
      deathsBest: 4 + Math.floor(random() * 3),
      confidence: random() < 0.2 ? 'confirmed' : 'provisional',
    };
    const parsed = parseEvent(content, today);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusals));
    const report = { publisher: null, title: null, url: null, publishedAt: null, mayShowRaw: true, content };
    return { event: parsed.event, report: { externalId: content.sourceEventId, ...report } };
  });
}

await withScratchFolder(async (folder) => {
  const config = readConfig({ OREWATCH_DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'warn' });
  const stack = await openStack(config, { owner: 'only', work: 'none' });
  const { context } = stack;
  const timed = async (work: () => Promise<unknown>) => {
    const startedAt = performance.now();
    await work();
    return performance.now() - startedAt;
  };
  const link = (reports: readonly CollectedEvent[]) =>
    timed(async () => {
      const outcomes = await collectEvents(context, reports, today);
      await linkEvents.run(
        context,
        outcomes.map(({ eventId }) => eventId),
      );
    });

  say(
    'reports   at once          per report   in batches of 100   per report   one more   assessed   memory',
  );
  for (const [i, size] of sizes.entries()) {
    const latitude = -2 - 3 * i;
    await addSite(`bench-${size}`, latitude);
    const atOnce = await link(reportsOf(`at-once-${size}`, size, latitude));
    const arriving = reportsOf(`arriving-${size}`, size + further, latitude + 20);
    let inBatches = 0;
    for (let k = 0; k < size; k += batchSize) inBatches += await link(arriving.slice(k, k + batchSize));
    let singly = 0;
    for (const one of arriving.slice(size)) singly += await link([one]);
    const siteNos = await addSite(`bench-arriving-${size}`, latitude + 20);
    await linkSites.run(context, siteNos);
    const assessed = await timed(() => assess.run(context, siteNos));
    const cells = [
      `${size}`.padEnd(9),
      `${(atOnce / 1000).toFixed(2)} s`.padEnd(16),
      `${(atOnce / size).toFixed(2)} ms`.padEnd(12),
      `${(inBatches / 1000).toFixed(2)} s`.padEnd(19),
      `${(inBatches / size).toFixed(2)} ms`.padEnd(12),
      `${(singly / further).toFixed(1)} ms`.padEnd(10),
      `${assessed.toFixed(0)} ms`.padEnd(10),
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
    ];
    say(cells.join(' '));
  }
  const { rows } = await context.database.query(
    `select (select count(*)::int from incident_member) as members,
            (select count(distinct incident_id)::int from incident_member) as incidents,
            (select count(*)::int from event_pair) as pairs`,
  );
  say(`${rows[0].members} events in ${rows[0].incidents} incidents, tied by ${rows[0].pairs} pairs`);
  await stack.close();

  async function addSite(id: string, latitude: number): Promise<number[]> {
    const site = { ...emptySite, name: id, latitude, longitude: 27 };
    const collected = { dataset: 'bench', recordId: id, siteId: id, sameAs: [], visits: [], site };
    await collectSites(context, [collected], today);
    const found = await context.database.query('select site_no from site where id = $1', [id]);
    return found.rows.map((row) => row.site_no);
  }
});
