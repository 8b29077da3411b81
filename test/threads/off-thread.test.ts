import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadableReport } from '../../services/reading/read-events.ts';
import { closeThreads, offThread, TaskThread } from '../../services/threads/off-thread.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => {
  await closeThreads();
  await test.drop();
});

const told: ReadableReport = {
  title: null,
  text: 'M23 fighters attacked a mining camp near Mubi on Tuesday and killed four diggers, residents said.',
  language: 'en',
  publishedOn: '2025-03-20',
};

/** The longest that the event loop was held, in milliseconds, while something was done. */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

describe('Work on texts from outside', () => {
  it('reads a report with the gazetteer of the database', async () => {
    await offThread('loadKnowledge', test.url);
    expect(await offThread('readEvents', test.url, told, null)).toMatchObject({
      events: [{ place: 'Mubi', deathsBest: 4, actors: ['M23'] }],
      passedOver: [],
    });
  });

  it.each([
    ['figures without an end', 'tués 3 tués 4 '],
    ['one sentence without an end', 'and M23 attacked Mubi and killed four people '],
    ['brackets', '((((['],
  ])('holds the event loop for no half second while it reads %s', async (_, part) => {
    const text = part.repeat(200_000 / part.length);
    expect(await longestHold(() => offThread('readEvents', test.url, { ...told, text }, null))).toBeLessThan(
      500,
    );
  });

  it('holds it no longer while it looks for the article of a large page, or the items of a large feed', async () => {
    const page = `<html><body>${'<div><p>Fighters came, and left.</p></div>'.repeat(9000)}</body></html>`;
    expect(await longestHold(() => offThread('reduceHtml', page))).toBeLessThan(500);
    const item = '<item><title>Fighters came</title><link>https://example.org/</link></item>';
    const feed = `<rss version="2.0"><channel><title>News</title>${item.repeat(40_000)}</channel></rss>`;
    const read = offThread('readFeed', feed, 'https://example.org/feed');
    expect(await longestHold(() => read)).toBeLessThan(500);
    expect(await read).toMatchObject({ title: 'News' });
  });

  it('tells an error with its name, as it was thrown', async () => {
    await expect(offThread('readFeed', 'no feed', 'https://example.org/feed')).rejects.toMatchObject({
      name: 'FeedFormatError',
      message: expect.stringContaining('no RSS, Atom or JSON feed'),
    });
  });

  it('is given up after its time, and the next has a thread of its own', async () => {
    const budgetsMs = {
      loadKnowledge: 1,
      readEvents: 1,
      reduceHtml: 1,
      readFeed: 1,
      loadBaseMap: 1,
      drawPictures: 1,
    };
    const thread = new TaskThread(budgetsMs);
    const reduce = (html: string) =>
      new Promise((resolve, reject) => thread.run({ task: 'reduceHtml', args: [html], resolve, reject }));
    const late = reduce('<p>Fighters came, and left.</p>'.repeat(5000));
    const next = reduce('<p>Fighters came.</p>');
    await expect(late).rejects.toMatchObject({
      name: 'TooLongError',
      message: expect.stringContaining('gave up'),
    });
    budgetsMs.reduceHtml = 30_000;
    await expect(next).rejects.toMatchObject({ name: 'TooLongError' });
    expect(await reduce('<p>Fighters came.</p>')).toMatchObject({ text: 'Fighters came.' });
    await thread.close();
  });
});
