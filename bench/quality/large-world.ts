import path from 'node:path';
import { openStack, type Stack } from '../../cli/stack.ts';
import { readConfig } from '../../config/env.ts';
import { riskPolicy } from '../../config/risk-policy.ts';
import { indexForLinking, linkEvent } from '../../domain/sites/link.ts';
import type { CollectedEvent } from '../../services/database/events/event.ts';
import { storeEvents } from '../../services/database/events/event.ts';
import { insertLinks, type LinkRow, markLinked } from '../../services/database/events/link.ts';
import { judgeMonth, judgingSource } from '../../services/quality/judge-month.ts';
import { parseEvent } from '../../services/sources/events/event-input.ts';
import { withScratchFolder } from '../scratch-folder.ts';
import { makeWorld } from '../world.ts';

const month = '2025-11';
const knownAt = new Date('2025-10-31T00:00:00Z');
/** All events that the world made up on or after it. */
const firstDay = '2025-06-01';
const scoresEach = 60;

/** Judges one month of 12,000 made-up sites, each with sixty scores that were given, on the embedded stack. */
export async function judgeLargeWorld(say: (text: string) => void): Promise<void> {
  await withScratchFolder(async (folder) => {
    const config = readConfig({ OREWATCH_DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'warn' });
    const stack = await openStack(config, { owner: 'only', work: 'none' });
    try {
      const { events, links } = await fill(stack);
      say(`${events} events and ${links} links from ${firstDay} on`);
      const { database, policy } = stack.context;
      const heapMb = () => Math.round(process.memoryUsage().heapUsed / 2 ** 20);
      const heapBefore = heapMb();
      const startedAt = performance.now();
      const figures = await judgeMonth(database, month, policy);
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(2);
      say(
        `${figures?.siteDays} site-days of ${month}, ${figures?.followed} followed, judged in ${seconds} s`,
      );
      say(`heap ${heapBefore} MB before, ${heapMb()} MB after`);
    } finally {
      await stack.close();
    }
  });
}

async function fill({ context: { database } }: Stack): Promise<{ events: number; links: number }> {
  const { sites, events } = makeWorld(12_000, 118_000);
  const [ids, latitudes, longitudes] = [
    sites.map(({ id }) => id),
    sites.map(({ latitude }) => latitude),
    sites.map(({ longitude }) => longitude),
  ];
  const { rows: numbered } = await database.query(
    `insert into site (id, name, kind, country, latitude, longitude, status, recorded_at)
     select id, id, 'artisanal', 'CD', latitude, longitude, 'unknown', $4
     from unnest($1::text[], $2::float8[], $3::float8[]) as made (id, latitude, longitude)
     returning site_no as "siteNo", id, latitude, longitude`,
    [ids, latitudes, longitudes, knownAt],
  );
  const indexed = indexForLinking(numbered);
  const recent = events.filter(({ occurredOn }) => occurredOn >= firstDay).map(collected);
  const stored = await storeEvents(database, recent, knownAt);
  const links: LinkRow[] = [];
  recent.forEach(({ event }, i) => {
    const { eventId, revision } = stored[i]!;
    linkEvent(event, indexed, riskPolicy, ({ siteNo }, distanceKm, named) => {
      links.push({ eventId, revision, siteNo, distanceKm, named });
    });
  });
  await insertLinks(database, links);
  const eventIds = stored.map(({ eventId }) => eventId);
  await markLinked(database, eventIds);
  await database.query(
    `insert into assessment (site_no, at, score, level, previous_level, violence_chance, signals, contributions,
       has_news, model, policy, recorded_at, decision)
     select site_no, at, chance, 'low', 'low', chance, '[]', '[]', false, 'made up', $2, at, 'none'
     from (select site_no, $1::timestamptz - make_interval(hours => n) as at, site_no % 100 as chance
           from site, generate_series(1, $3) as n order by n desc) as given`,
    [knownAt, riskPolicy.version, scoresEach],
  );
  await database.query('analyze');
  return { events: recent.length, links: links.length };
}

function collected(made: ReturnType<typeof makeWorld>['events'][number], i: number): CollectedEvent {
  const { deaths, ...where } = made;
  const input = {
    ...where,
    source: judgingSource,
    sourceEventId: String(i),
    type: 'Battles',
    subType: 'Armed clash',
    locationPrecision: 1,
    deathsBest: deaths,
    confidence: 'confirmed',
  };
  const parsed = parseEvent(input, new Date('2026-01-02'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusals));
  const report = {
    externalId: String(i),
    publisher: null,
    title: null,
    url: null,
    publishedAt: null,
    mayShowRaw: true,
    content: input,
  };
  return { event: parsed.event, report };
}
