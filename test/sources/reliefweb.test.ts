import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { toolsFor } from '../../services/polling/fetch-source.ts';
import { reliefWeb } from '../../services/sources/reports/reliefweb.ts';
import type { Source } from '../../services/sources/source.ts';
import {
  atMinute,
  fetchAfter,
  overviewOf,
  setUpSources,
  switchedOnAt,
  test,
  turnOn,
  world,
} from '../support/sources.ts';

setUpSources();

const source = reliefWeb as Source;
const name = { credentials: { OREWATCH_RELIEFWEB_APPNAME: 'orewatch-test-x7' } };
const turnOnHere = () => turnOn(source, { baseUrl: `${world.url}/v2`, countries: 'CD,ml' });

type Item = { id: string; changed: string; title?: string; html?: string };

/** An API that keeps to what ReliefWeb documents: filter by change, sort, limit, offset, totalCount. */
function serve(
  items: Item[],
  bend: (answer: Record<string, unknown>, asked: URLSearchParams) => unknown = (a) => a,
) {
  world.on('/v2/reports', (request: IncomingMessage, response: ServerResponse) => {
    const asked = new URL(request.url!, world.url).searchParams;
    if (asked.get('appname') !== 'orewatch-test-x7') {
      response
        .writeHead(403)
        .end(JSON.stringify({ status: 403, error: { message: 'Not an approved appname.' } }));
      return;
    }
    const from = Date.parse(asked.get('filter[conditions][3][value][from]')!);
    const found = items
      .filter(({ changed }) => Date.parse(changed) >= from)
      .sort((a, b) => a.changed.localeCompare(b.changed));
    const offset = Number(asked.get('offset'));
    const data = found.slice(offset, offset + Number(asked.get('limit'))).map(itemOf);
    response.end(JSON.stringify(bend({ totalCount: found.length, count: data.length, data }, asked)));
  });
}

const itemOf = ({
  id,
  changed,
  title = `Report ${id}`,
  html = `<p>Fighting went on near Mubi, says ${id}.</p>`,
}: Item) => ({
  id,
  score: 1,
  fields: {
    title,
    'body-html': html,
    url: `https://reliefweb.int/node/${id}`,
    url_alias: `https://reliefweb.int/report/democratic-republic-congo/${id}`,
    date: { changed, created: '2026-03-18T10:00:00+00:00', original: '2026-03-17T00:00:00+00:00' },
    source: [{ name: 'UN Office' }],
    language: [{ code: 'en' }],
  },
});
const changedAt = (minute: number) =>
  `2026-03-19T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+00:00`;
const reports = async () =>
  (
    await test.database.query(
      `select report.title, report.url, report.publisher, report.published_at as "publishedAt", r.text
       from news_report_revision r join report on report.id = r.report_id order by report.url, r.revision`,
    )
  ).rows;

describe('ReliefWeb', () => {
  it('is asked for what was changed in the countries chosen, page by page, and then for what is new', async () => {
    const items = Array.from({ length: 230 }, (_, i) => ({ id: String(1000 + i), changed: changedAt(i) }));
    serve(items);
    await turnOnHere();
    await fetchAfter(0, source, name);
    const first = new URL(world.requests[0]!.path, world.url).searchParams;
    expect(first.getAll('filter[conditions][0][value][]')).toEqual(['cod', 'mli']);
    expect(await overviewOf(source, 0)).toMatchObject({
      state: 'ok',
      rowsNew: 230,
      publishedTo: '2026-03-20',
    });
    const [stored] = await reports();
    expect(stored).toEqual({
      title: 'Report 1000',
      url: 'https://reliefweb.int/report/democratic-republic-congo/1000',
      publisher: 'UN Office',
      publishedAt: new Date('2026-03-17T00:00:00Z'),
      text: 'Fighting went on near Mubi, says 1000.',
    });
    items.push({ id: '2000', changed: '2026-03-20T12:30:00+00:00' });
    const before = world.requests.length;
    await fetchAfter(60, source, name);
    expect(world.requests.length - before).toBe(1);
    expect(await overviewOf(source, 60)).toMatchObject({ rowsNew: 231 });
  });

  it('loses nothing where more reports than a page holds were changed at one instant, or while it is asked', async () => {
    const items = Array.from({ length: 250 }, (_, i) => ({
      id: String(1000 + i),
      changed: changedAt(i < 240 ? 1 : i),
    }));
    let asked = 0;
    serve(items, (answer) => {
      asked += 1;
      // Behind the first page: what was changed again now stands at the end.
      if (asked === 1) items[0]!.changed = changedAt(300);
      return answer;
    });
    await turnOnHere();
    await fetchAfter(0, source, name);
    expect(new Set((await reports()).map(({ url }) => url)).size).toBe(250);
  });

  it('says that the application name is not approved, also where it is tried out', async () => {
    serve([]);
    await turnOnHere();
    const wrong = { credentials: { OREWATCH_RELIEFWEB_APPNAME: 'someone' } };
    await fetchAfter(0, source, wrong);
    const told =
      'the application name in OREWATCH_RELIEFWEB_APPNAME is not approved (403): Not an approved appname.';
    expect(await overviewOf(source, 0)).toMatchObject({ state: 'needs-person', todo: told });
    const tools = (credentials: Record<string, string>) =>
      toolsFor(source, source.options.parse({ baseUrl: `${world.url}/v2`, countries: ['CD'] }), {
        database: test.database,
        queues: { wake: async () => {} },
        log: pino({ level: 'silent' }),
        fetching: { userAgent: 'Orewatch/test', allow: [world.host], pauseMs: 0 },
        credentials,
        clock: () => switchedOnAt,
        signal: new AbortController().signal,
        memoryOf: () => new Map(),
      });
    await expect(source.probe(tools(wrong.credentials))).rejects.toThrow(told);
    expect(await source.probe(tools(name.credentials))).toBe(
      '0 reports of CD were added or changed within a day.',
    );
  });

  it.each([
    [
      'an error inside an answer of status 200',
      () => ({ error: { message: 'Backend\nis away' } }),
      'with an error: Backend is away',
    ],
    [
      'fewer rows than were to come',
      (a: Record<string, unknown>) => ({ ...a, data: [] }),
      'a page holds 0 reports where 1 of 1 were to come',
    ],
    [
      'a renamed field',
      ({ totalCount, ...a }: Record<string, unknown>) => ({ ...a, total: totalCount }),
      'totalCount',
    ],
  ])('never moves on where it gives %s', async (_, bend, told) => {
    serve([{ id: '1', changed: changedAt(1) }], bend);
    await turnOnHere();
    await fetchAfter(0, source, name);
    const { state, lastError, publishedTo } = await overviewOf(source, 0);
    expect({ state, publishedTo }).toEqual({ state: 'failing', publishedTo: null });
    expect(lastError).toContain(told);
    serve([{ id: '1', changed: changedAt(1) }]);
    await fetchAfter(5, source, name);
    expect(await overviewOf(source, 5)).toMatchObject({ state: 'ok', rowsNew: 1 });
  });

  it('keeps what cannot be read aside and leaves out what has no text', async () => {
    const items = Array.from({ length: 6 }, (_, i) => ({
      id: String(i),
      changed: changedAt(i),
      html: i === 1 ? '' : undefined,
    }));
    serve(items, (answer) => {
      const { data } = answer as { data: { fields: Record<string, unknown> }[] };
      if (data[2]) data[2].fields.date = { created: 'yesterday' };
      return answer;
    });
    await turnOnHere();
    await fetchAfter(0, source, name);
    expect(await overviewOf(source, 0)).toMatchObject({ rowsNew: 4, rowsLeftOut: 1, rowsRefused: 1 });
    const { rows } = await test.database.query('select row_id from source_refused_row');
    expect(rows).toEqual([{ row_id: '2' }]);
  });

  it('ends with a reason where v1 is asked, an answer is cut off, or none comes', async () => {
    world.on('/v2/reports', (_, response) => response.writeHead(410).end());
    await turnOnHere();
    await fetchAfter(0, source, name);
    expect((await overviewOf(source, 0)).lastError).toContain('this version of the API has ended (410)');
    world.on('/v2/reports', '{"totalCount": 4, "data": [{');
    await fetchAfter(5, source, name);
    expect((await overviewOf(source, 5)).lastError).toBe('its answer is no JSON, or was cut off');
    world.on('/v2/reports', () => {});
    await fetchAfter(10, source, { ...name, fetching: { totalMs: 300 } });
    expect((await overviewOf(source, 10)).lastError).toContain('took longer than 0.3 s');
    expect((await overviewOf(source, 10)).nextFetchAt!.getTime()).toBeGreaterThan(atMinute(10).getTime());
  });
});
