import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarDate } from '../../domain/time.ts';
import { findAlertRevisions } from '../../services/database/alerts/alert-query.ts';
import type { EventInput } from '../../services/sources/events/event-input.ts';
import { reassess } from '../../workers/reassess.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';

let pipeline: TestPipeline;
beforeEach(async () => {
  pipeline = await startPipeline();
  await pipeline.addSitesAt(daysAgo(50), { id: 'near', latitude: 0, longitude: 20 });
  await pipeline.subscribe('near@example.org', { sites: ['near'] });
});
afterEach(() => pipeline?.stop());

/** In the morning, whenever the test runs: levels fade by the hour. */
const morning = Date.parse(`${calendarDate(new Date())}T06:00:00Z`);
const daysAgo = (days: number) => new Date(morning - days * 86_400_000);
const firstDay = 40;
const clash: Partial<EventInput> = {
  occurredOn: calendarDate(daysAgo(firstDay)),
  latitude: 0.02,
  longitude: 20,
};
const told: Partial<EventInput> = {
  ...clash,
  source: 'news',
  sourceEventId: 'article',
  confidence: 'provisional',
};
const confirmed: Partial<EventInput> = {
  ...clash,
  source: 'ucdp-ged',
  sourceEventId: '1',
  latitude: 0.021,
  actors: ['M23', 'Government of DR Congo (Zaire)'],
};
const tell = (days: number, event: Partial<EventInput>) => pipeline.postAt(daysAgo(firstDay - days), event);
const sentence = `Armed clash at Mubi on ${clash.occurredOn}: confirmed by UCDP GED.`;

async function revisions() {
  const { rows } = await pipeline.database.query('select id from alert');
  expect(rows).toHaveLength(1);
  return (await findAlertRevisions(pipeline.database, rows[0].id)).map(({ kind, reason, isTold }) => ({
    kind,
    reason,
    isTold,
  }));
}

describe('a told event that UCDP confirms', () => {
  it('updates the one alert, a month later too, and says by whom it is confirmed', async () => {
    await tell(0, told);
    await tell(30, confirmed);
    expect(await revisions()).toEqual([
      { kind: 'opened', reason: 'level rose to elevated', isTold: true },
      { kind: 'updated', reason: sentence, isTold: true },
    ]);
    const { rows } = await pipeline.database.query(
      'select incident_id from incident_member group by incident_id having count(*) = 2',
    );
    expect(rows).toHaveLength(1);
    const [, mail] = await pipeline.mails();
    expect(mail!.subject).toBe('near: still elevated – what we told you is confirmed');
    expect(mail!.text!.replace(/\s+/g, ' ')).toContain(': confirmed by UCDP GED.');
    expect(mail!.text).toContain('Confirmed by UCDP GED.');
  });

  it('is told so once, whatever comes in later', async () => {
    await tell(0, told);
    await tell(10, confirmed);
    await tell(12, { ...confirmed, source: 'acled' });
    await tell(13, { ...confirmed, notes: 'at dawn' });
    await reassess(pipeline.context, daysAgo(firstDay - 14));
    await pipeline.idle();
    expect((await revisions()).map(({ kind }) => kind)).toEqual(['opened', 'updated']);
    expect(await pipeline.mails()).toHaveLength(2);
  });

  it('is told so with the higher level that follows from it', async () => {
    await tell(0, told);
    await tell(2, confirmed);
    expect((await revisions()).map(({ kind }) => kind)).toEqual(['opened', 'escalated']);
    const [, mail] = await pipeline.mails();
    expect(mail!.text!.replace(/\s+/g, ' ')).toContain(': confirmed by UCDP GED.');
    await reassess(pipeline.context, daysAgo(firstDay - 3));
    await pipeline.idle();
    expect(await pipeline.mails()).toHaveLength(2);
  });

  it('is no news where the alert told the confirmed event from the beginning', async () => {
    await tell(0, confirmed);
    await tell(1, told);
    await reassess(pipeline.context, daysAgo(firstDay - 2));
    await pipeline.idle();
    expect((await revisions()).map(({ kind }) => kind)).toEqual(['opened']);
  });

  it('is corrected where UCDP takes it back', async () => {
    await tell(0, told);
    await tell(10, confirmed);
    await tell(11, { ...confirmed, confidence: 'doubtful' });
    expect((await revisions()).at(-1)).toMatchObject({
      kind: 'corrected',
      reason: `Armed clash at Mubi on ${clash.occurredOn}: the report is now held to be doubtful.`,
    });
  });
});
