import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleInput } from '../../domain/reading/reports/article.ts';
import { getSiteRisk } from '../../services/api/routes/site-risk.ts';
import { readSiteRisk } from '../../services/assessing/site-risk.ts';
import { collectReports } from '../../services/collecting/collect.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';
import { article, filler, told } from '../support/reports.ts';

const at = new Date('2025-03-20T10:00:00Z');
let pipeline: TestPipeline;
beforeEach(async () => {
  pipeline = await startPipeline();
  await pipeline.addSitesAt(new Date('2025-03-01'), {
    id: 'bisie',
    latitude: -1.033035,
    longitude: 27.744321,
  });
});
afterEach(() => pipeline.stop());

async function hand(...articles: Partial<ArticleInput>[]): Promise<number[]> {
  const outcomes = await collectReports(pipeline.context, articles.map(article), at);
  await pipeline.idle();
  return outcomes.map(({ reportId }) => reportId);
}

/** How the one clash of a day counts at Bisie. */
async function contributionOf(day: string) {
  const { rows } = await pipeline.database.query(`select site_no from site where id = 'bisie'`);
  const { risk } = await readSiteRisk(pipeline.context, rows[0].site_no, new Date('2025-03-25'), null, at);
  const own = risk.violence.contributions.filter(
    ({ event }) => event.occurredOn === day && event.subType === 'Armed clash',
  );
  expect(own).toHaveLength(1);
  return own[0]!;
}

const originsOf = async (ids: number[]) => {
  const { rows } = await pipeline.database.query(
    'select origin from news_report where id = any($1) order by id',
    [ids],
  );
  return rows.map(({ origin }) => origin);
};

const agencyText = `GOMA (AFP) - ${told.mubiClash}\n${filler}`;

/** One text in ten papers. Half of them leave out the credit; each adds a line of its own. */
const copies = Array.from({ length: 10 }, (_, i) => ({
  url: `https://paper-${i}.example.org/a`,
  publisher: `Paper ${i}`,
  text: `${i % 2 ? agencyText : agencyText.replace('GOMA (AFP) - ', '')}\nMore in tomorrow's paper number ${i}.`,
}));

describe('who stands behind reports', () => {
  test('ten copies of one agency text count as one report', async () => {
    expect(await originsOf(await hand(...copies))).toEqual(Array(10).fill('afp'));
    const { event, weight } = await contributionOf('2025-03-19');
    expect(event.alsoReportedBy).toHaveLength(9);
    expect(event.origins).toEqual(['afp']);
    expect(weight).toBeCloseTo(0.5 * 0.5);
    // The events of the copies that credited nobody say so too.
    const { rows } = await pipeline.database.query(
      `select distinct origin from current_event where not retracted`,
    );
    expect(rows).toEqual([{ origin: 'afp' }]);
  });

  test('a second publisher in its own words raises the confidence', async () => {
    await hand(...copies);
    await hand({
      url: 'https://radio.example.org/b',
      publisher: 'Radio Example',
      text: 'M23 fighters clashed with soldiers at Mubi on 19 March, a nurse of the hospital said by telephone. Shops stayed closed. People from the hills around came to the parish with what they could carry.',
    });
    const { event, weight } = await contributionOf('2025-03-19');
    expect(event.origins).toEqual(['afp', 'radioexample']);
    // Whoever asks over the API can recompute it by hand.
    const query = { at: '2025-03-25T00:00:00Z' };
    const params = { id: 'bisie' };
    const call = { isPrepared: true, caller: null, params, prefer: '', body: undefined, query };
    const { body } = await getSiteRisk.handle({ context: pipeline.context, now: at, ...call });
    const shown = (body as { contributions: Record<string, unknown>[] }).contributions;
    expect(shown.find(({ eventId }) => eventId === event.eventId)).toMatchObject({
      confidence: 'corroborated',
      origins: ['afp', 'radioexample'],
      weightParts: { harm: 0.5, place: 1, confidence: 0.8, source: 1 },
    });
    expect(weight).toBeCloseTo(0.8 * 0.5);
  });
});
