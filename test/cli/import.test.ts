import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCommand } from '../../cli/import.ts';
import { captured } from '../support/captured.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const header = 'source,sourceEventId,occurredOn,type,subType,latitude,longitude';
const line = (id: number) => `news,${id},2025-03-19,Battles,Armed clash,1,27`;
let test: TestDatabase;
let folder: string;

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'orewatch-import-cli-'));
});
afterAll(async () => {
  await test.drop();
  await rm(folder, { recursive: true });
});

async function run(args: string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const env = { DATABASE_URL: test.url, OREWATCH_DATA_DIR: folder, LOG_LEVEL: 'silent' };
  const code = await importCommand.run(args, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
    env,
  });
  return { code, out: captured(stdout), err: captured(stderr) };
}

async function fileOf(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

describe('orewatch import', () => {
  it('tells in words what came in, and answers 0', async () => {
    const file = await fileOf('events.csv', [header, line(1), line(2)].join('\n'));
    const { code, out } = await run(['events', file]);
    expect(out).toMatch(/^2 rows in [\d.]+ s: 2 new, 0 changed, 0 unchanged, 0 refused\.\n/);
    expect(code).toBe(0);
  });

  it('tells how many rows are older than what is known', async () => {
    const edition = (time: string, workers: number) =>
      [
        'FID,pcode,name,visit_date,longitude,latitude,province,mineral1,workers_numb',
        `p_ipis.fid-3e60154c_${time}_1,codmine1,Mine,2020-01-02,28,-1,Nord-Kivu,Or,${workers}`,
      ].join('\n');
    await run([await fileOf('newer.csv', edition('18df5e540d0', 50))]);
    const { code, out } = await run([await fileOf('older.csv', edition('17c662a0ff2', 30))]);
    expect(code).toBe(0);
    expect(out).toContain('0 new, 0 changed, 0 unchanged, 1 older, 0 refused.');
    expect(out).toContain('1 row is older than what is known: a newer edition says something else');
  });

  it('tells which rows were refused, why and where they are kept, and answers 3', async () => {
    const file = await fileOf(
      'some.csv',
      [header, line(10), 'news,11,2025-03-19,Battles,Armed clash,91,27'].join('\n'),
    );
    const { code, out } = await run(['events', file]);
    expect(code).toBe(3);
    expect(out).toMatch(/2 rows.*1 new.*1 refused/);
    expect(out).toMatch(/line 3: latitude: .*90; it is 91/);
    const kept = /kept in (\S+\.jsonl)/.exec(out)![1]!;
    expect(JSON.parse(await readFile(kept, 'utf8'))).toMatchObject({
      line: 3,
      refusals: [{ field: 'latitude' }],
    });
  });

  it('reads standard input and prints the summary as JSON', async () => {
    const { code, out } = await run(
      ['events', '-', '--format', 'csv', '--json'],
      [header, line(20)].join('\n'),
    );
    expect(JSON.parse(out)).toMatchObject({ rows: 1, new: 1, refused: 0, refusedFile: null });
    expect(code).toBe(0);
  });

  it('reads any other CSV file by the map of its columns, under the name of the file', async () => {
    const file = await fileOf('My Watchers 2025.csv', 'day,y,x,kind\n2025-03-19,1,27,State-based\n');
    expect((await run(['events', file, '--map', 'date=day,lat=y,lon=x,type=kind'])).code).toBe(0);
    const { rows } = await test.database.query(`select source from event where source like 'my%'`);
    expect(rows).toEqual([{ source: 'my-watchers-2025' }]);
  });

  it('imports sites', async () => {
    const file = await fileOf('mines.csv', 'id,name,latitude,longitude\nsome-mine,Some mine,1,27\n');
    const { code, out } = await run(['sites', file, '--source', 'acme']);
    expect(out).toMatch(/1 rows.*1 new/);
    expect(code).toBe(0);
  });

  it('warns of sites that can hardly lie in their country, takes them and answers 0', async () => {
    const rows = Array.from({ length: 22 }, (_, i) => `swapped-${i},Mine,27.74,-1.${i + 10},CD\n`).join('');
    const file = await fileOf('swapped.csv', `id,name,latitude,longitude,country\n${rows}`);
    const { code, out } = await run(['sites', file]);
    expect(out).toMatch(/22 new, .*, 0 refused\.\n22 rows are in, but may be wrong:\n/);
    expect(out).toContain(
      '  line 2: latitude, longitude: 27.74, -1.1 do not lie in CD, as the row says; swapped, they lie in CD\n',
    );
    expect(out).toMatch(/\n {2}line 21: .*\n {2}and 2 more\n/);
    expect(code).toBe(0);
  });

  it('warns of a site whose id is taken elsewhere, and names its new id', async () => {
    const mine = (latitude: number) => `id,name,latitude,longitude\nkokoli,Kokoli,${latitude},28\n`;
    await run(['sites', await fileOf('ours.csv', mine(-2)), '--source', 'ours']);
    const { code, out } = await run(['sites', await fileOf('theirs.csv', mine(-3)), '--source', 'theirs']);
    expect(code).toBe(0);
    expect(out).toContain(
      '1 new, 0 changed, 0 unchanged, 0 refused.\n1 row is in, but may be wrong:\n  line 2: id: kokoli is the id of "Kokoli" (site kokoli of dataset ours), 111 km away: this site is kokoli-2 instead.',
    );
    const again = await run(['sites', await fileOf('theirs.csv', mine(-3)), '--source', 'theirs']);
    expect(again.out).not.toContain('may be wrong');
  });

  it('warns of a site beside another one, says how to tie the two, and ties them where that is said', async () => {
    const mine = (id: string, more: string) =>
      `id,name,latitude,longitude,records\n${id},${id},-4.5,28.7${more}\n`;
    await run(['sites', await fileOf('first.csv', mine('misisi', ',')), '--source', 'first']);
    const beside = await fileOf('second.csv', mine('misisi-hill', '0018,'));
    const { out } = await run(['sites', beside, '--source', 'second']);
    expect(out).toContain(
      'line 2: latitude, longitude: -4.5, 28.70018 is where misisi-hill lies, beside "misisi" (site misisi of dataset first), 20 m away: if both are one mine, withdraw this one (DELETE /v1/sites/misisi-hill) and bring it again with first:misisi in its "records"',
    );
    const tied = await fileOf('third.csv', mine('misisi-pit', '0018,first:misisi'));
    expect((await run(['sites', tied, '--source', 'third'])).out).toMatch(
      / 0 new, 1 changed, .*refused\.\n$/,
    );
  });

  it('counts rows that tell of withdrawn sites, and says how one is taken up again', async () => {
    const file = await fileOf('gone.csv', 'id,name,latitude,longitude\ngone,Gone,-8,28\nthere,There,-9,28\n');
    await run(['sites', file]);
    await test.database.query(
      `update site set withdrawn_at = now(), withdrawn_by = 'Ada', withdrawn_reason = 'closed' where id = 'gone'`,
    );
    const { code, out } = await run(['sites', file]);
    expect(code).toBe(0);
    expect(out).toMatch(/: 0 new, 0 changed, 1 unchanged, 1 withdrawn, 0 refused\.\n/);
    expect(out).toContain(
      '1 row tells of sites that were withdrawn: they stay so. POST /v1/sites/{id}/restore',
    );
    const { out: json } = await run(['sites', file, '--json']);
    expect(JSON.parse(json).sites).toEqual({ new: 0, changed: 0, unchanged: 1, withdrawn: 1 });
  });

  it('says what is wrong with a file that is not of the format, and answers 1', async () => {
    const file = await fileOf('wrong.csv', 'a,b\n1,2\n');
    const { code, err } = await run([file, '--format', 'events-csv']);
    expect(err).toMatch(/wrong\.csv cannot be imported: columns missing: sourceEventId/);
    expect(code).toBe(1);
  });

  it('sees in the file what it holds, says what it took it for and why, and reads it packed as well', async () => {
    const events = await fileOf('some.txt', [header, line(30)].join('\n'));
    const seen = await run([events]);
    expect(seen.err).toMatch(
      /some\.txt is taken for events in Orewatch’s own columns: its header names sourceEventId, occurredOn/,
    );
    expect(seen).toMatchObject({ code: 0, out: expect.stringContaining(' 1 new') });
    const packed = path.join(folder, 'pits.csv.gz');
    await writeFile(packed, gzipSync('id,name,latitude,longitude\npit,Pit,-7,27\n'));
    expect(await run([packed])).toMatchObject({
      code: 0,
      err: expect.stringContaining('is taken for sites in Orewatch’s own columns'),
      out: expect.stringContaining(' 1 new'),
    });
    const { rows } = await test.database.query(`select dataset from site_record where record_id = 'pit'`);
    expect(rows).toEqual([{ dataset: 'pits' }]);
  });

  it('tells in JSON what it took a file for, and nothing where the call names the format', async () => {
    const text = [header, line(40)].join('\n');
    const { out } = await run(['-', '--json'], text);
    expect(JSON.parse(out)).toMatchObject({
      format: 'csv',
      recognised: expect.stringMatching(/^its header names sourceEventId/),
    });
    const named = await run(['-', '--json', '--format', 'events-csv'], text);
    expect(JSON.parse(named.out)).toMatchObject({ format: 'csv', recognised: null });
    expect(named.err).toBe('');
  });

  it('imports nothing of a file that may be anything, says what it saw and what to say', async () => {
    const file = await fileOf('deaths.csv', 'day,y,x,kind,killed\n2025-03-19,1,27,State-based,3\n');
    const { code, err, out } = await run([file]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /deaths\.csv cannot be imported: its format is not plain\. It is a table with the 5 columns day, y, x, kind, killed\./,
    );
    expect(err).toContain(`deaths.csv --map date=day,lat=y,lon=x,type=kind,deaths=killed\n`);
  });

  it('keeps what ACLED gave to itself, and shows the event in our own fields', async () => {
    const columns =
      'event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,location,latitude,longitude,geo_precision,notes,fatalities';
    const row = 'XYZ9,2025-03-19,1,Battles,Armed clash,A,B,Town,1,27,1,Made-up words of ACLED,2';
    await run([await fileOf('export.csv', `${columns}\n${row}\n`)]);
    const { rows } = await test.database.query(
      `select e.notes, e.url, report.may_show_raw, report.content ->> 'notes' as kept
       from current_event e join report on report.id = e.report_id where e.source = 'acled'`,
    );
    expect(rows).toEqual([
      { notes: null, url: 'https://acleddata.com', may_show_raw: false, kept: 'Made-up words of ACLED' },
    ]);
  });

  it.each([
    [[], /one file/],
    [['events'], /one file/],
    [['a.csv', 'b.csv'], /one file.*only events, sites or places/],
    [['events', 'absent.csv'], /no file absent\.csv/],
    [['events', tmpdir(), '--format', 'csv'], /is a folder/],
    [['events', 'a.csv', '--format', 'xml'], /no format "xml" of events.*events-csv\|events-jsonl/],
    [['a.csv', '--format', 'icmm', '--source', 'mine'], /icmm brings its own name/],
    [['events', '-', '--map', 'date=a,type=b'], /--source/],
    [['events', 'a.csv', '--map', 'date=a,colour=b'], /colour/],
    [['sites', 'a.csv', '--map', 'date=a'], /for events only/],
    [['places', 'a.csv', '--format', 'csv'], /of places: say --format whosonfirst\|geonames/],
    [['places', 'a.csv', '--format', 'geonames', '--map', 'name=a'], /for events only/],
    [['events', 'a.csv', '--source', 'My Source'], /short name/],
  ])('refuses a wrong call before anything is started: %j', async (args, message) => {
    await expect(run(args)).rejects.toThrow(message);
  });
});
