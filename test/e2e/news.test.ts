import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReplayStep, replayReports } from '../../cli/replay-reports.ts';
import { packageRoot } from '../../config/package-root.ts';
import { insertFeed } from '../../services/database/feeds/feed.ts';
import { importFile } from '../../services/importing/import-file.ts';
import { parseReport } from '../../services/reading/report-input.ts';
import { createSourceFetcher } from '../../workers/fetch-sources.ts';
import { startWorldServer, type WorldServer } from '../fetching/world-server.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';

// From words to a warning: an article and a feed, through every stage, to the mail.

const articleFile = path.join(packageRoot, '../shared/data/reports/walikale-2025-03-20.txt');
const millisecondsPerDay = 86_400_000;

async function startWithSites(recordedAt: Date): Promise<TestPipeline> {
  const pipeline = await startPipeline();
  const file = path.join(packageRoot, 'data', 'sites.csv');
  await importFile({
    kind: 'sites',
    format: 'csv',
    input: createReadStream(file),
    fileName: file,
    source: 'orewatch',
    context: pipeline.context,
    recordedAt,
    refusedFolder: '/nonexistent',
  });
  await pipeline.subscribe('bisie@example.org', { sites: ['bisie'] });
  return pipeline;
}

describe.skipIf(!existsSync(articleFile))(
  'the article of 20 March 2025 (skipped where ../shared/data is absent)',
  () => {
    let pipeline: TestPipeline;
    const steps: ReplayStep[] = [];
    beforeAll(async () => {
      const publishedAt = new Date('2025-03-20T16:00:00Z');
      pipeline = await startWithSites(new Date(publishedAt.getTime() - millisecondsPerDay));
      const [title, ...paragraphs] = readFileSync(articleFile, 'utf8').split('\n');
      const given = { publisher: 'AFP', title, text: paragraphs.join('\n') };
      const parsed = await parseReport({ ...given, publishedAt: publishedAt.toISOString() }, publishedAt);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusals));
      const ended = new AbortController();
      const stack = {
        context: pipeline.context,
        waitUntilIdle: pipeline.idle,
        setClock: pipeline.setClock,
        config: { groupingSeconds: 0 },
      };
      const report = { publishedAt, publisher: 'AFP', title: title!, summary: null, url: null };
      await replayReports(stack, [{ ...report, told: { article: parsed.article } }], {
        signal: ended.signal,
        onStep(step) {
          steps.push(step);
          ended.abort();
        },
        onDay: () => {},
      });
    }, 120_000);
    afterAll(() => pipeline?.stop());

    it('tells of four events, each at its place and day', async () => {
      const { rows } = await pipeline.database.query(
        `select place, occurred_on::text as day, date_precision as precision, sub_type as "subType", confidence
         from current_event where not retracted order by occurred_on, place`,
      );
      const provisional = { confidence: 'provisional' };
      expect(rows).toHaveLength(4);
      expect(rows.find((event) => event.place === 'Bukavu')).toMatchObject({
        ...{ day: '2025-02-14', subType: 'Non-state actor overtakes territory', ...provisional },
      });
      expect(rows.find((event) => event.place === 'Bisie')).toMatchObject({
        ...{ precision: 4, subType: 'Operation suspended', ...provisional },
      });
      expect(rows.find((event) => event.place === 'Bisie')!.day).toMatch(/^2025-03-/);
      expect(rows.find((event) => event.place === 'Mubi')).toMatchObject({
        ...{ day: '2025-03-19', precision: 1, subType: 'Armed clash', ...provisional },
      });
      const walikale = rows.find((event) => event.place.startsWith('Walikale'));
      expect(walikale).toMatchObject({ subType: 'Non-state actor overtakes territory', ...provisional });
      expect(['2025-03-19', '2025-03-20']).toContain(walikale!.day);
    });

    it('ties them to the mines around with the distances of a map', async () => {
      const { rows } = await pipeline.database.query<{ place: string; km: number }>(
        `select e.place, round(link.distance_km)::int as km from link
         join current_event e on e.event_id = link.event_id and e.revision = link.revision
         join site on site.site_no = link.site_no where site.id = 'bisie'`,
      );
      const kmOf = Object.fromEntries(rows.map(({ place, km }) => [place.replace(/-centre$/, ''), km]));
      expect(kmOf).toEqual({ Walikale: 57, Mubi: 35, Bisie: 0 });
    });

    it('alerts whoever follows Bisie on that day, with what it rests on', async () => {
      const told = steps.flatMap((step) => step.told).filter(({ siteId }) => siteId === 'bisie');
      expect(told).toMatchObject([{ kind: 'opened', level: 'high' }]);
      const mails = await pipeline.mails();
      expect(mails).toHaveLength(1);
      expect(mails[0]!.date!.toISOString().slice(0, 10)).toBe('2025-03-20');
      expect(mails[0]!.subject).toContain('Bisie');
      expect(mails[0]!.text).toMatch(/Walikale[\s\S]*57\s+km/);
    });
  },
);

describe('a news feed', () => {
  let pipeline: TestPipeline;
  let world: WorldServer;
  beforeAll(async () => {
    pipeline = await startWithSites(new Date());
    world = await startWorldServer();
  });
  afterAll(async () => {
    await world?.close();
    await pipeline?.stop();
  });

  it('that brings word of a halt at Bisie has its follower told, once', async () => {
    const tells =
      'Alphamin has suspended operations at its Bisie tin mine and evacuated its staff, the company said on the same day.';
    const more =
      'The mine lies in Walikale territory in North Kivu. Most of its people come from the region. ';
    world.on('/article', (_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<html><body><nav>Home</nav><article><h1>Mine stops</h1><p>${tells} ${more.repeat(3)}</p></article></body></html>`,
      );
    });
    world.on('/feed', (_, response) => {
      response.setHeader('content-type', 'application/rss+xml');
      response.end(
        `<rss version="2.0"><channel><title>Lake News</title><item><title>Mine stops</title><link>${world.url}/article</link><pubDate>${new Date().toUTCString()}</pubDate></item></channel></rss>`,
      );
    });
    const feed = { publisher: null, language: null, everyMinutes: 15, mayShowRaw: false };
    await insertFeed(pipeline.database, { ...feed, url: `${world.url}/feed` }, new Date());
    const { database, queues } = pipeline;
    const fetching = { userAgent: 'Orewatch/test', allow: [world.host], pauseMs: 1 };
    const settings = {
      fetching,
      credentials: {},
      operator: { email: null, mailFrom: 'orewatch@localhost' },
    };
    const pollIn = (minutes: number) =>
      createSourceFetcher(
        { database, queues, log: pino({ level: 'silent' }) },
        settings,
        () => new Date(Date.now() + minutes * 60_000),
      ).run();
    await pollIn(0);
    await pipeline.idle();
    const mails = await pipeline.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toContain('Bisie');
    // One reading alone does not make a level severe.
    expect(mails[0]!.text).toContain('HIGH');
    expect(mails[0]!.text).toMatch(/waits\s+for\s+confirmation/);
    expect(mails[0]!.text).toContain(`${world.url}/article`);
    // What was read is not told as if the report had put it so.
    expect(mails[0]!.text).toContain('Read by machine');
    expect(mails[0]!.text).not.toContain('Report: "');

    await pollIn(20);
    await pipeline.idle();
    expect(await pipeline.mails()).toHaveLength(1);
  });
});
