import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../domain/time.ts';
import { collectReports } from '../../services/collecting/collect.ts';
import { settleEvent } from '../../services/reviewing/review-reading.ts';
import { startPipeline, type TestPipeline, today } from '../support/pipeline.ts';
import { article, filler } from '../support/reports.ts';

let pipeline: TestPipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
  await pipeline.addSites({ id: 'mine', latitude: -1.43, longitude: 28.1 });
});
afterAll(() => pipeline.stop());

async function alertOf(siteId: string) {
  const { rows } = await pipeline.database.query(
    `select r.kind, r.level, alert.is_open as "isOpen" from alert
     join alert_revision r on r.alert_id = alert.id and r.revision = alert.revision
     join site on site.site_no = alert.site_no where site.id = $1 order by alert.id desc`,
    [siteId],
  );
  return rows[0];
}

const settle = async (reportId: number, eventId: number, decision: Parameters<typeof settleEvent>[2]) => {
  const by = { author: 'Ada', key: null, reason: 'Called the mayor' };
  await settleEvent(pipeline.context, { reportId, eventId }, decision, by, new Date());
  await pipeline.idle();
};

test('a report of today opens an alert; its rejection cancels it, and a correction assesses anew', async () => {
  const publishedAt = new Date();
  const day = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const yesterday = day.format(new Date(`${addDays(today(), -1)}T00:00:00Z`));
  const text = `M23 rebels captured the town of Walikale in North Kivu on ${yesterday}, local officials said.\n${filler}`;
  const [stored] = await collectReports(pipeline.context, [article({ publishedAt, text })], new Date());
  await pipeline.idle();
  const { rows } = await pipeline.database.query(
    'select event_id as id from reading where news_report_id = $1',
    [stored!.reportId],
  );
  expect(rows).toHaveLength(1);
  const { id } = rows[0];
  expect(await alertOf('mine')).toEqual({ kind: 'opened', level: 'high', isOpen: true });

  await settle(stored!.reportId, id, { action: 'reject' });
  expect(await alertOf('mine')).toMatchObject({ kind: 'cancelled', isOpen: false });

  await settle(stored!.reportId, id, { action: 'confirm' });
  expect(await alertOf('mine')).toMatchObject({ kind: 'opened', level: 'severe', isOpen: true });

  // It was the other end of the territory: 60 km from the mine.
  await settle(stored!.reportId, id, {
    action: 'correct',
    revise: (event) => ({ ...event, place: 'Kibua', latitude: -0.95, longitude: 28.1 }),
  });
  expect(await alertOf('mine')).toMatchObject({ kind: 'corrected', level: 'guarded', isOpen: true });
});
