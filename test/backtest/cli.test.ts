import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { packageRoot } from '../../config/package-root.ts';
import type { BacktestResult, Measures } from '../../services/backtest/run-backtest.ts';
import { captured } from '../support/captured.ts';
import { generateEvents, mines } from './world.ts';

let folder: string;
let world: string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'orewatch-backtest-'));
  const sites = path.join(folder, 'mines.csv');
  // Two mines of one cell: the one with the lower id stands for both.
  const places = [...mines, { id: 'mine-99', latitude: 0.01, longitude: 27.01 }];
  await writeFile(
    sites,
    ['id,name,latitude,longitude', ...places.map((m) => `${m.id},${m.id},${m.latitude},${m.longitude}`)].join(
      '\n',
    ),
  );
  const events = path.join(folder, 'events.csv');
  const rows = generateEvents(11).map((e) =>
    [`${e.occurredOn} 00:00:00`, 'State-based', e.latitude, e.longitude, e.deathsBest].join(','),
  );
  await writeFile(events, ['day,kind,lat,lon,killed', ...rows, 'never,State-based,0,27,1'].join('\n'));
  const map = 'date=day,type=kind,lat=lat,lon=lon,deaths=killed';
  world = ['--sites', sites, '--events', events, '--map', map];
});
afterAll(() => rm(folder, { recursive: true }));

async function run(args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await main(['backtest', ...args], { stdin: Readable.from([]), stdout, stderr, env: {} });
  return { code, out: captured(stdout), err: captured(stderr) };
}

describe('orewatch backtest', () => {
  it('prints the figures beside those of simpler rules, and a policy to paste after a refit', async () => {
    const { code, out, err } = await run([
      ...world,
      '--train-until',
      '2016',
      '--test',
      '2017-2019',
      '--refit',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^36 sites, one for each cell of 0\.1°/);
    expect(out).toMatch(/Training 2012 to 2016: 60 months, 2,160 forecasts/);
    for (const name of [
      'score (refitted)',
      'first formula',
      'events within 25 km in 90 days',
      'events within 50 km in 365 days',
    ])
      expect(out).toContain(name);
    expect(out).toMatch(/severe\s+\d+/);
    expect(out).toMatch(/background: [\d.e-]+,\n {4}terms: \[\n {6}\{ name: /);
    expect(err).toMatch(/1 of \d+ rows cannot be read and are left out; the first: line \d+: occurredOn/);
  });

  it('writes a reliability diagram and a table', async () => {
    const out = path.join(folder, 'result', 'of 2017');
    const { code } = await run([...world, '--train-until', '2016', '--test', '2017', '--out', out]);
    expect(code).toBe(0);
    const svg = await readFile(path.join(out, 'reliability.svg'), 'utf8');
    expect(svg).toMatch(/^<svg [\s\S]*<circle class="point"[\s\S]*<\/svg>\n$/);
    const [header, ...lines] = (await readFile(path.join(out, 'table.csv'), 'utf8')).trim().split('\n');
    expect(header).toContain('forecast,rocAuc,averagePrecision');
    expect(lines).toHaveLength(6 * 5);
  });

  it('answers JSON with what was tested', async () => {
    const { out } = await run([...world, '--train-until', '2016', '--test', '2017-2019', '--json']);
    const result = JSON.parse(out) as BacktestResult;
    expect(result.parameters).toMatchObject({ origin: 'policy', fittedOn: { fromYear: expect.any(Number) } });
    expect(result.model.levels.map(({ level }) => level)).toEqual([
      'low',
      'guarded',
      'elevated',
      'high',
      'severe',
    ]);
    expect(result.baselines).toHaveLength(5);
  });

  it.each([
    [['--train-until', '2016', '--test', '2016-2018'], 2, /must begin after the last training year 2016/],
    [['--train-until', '2016'], 2, /--test must be the years/],
    [['--test', '2017'], 2, /--train-until must be a year/],
    [
      ['--train-until', '2016', '--test', '2017', '--radius', '500'],
      2,
      /--radius must be a whole number from 1 to 75/,
    ],
    [['--train-until', '2016', '--test', '2025'], 1, /2025 are not covered: the events lie between/],
  ])('refuses %j', async (args, code, message) => {
    const answer = await run([...world, ...args]);
    expect(answer.err).toMatch(message);
    expect(answer.code).toBe(code);
  });

  it('names the file that cannot be read', async () => {
    const broken = path.join(folder, 'broken.csv');
    await writeFile(broken, 'a,b\n1,2\n');
    const { code, err } = await run([...world.with(3, broken), '--train-until', '2016', '--test', '2017']);
    expect(code).toBe(1);
    expect(err).toMatch(/broken\.csv cannot be read: columns missing/);
  });

  it('sees the formats of its files', async () => {
    const events = path.join(folder, 'own.csv');
    const rows = generateEvents(11).map((e, i) =>
      ['x', i, e.occurredOn, 'Battles', 'Armed clash', e.latitude, e.longitude, e.deathsBest].join(','),
    );
    const header = 'source,sourceEventId,occurredOn,type,subType,latitude,longitude,deaths';
    await writeFile(events, [header, ...rows].join('\n'));
    const years = ['--train-until', '2016', '--test', '2017-2019'];
    const { code, out, err } = await run([...world.with(3, events).slice(0, 4), ...years]);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^36 sites/) });
    expect(err).toMatch(/mines\.csv is taken for sites .*\n.*own\.csv is taken for events in Orewatch’s own/);
  });

  const acledHeader =
    'event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,location,latitude,longitude,geo_precision,fatalities';
  const acledRow = 'XYZ1,2015-03-19,1,Battles,Armed clash,A,B,Town,0.5,27.5,1,2';
  const ownHeader = 'source,sourceEventId,occurredOn,type,subType,latitude,longitude,deaths';
  const aMap = 'date=event_date,lat=latitude,lon=longitude,type=event_type,deaths=fatalities';

  it.each([
    ['as it is', [acledHeader, acledRow], []],
    ['by a map', [acledHeader, acledRow], ['--map', aMap]],
    [
      'in some of its columns, by a map',
      [
        'event_id_cnty,event_date,event_type,latitude,longitude,fatalities',
        'XYZ1,2015-03-19,Battles,0.5,27.5,2',
      ],
      ['--map', aMap],
    ],
    ['in our columns', [ownHeader, 'acled,1,2015-03-19,Battles,Armed clash,0.5,27.5,2'], []],
  ])('refuses to fit the score to what ACLED gave, %s, and says why', async (_, lines, more) => {
    const events = path.join(folder, 'some events.csv');
    await writeFile(events, lines.join('\n'));
    const args = [...world.with(3, events).slice(0, 4), ...more, '--train-until', '2016'];
    const { code, err } = await run([...args, '--refit']);
    expect(code).toBe(1);
    expect(err).toMatch(/The terms of ACLED .* do not allow fitting a model with its data/);
    // Without --refit it is read, and is no more than too little.
    expect((await run([...args, '--test', '2017'])).err).not.toContain('terms');
  });
});

const data = path.resolve(packageRoot, '..', 'shared', 'data');

describe.skipIf(!existsSync(data))('the score on real data (skipped where ../shared/data is absent)', () => {
  const args = [
    ...['--sites', path.join(data, 'sites', 'ipis-drc-2024.csv')],
    ...['--events', path.join(data, 'events', 'ucdp-ged-drc-1989-2021.csv')],
    ...['--map', 'date=date,type=event_type,lat=latitude,lon=longitude,place=location,deaths=fatalities'],
    ...['--train-until', '2017', '--test', '2018-2021', '--json'],
  ];
  const logLossOf = (measures: Measures) => measures.logLoss;

  it.each([
    ['fitted on the years up to 2017', ['--refit']],
    ['as the policy in force has it', []],
  ])('%s reaches its floor on 2018 to 2021 and says what happens', async (_, more) => {
    const { out } = await run([...args, ...more]);
    const { sites, model, baselines } = JSON.parse(out) as BacktestResult;
    expect(sites).toBe(871);
    expect(model.rocAuc).toBeGreaterThanOrEqual(0.925);
    expect(model.averagePrecision).toBeGreaterThanOrEqual(0.67);
    expect(model.brierSkill).toBeGreaterThanOrEqual(0.44);
    for (const { level, predicted, observed } of model.levels)
      expect(Math.abs(predicted! - observed!), level).toBeLessThan(0.04);
    expect(model.logLoss).toBeLessThan(Math.min(...baselines.map(logLossOf)));
  });
});
