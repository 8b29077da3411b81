import { beforeEach, describe, expect, it } from 'vitest';
import { cellOf } from '../../domain/sites/grid-cell.ts';
import { storeSites } from '../../services/database/sites/site.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import { views } from '../../services/sources/forecasts/views.ts';
import type { Source } from '../../services/sources/source.ts';
import { bundled } from '../support/sites.ts';
import {
  fetchAfter,
  overviewOf,
  setUpSources,
  switchedOnAt,
  test,
  turnOn,
  world,
} from '../support/sources.ts';

setUpSources();
beforeEach(async () => {
  await test.database.query('truncate site, forecast_cell restart identity cascade');
  const by = { author: 'test', key: null };
  await inTransaction(test.database, (client) => storeSites(client, [bundled()], switchedOnAt, by));
});

const source = views as Source;
const bisie = cellOf({ latitude: -1.03, longitude: 27.74 });
const turnOnHere = () => turnOn(source, { baseUrl: world.url, months: 2 });

type Row = { pg_id: number; month_id: number; main_dich: number; main_mean: number };
type Answer = { next_page: string | null; row_count: number; data: Record<string, unknown>[] };

/** An API that keeps to what VIEWS documents; of the cells it is told, two come with a page. */
function serve(
  runs: string[],
  cells: number[],
  bend: (answer: Answer, asked: URL) => unknown = (answer) => answer,
) {
  world.on('/', JSON.stringify({ runs }));
  for (const run of runs) {
    world.on(`/${run}/pgm/sb`, (request, response) => {
      const asked = new URL(request.url!, world.url);
      const month = Number(asked.searchParams.get('month'));
      const page = Number(asked.searchParams.get('page'));
      const rows = cells.map(
        (pg_id, i): Row => ({ pg_id, month_id: month, main_dich: i / 10, main_mean: i / 2 }),
      );
      const data = rows.slice(page * 2 - 2, page * 2);
      const next_page = page * 2 < rows.length ? `http://elsewhere.example/?page=${page + 1}` : '';
      response.end(JSON.stringify(bend({ next_page, row_count: rows.length, data }, asked)));
    });
  }
}

const newest = 'fatalities003_2026_02_t01';
const runs = [
  'escwa_2021_02_01',
  'fatalities002_2025_10_t01',
  'fatalities001_2022_00_t01',
  newest,
  'r_2021_12_01',
];
const cells = [bisie - 1, bisie, bisie + 720, bisie + 2, 1];
const stored = async () =>
  (
    await test.database.query(
      `select run, month, cell_id as cell, chance, expected from forecast_cell order by run, month, cell_id`,
    )
  ).rows;

describe('VIEWS', () => {
  it('is asked for the newest run, month by month, and kept for cells in or beside which a site lies', async () => {
    serve(runs, cells);
    await turnOnHere();
    await fetchAfter(0, source);
    const of = (month: string) => [
      { run: newest, month, cell: bisie - 1, chance: 0, expected: 0 },
      { run: newest, month, cell: bisie, chance: 0.1, expected: 0.5 },
      { run: newest, month, cell: bisie + 720, chance: 0.2, expected: 1 },
    ];
    expect(await stored()).toEqual([...of('2026-03-01'), ...of('2026-04-01')]);
    expect(await overviewOf(source, 0)).toMatchObject({
      ...{ state: 'ok', rowsSeen: 10, rowsNew: 6, rowsLeftOut: 4 },
      publishedTo: '2026-02-28',
    });
    const asked = world.requests.length;
    await fetchAfter(1440, source);
    expect(world.pathsAsked().slice(asked)).toEqual(['/']);
    serve([...runs, 'fatalities003_2026_02_t02'], cells);
    await fetchAfter(2880, source);
    expect(await overviewOf(source, 2880)).toMatchObject({ state: 'ok', rowsNew: 12 });
  });

  it('goes on with the month in which a fetch ended', async () => {
    let isBroken = true;
    serve(runs, cells, (answer, { searchParams }) =>
      isBroken && searchParams.get('month') === '556' ? { ...answer, data: [] } : answer,
    );
    await turnOnHere();
    await fetchAfter(0, source);
    expect(await overviewOf(source, 0)).toMatchObject({ state: 'failing', publishedTo: null, rowsNew: 3 });
    isBroken = false;
    const asked = world.requests.length;
    await fetchAfter(10, source);
    expect(world.pathsAsked().slice(asked).join()).not.toContain('month=555');
    expect(await overviewOf(source, 10)).toMatchObject({ state: 'ok', rowsNew: 6 });
  });

  it.each([
    [
      'a row that comes twice',
      (a: Answer) => ({ ...a, data: [a.data[0], a.data[0]] }),
      'cells for 2026-03 where 5',
    ],
    ['no rows', (a: Answer) => ({ ...a, row_count: 0, data: [] }), 'gave 0 cells'],
    [
      'a renamed field',
      (a: Answer) => ({ ...a, data: a.data.map(({ main_dich, ...row }) => ({ ...row, chance: main_dich })) }),
      'main_dich',
    ],
    [
      'a chance above 1',
      (a: Answer) => ({ ...a, data: a.data.map((row) => ({ ...row, main_dich: 25 })) }),
      'main_dich',
    ],
    [
      'another month than was asked for',
      (a: Answer) => ({ ...a, data: a.data.map((row) => ({ ...row, month_id: 1 })) }),
      'told of 1',
    ],
  ])('is not believed where it gives %s', async (_, bend, told) => {
    serve(runs, cells, bend as (answer: Answer) => unknown);
    await turnOnHere();
    await fetchAfter(0, source);
    const { state, lastError, publishedTo } = await overviewOf(source, 0);
    expect({ state, publishedTo }).toEqual({ state: 'failing', publishedTo: null });
    expect(lastError).toContain(told);
    expect(await stored()).toEqual([]);
  });

  it('ends with a reason where it lists no run, answers with an error, or is cut off', async () => {
    await turnOnHere();
    serve(['r_2021_12_01'], cells);
    await fetchAfter(0, source);
    expect((await overviewOf(source, 0)).lastError).toBe('it lists no run of its model of fatalities');
    serve(runs, cells);
    world.on(`/${newest}/pgm/sb`, (_, response) => response.writeHead(422).end('{}'));
    await fetchAfter(10, source);
    expect((await overviewOf(source, 10)).lastError).toContain('answered 422');
    world.on('/', '{"runs": ["fatal');
    await fetchAfter(30, source);
    expect((await overviewOf(source, 30)).lastError).toBe('its answer is no JSON, or was cut off');
  });
});
