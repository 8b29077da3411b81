import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';

let pipeline: TestPipeline;
beforeEach(async () => {
  pipeline = await startPipeline(null, 60);
  await pipeline.addSites(
    { id: 'north', latitude: 3, longitude: 20 },
    { id: 'south', latitude: -3, longitude: 20 },
  );
  await pipeline.subscribe('buyer@example.org', {});
});
afterEach(() => pipeline?.stop());

const post = (sourceEventId: string, latitude: number) =>
  pipeline.post({ sourceEventId, latitude, longitude: 20 });
const endWindow = () => pipeline.setClock(new Date(Date.now() + 61_000));

describe('what happens at several sites within the grouping window', () => {
  it('is one mail when the window ends, the most affected site first', async () => {
    await post('a', 3.12);
    await post('b', -3.08);
    expect(await pipeline.mails()).toEqual([]);
    await endWindow();
    const mails = await pipeline.mails();
    expect(mails).toHaveLength(1);
    const text = mails[0]!.text!;
    expect(text.indexOf('south')).toBeGreaterThan(-1);
    expect(text.indexOf('south')).toBeLessThan(text.indexOf('north'));
  });

  it('goes out at once when a site rises to severe', async () => {
    await post('a', 3.12);
    await endWindow();
    expect(await pipeline.mails()).toHaveLength(1);
    await pipeline.setClock(null);
    const taken = { type: 'Battles', subType: 'Non-state actor overtakes territory' } as const;
    await pipeline.post({ sourceEventId: 'c', latitude: 3.01, longitude: 20, ...taken });
    expect(await pipeline.mails()).toHaveLength(2);
  });
});
