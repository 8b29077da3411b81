import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleInput } from '../../domain/reading/reports/article.ts';
import { collectReports, collectRetraction } from '../../services/collecting/collect.ts';
import { reviewReport, settleEvent } from '../../services/reviewing/review-reading.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';
import { article, filler, told } from '../support/reports.ts';

const by = { author: 'Ada', key: null, reason: 'Called the parish' };
let pipeline: TestPipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
});
afterAll(() => pipeline.stop());
let next = 0;
beforeEach(() => {
  next += 1;
});

async function hand(over: Partial<ArticleInput> = {}) {
  const url = `https://news.example.org/${next}`;
  const [outcome] = await collectReports(pipeline.context, [article({ url, ...over })], new Date());
  await pipeline.idle();
  return outcome!.reportId;
}

async function eventsOf(reportId: number) {
  const { rows } = await pipeline.database.query(
    `select e.event_id as id, e.revision, e.place, e.retracted, e.confidence, e.deaths_best as deaths, reading.state
     from reading join current_event e on e.event_id = reading.event_id
     where reading.news_report_id = $1 order by reading.number`,
    [reportId],
  );
  return rows;
}

async function stateOf(reportId: number) {
  const { rows } = await pipeline.database.query('select state from news_report where id = $1', [reportId]);
  return rows[0].state;
}

async function settle(reportId: number, eventId: number, decision: Parameters<typeof settleEvent>[2]) {
  const isFound = await settleEvent(pipeline.context, { reportId, eventId }, decision, by, new Date());
  await pipeline.idle();
  return isFound;
}

const edited = [told.walikaleTaken, told.mubiClash, filler, 'The price of salt has doubled in the region.'];

describe('the review of what was read', () => {
  test('a rejected event does not come back when the report is edited, and the others stay open', async () => {
    const reportId = await hand();
    const [taken, clash] = await eventsOf(reportId);
    expect(await settle(reportId, taken.id, { action: 'reject' })).toBe(true);
    expect(await stateOf(reportId)).toBe('unreviewed');
    await hand({ text: edited.join('\n') });
    expect(await eventsOf(reportId)).toMatchObject([
      { id: taken.id, retracted: true, state: 'rejected', revision: 2 },
      { id: clash.id, retracted: false, state: 'unreviewed' },
    ]);
  });

  test('a correction is not overwritten by a later reading', async () => {
    const reportId = await hand({ text: `${told.nyabiondoAttack}\n${filler}` });
    const [attack] = await eventsOf(reportId);
    const revise = (
      event: Parameters<Extract<Parameters<typeof settleEvent>[2], { action: 'correct' }>['revise']>[0],
    ) => ({
      ...event,
      place: 'Loashi',
      deathsBest: 6,
    });
    await settle(reportId, attack.id, { action: 'correct', revise });
    await hand({ text: `${told.nyabiondoAttack.replace('four', 'nine')}\n${filler}` });
    expect(await eventsOf(reportId)).toMatchObject([
      { id: attack.id, revision: 2, place: 'Loashi', deaths: 6, state: 'corrected' },
    ]);
    expect(await stateOf(reportId)).toBe('reviewed');
  });

  test('a confirmed event stays when an edit no longer tells of it', async () => {
    const reportId = await hand({ text: `${told.nyabiondoAttack}\n${filler}` });
    const [attack] = await eventsOf(reportId);
    await settle(reportId, attack.id, { action: 'confirm' });
    await hand({ text: `${told.mubiClash}\n${filler}` });
    expect(await eventsOf(reportId)).toMatchObject([
      { id: attack.id, retracted: false, confidence: 'confirmed', state: 'confirmed' },
      { place: 'Mubi', state: 'unreviewed' },
    ]);
  });

  test('who rejected by mistake can confirm what was read after all', async () => {
    const reportId = await hand({ text: `${told.nyabiondoAttack}\n${filler}` });
    const [attack] = await eventsOf(reportId);
    for (const action of ['confirm', 'reject', 'confirm'] as const)
      await settle(reportId, attack.id, { action });
    expect(await eventsOf(reportId)).toMatchObject([
      { retracted: false, confidence: 'confirmed', revision: 4 },
    ]);
  });

  test('an event that is retracted on its own way is settled by that', async () => {
    const reportId = await hand({ text: `${told.nyabiondoAttack}\n${filler}` });
    const [attack] = await eventsOf(reportId);
    await collectRetraction(pipeline.context, attack.id, new Date(), {
      author: 'Ada',
      key: null,
      reason: 'wrong',
    });
    expect(await eventsOf(reportId)).toMatchObject([{ retracted: true, state: 'rejected' }]);
    expect(await stateOf(reportId)).toBe('reviewed');
    await hand({ text: `${told.nyabiondoAttack.replace('four', 'nine')}\n${filler}` });
    expect(await eventsOf(reportId)).toMatchObject([{ retracted: true, revision: 2 }]);
  });

  test('saying the same again changes nothing and leaves no second entry in the audit trail', async () => {
    const reportId = await hand({ text: `${told.nyabiondoAttack}\n${filler}` });
    const [attack] = await eventsOf(reportId);
    for (let i = 0; i < 2; i++) await settle(reportId, attack.id, { action: 'confirm' });
    const { rows } = await pipeline.database.query(
      'select action, actor from audit_entry where subject = $1',
      [`events/${attack.id}`],
    );
    expect(rows).toEqual([{ action: 'confirmed', actor: 'Ada' }]);
  });

  test('a report is reviewed when a person says that it holds nothing, and not while an event is open', async () => {
    const empty = await hand({ text: filler });
    expect(await stateOf(empty)).toBe('unreviewed');
    expect(await reviewReport(pipeline.context, empty, by, new Date())).toBe('reviewed');
    expect(await stateOf(empty)).toBe('reviewed');
    next += 1;
    const open = await hand();
    const ids = (await eventsOf(open)).map(({ id }) => id);
    expect(await reviewReport(pipeline.context, open, by, new Date())).toEqual({ unsettled: ids });
  });

  test('an event of another report is not found', async () => {
    const one = await hand({ text: `${told.nyabiondoAttack}\n${filler}` });
    next += 1;
    const other = await hand({ text: `${told.mubiClash}\n${filler}` });
    const [attack] = await eventsOf(one);
    expect(await settle(other, attack.id, { action: 'reject' })).toBe(false);
  });
});
