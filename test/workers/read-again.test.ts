import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectReports } from '../../services/collecting/collect.ts';
import { readReports } from '../../workers/read.ts';
import { sweep } from '../../workers/sweep.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';
import { article, filler } from '../support/reports.ts';

let pipeline: TestPipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
});
afterAll(() => pipeline.stop());

async function hand(url: string, sentence: string): Promise<number> {
  const input = article({ url: `https://news.example.org/${url}`, text: `${sentence}\n${filler} ${url}` });
  const [outcome] = await collectReports(pipeline.context, [input], new Date('2025-03-20T10:00:00Z'));
  return outcome!.reportId;
}

async function readAt(reportId: number): Promise<Date | null> {
  const { rows } = await pipeline.database.query(
    'select news_report.read_at as "readAt" from news_report where news_report.id = $1',
    [reportId],
  );
  return rows[0].readAt;
}

async function sitesOf(reportId: number): Promise<string[]> {
  const { rows } = await pipeline.database.query(
    `select distinct site.id from reading
     join current_event e on e.event_id = reading.event_id
     join link on link.event_id = e.event_id and link.revision = e.revision and link.named
     join site on site.site_no = link.site_no
     where reading.news_report_id = $1`,
    [reportId],
  );
  return rows.map(({ id }) => id);
}

test('a report that names a site is read again when the site becomes known, and no other report is', async () => {
  const named = await hand(
    'named',
    'Gunmen attacked the Zuwanga mine in North Kivu on Wednesday, residents said.',
  );
  const other = await hand('other', 'Gunmen attacked the village of Nyabiondo on Wednesday, residents said.');
  await pipeline.idle();
  expect(await sitesOf(named)).toEqual([]);
  const otherReadAt = await readAt(other);

  await pipeline.addSites({ id: 'zuwanga', latitude: -1.4, longitude: 28.6 });

  expect(await sitesOf(named)).toEqual(['zuwanga']);
  expect(await readAt(other)).toEqual(otherReadAt);
}, 120_000);

test.each([
  ['Kéniéla', 'Keniela'],
  ['Mokwela', 'Mokwéla'],
  ['Mont Zorwa', 'Mont-Zorwa'],
  ['Lac Zuru', 'Lac\nZuru'],
  ['Xul', 'Xul'],
])(
  'a site named %s is found in a report that writes %s',
  async (name, written) => {
    const id = name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]+/g, '');
    const report = await hand(
      id,
      `Gunmen attacked the ${written} mine in North Kivu on Wednesday, residents said.`,
    );
    await pipeline.idle();
    const readBefore = await readAt(report);
    await pipeline.addSites({ id, name, latitude: -1.4, longitude: 28.6 });
    expect(await readAt(report)).not.toEqual(readBefore);
  },
  120_000,
);

test('no report is read before the bundled sites are in', async () => {
  let areSitesIn = false;
  pipeline.context.mayRead = async () => areSitesIn;
  const early = await hand('early', 'Gunmen attacked the village of Luke on Wednesday, residents said.');
  await readReports.run(pipeline.context, [early]);
  await pipeline.idle();
  expect(await readAt(early)).toBeNull();

  areSitesIn = true;
  await sweep(pipeline.context, pipeline.pipeline);
  await pipeline.idle();
  expect(await readAt(early)).not.toBeNull();
}, 120_000);
