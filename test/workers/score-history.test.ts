import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curveDays } from '../../domain/alerts/score-history.ts';
import { readScoreHistory } from '../../services/database/deliveries/score-history.ts';
import { offThread } from '../../services/threads/off-thread.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';

let pipeline: TestPipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
  // The first mail may not wait for it.
  await offThread('loadBaseMap');
  await pipeline.addSites({ id: 'mine', latitude: 3, longitude: 20 });
  await pipeline.subscribe('buyer@example.org', { sites: ['mine'] });
});
afterAll(() => pipeline?.stop());

const historyOf = (alertId: number) =>
  readScoreHistory(pipeline.database, { alertId, revision: 1 }, curveDays);

describe('a mail', () => {
  it('shows the score until its news; what is assessed later changes nothing in it', async () => {
    await pipeline.post({ sourceEventId: 'a', latitude: 3.1, longitude: 20 });
    const [mail] = await pipeline.mails();
    expect(mail!.attachments.map(({ filename }) => filename)).toEqual(['map.png', 'score.png']);
    const { rows } = await pipeline.database.query('select alert_id, score, at from alert_revision');
    const [{ alert_id: alertId, score, at }] = rows;
    const history = await historyOf(alertId);
    expect(history!.levelFrom).toEqual(pipeline.context.policy.levelFrom);
    expect(history!.points.at(-1)).toMatchObject({ score, at });
    await pipeline.post({ sourceEventId: 'b', latitude: 3.01, longitude: 20, deaths: 20 });
    await pipeline.idle();
    const after = await pipeline.database.query('select count(*)::integer as n from assessment');
    expect(after.rows[0].n).toBeGreaterThan(history!.points.length);
    expect(await historyOf(alertId)).toEqual(history);
  });
});
