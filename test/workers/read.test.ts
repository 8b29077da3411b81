import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleInput } from '../../domain/reading/reports/article.ts';
import { collectReports } from '../../services/collecting/collect.ts';
import { insertFeed } from '../../services/database/feeds/feed.ts';
import { runIsolated } from '../../workers/isolate.ts';
import { readReports } from '../../workers/read.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';
import { until } from '../support/redis.ts';
import { article, filler, told } from '../support/reports.ts';

let pipeline: TestPipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
});
afterAll(() => pipeline.stop());
let next = 0;
beforeEach(() => {
  next += 1;
});

/** An address of its own for each test. */
const here = () => `https://news.example.org/${next}`;

async function hand(over: Partial<ArticleInput> = {}, at = new Date('2025-03-20T10:00:00Z')) {
  const [outcome] = await collectReports(pipeline.context, [article({ url: here(), ...over })], at);
  await pipeline.idle();
  return outcome!;
}

async function eventsOf(reportId: number) {
  const { rows } = await pipeline.database.query(
    `select e.event_id as id, e.source_event_id as name, e.revision, e.sub_type as "subType", e.place, e.occurred_on as "occurredOn",
            e.retracted, e.confidence, e.notes, e.url, e.origin, e.deaths_best as deaths, reading.state, reading.number,
            reading.span_start as start, reading.span_end as end, reading.report_revision as "reportRevision"
     from reading join current_event e on e.event_id = reading.event_id
     where reading.news_report_id = $1 order by reading.number`,
    [reportId],
  );
  return rows;
}

describe('the read stage', () => {
  test('takes a text that does not show its language for one in the language of its feed', async () => {
    const now = new Date('2025-03-20T10:00:00Z');
    const feed = {
      url: here(),
      publisher: null,
      language: 'fr',
      everyMinutes: 15,
      mayShowRaw: false,
    } as const;
    const feedId = String(await insertFeed(pipeline.database, feed, now));
    const text = 'Conflit à Masisi';
    const byFeed = await hand({ text, feedId });
    const byHand = await hand({ text, url: `${here()}/by-hand` });
    const english = await hand({ text: told.mubiClash, url: `${here()}/english`, feedId });
    const { rows } = await pipeline.database.query(
      'select id, language from news_report where id = any($1) order by id',
      [[byFeed.reportId, byHand.reportId, english.reportId]],
    );
    expect(rows.map(({ language }) => language)).toEqual(['fr', 'none', 'en']);
  });

  test('turns a report into provisional events, each with the place in the text that it rests on', async () => {
    const { outcome, reportId } = await hand();
    expect(outcome).toBe('new');
    const { text } = article();
    const events = await eventsOf(reportId);
    expect(events).toMatchObject([
      {
        name: `${here()}#1`,
        subType: 'Non-state actor overtakes territory',
        place: 'Walikale',
        occurredOn: '2025-03-19',
        confidence: 'provisional',
        url: here(),
        origin: 'examplenews',
        state: 'unreviewed',
      },
      { name: `${here()}#2`, subType: 'Armed clash', place: 'Mubi', occurredOn: '2025-03-19' },
    ]);
    expect(text.slice(events[1].start, events[1].end)).toBe(told.mubiClash);
    // The raw text must not be shown; what was read of it is in our own words.
    expect(events[0].notes).toMatch(/Walikale/);
    expect(text).not.toContain(events[0].notes);
  });

  test('does nothing more when the same report comes again', async () => {
    const first = await hand();
    const again = await hand({
      url: `${here().replace('https://news', 'HTTPS://News')}?utm_source=mail&fbclid=x#top`,
    });
    expect(again).toEqual({ outcome: 'unchanged', reportId: first.reportId });
    expect(await eventsOf(first.reportId)).toMatchObject([{ revision: 1 }, { revision: 1 }]);
  });

  test('knows a report without an address by its text', async () => {
    const text = `${told.nyabiondoAttack}\n${filler}\nThis one is number ${next}.`;
    const first = await hand({ url: null, text });
    const again = await hand({ url: null, text: text.replaceAll('\n', '\n\n') });
    expect(again).toEqual({ outcome: 'unchanged', reportId: first.reportId });
    expect(await eventsOf(first.reportId)).toMatchObject([{ place: 'Nyabiondo', deaths: 4, url: null }]);
  });

  test('reads an edited text anew: what stays keeps its event, what is gone is retracted, what is new gets a new number', async () => {
    const { reportId } = await hand();
    const before = await eventsOf(reportId);
    const edited = await hand({ text: [told.nyabiondoAttack, told.walikaleTaken, filler].join('\n') });
    expect(edited).toEqual({ outcome: 'changed', reportId });
    const after = await eventsOf(reportId);
    expect(after).toMatchObject([
      { id: before[0].id, revision: 1, place: 'Walikale', retracted: false, reportRevision: 2 },
      { id: before[1].id, revision: 2, place: 'Mubi', retracted: true, state: 'gone' },
      { name: `${here()}#3`, place: 'Nyabiondo', retracted: false },
    ]);
    expect(after[0].start).toBe(told.nyabiondoAttack.length + 1);
  });

  test('gives an event that an edit tells otherwise a further revision', async () => {
    const { reportId } = await hand({ text: `${told.nyabiondoAttack}\n${filler}` });
    await hand({ text: `${told.nyabiondoAttack.replace('four', 'nine')}\n${filler}` });
    expect(await eventsOf(reportId)).toMatchObject([{ number: 1, revision: 2, deaths: 9 }]);
  });

  test('keeps what was read before where the text has become one that is not read, as behind a wall', async () => {
    const { reportId } = await hand();
    await hand({
      text: 'Bitte akzeptieren Sie unsere Cookies, um diesen Artikel zu lesen, oder schließen Sie jetzt ein Abonnement ab, das Sie jederzeit kündigen können.',
    });
    expect(await eventsOf(reportId)).toMatchObject([{ retracted: false }, { retracted: false }]);
  });

  test('keeps a report in a language that is not read, marked unread', async () => {
    const text =
      'I ribelli hanno preso la città di Walikale mercoledì, hanno detto le autorità locali. Gli abitanti sono fuggiti verso la foresta quando sono iniziati gli scontri tra l esercito e i ribelli.';
    const { reportId } = await hand({ text });
    const { rows } = await pipeline.database.query('select state, language from news_report where id = $1', [
      reportId,
    ]);
    expect(rows).toEqual([{ state: 'unread', language: 'other' }]);
    expect(await eventsOf(reportId)).toEqual([]);
  });

  test('keeps the summary of a feed from replacing a text that was handed in whole', async () => {
    const { reportId } = await hand();
    expect(await hand({ text: told.walikaleTaken, feedId: '7' })).toEqual({ outcome: 'unchanged', reportId });
  });

  test('takes up a report that was stored and not woken', async () => {
    const silent = { database: pipeline.database, queues: { wake: async () => {} } };
    const [stored] = await collectReports(
      silent,
      [article({ url: here() })],
      new Date('2025-03-20T10:00:00Z'),
    );
    expect(await readReports.findUnfinished(pipeline.context, 10)).toEqual([stored!.reportId]);
    await pipeline.setClock(new Date());
    expect(await eventsOf(stored!.reportId)).toHaveLength(2);
  });

  test('stores what it read once, however many workers are at it', async () => {
    const silent = { database: pipeline.database, queues: { wake: async () => {} } };
    const [stored] = await collectReports(
      silent,
      [article({ url: here() })],
      new Date('2025-03-20T10:00:00Z'),
    );
    const runs = [1, 2, 3].map(() => readReports.run(pipeline.context, [stored!.reportId]));
    const woken = (await Promise.all(runs)).flat();
    expect(woken).toHaveLength(1);
    expect(await eventsOf(stored!.reportId)).toMatchObject([{ revision: 1 }, { revision: 1 }]);
  });

  test('sets aside a report that the reader fails on, keeps what was read of it before, and goes on with others', async () => {
    const { reportId } = await hand();
    const silent = { database: pipeline.database, queues: { wake: async () => {} } };
    const text = `${told.nyabiondoAttack}\n${filler}`;
    const [edited] = await collectReports(silent, [article({ url: here(), text })], new Date());
    const secondReader = async () => {
      throw new Error('out of its mind');
    };
    await runIsolated({ ...pipeline.context, secondReader }, readReports, [edited!.reportId]);
    expect(await readReports.findUnfinished(pipeline.context, 10)).toEqual([]);
    const { rows } = await pipeline.database.query('select state, failure from news_report where id = $1', [
      reportId,
    ]);
    expect(rows).toEqual([{ state: 'unread', failure: 'out of its mind' }]);
    expect(await eventsOf(reportId)).toMatchObject([{ retracted: false }, { retracted: false }]);
  });

  test('asks a second reader, and goes on where it has no answer', async () => {
    const silent = { database: pipeline.database, queues: { wake: async () => {} } };
    const [stored] = await collectReports(
      silent,
      [article({ url: here() })],
      new Date('2025-03-20T10:00:00Z'),
    );
    const asked: unknown[] = [];
    const secondReader = async (report: unknown) => {
      asked.push(report);
      return null;
    };
    await readReports.run({ ...pipeline.context, secondReader }, [stored!.reportId]);
    expect(asked).toEqual([{ title: null, text: article().text, language: 'en', publishedOn: '2025-03-20' }]);
    expect(await eventsOf(stored!.reportId)).toHaveLength(2);
  });

  test('asks it once, however many workers are at the report', async () => {
    const silent = { database: pipeline.database, queues: { wake: async () => {} } };
    const [stored] = await collectReports(
      silent,
      [article({ url: here() })],
      new Date('2025-03-20T10:00:00Z'),
    );
    let asked = 0;
    let answer = () => {};
    const answered = new Promise<null>((resolve) => {
      answer = () => resolve(null);
    });
    const secondReader = () => {
      asked += 1;
      return answered;
    };
    const context = { ...pipeline.context, secondReader };
    const first = readReports.run(context, [stored!.reportId]);
    await until('the first question', async () => asked === 1);
    await Promise.all([1, 2].map(() => readReports.run(context, [stored!.reportId])));
    expect(await readReports.findUnfinished(context, 10)).toEqual([]);
    answer();
    await first;
    expect(asked).toBe(1);
    expect(await eventsOf(stored!.reportId)).toHaveLength(2);
  });

  test('stores one report when several tell of it at the same time', async () => {
    const url = here();
    const at = new Date('2025-03-20T10:00:00Z');
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => collectReports(pipeline.context, [article({ url })], at)),
    );
    await pipeline.idle();
    expect(
      outcomes
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['new', 'unchanged', 'unchanged']);
    expect(new Set(outcomes.flat().map(({ reportId }) => reportId)).size).toBe(1);
  });
});
