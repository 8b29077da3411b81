import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../cli/command.ts';
import { reportCommand } from '../../cli/report.ts';
import { captured } from '../support/captured.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { filler, told } from '../support/reports.ts';

let test: TestDatabase;
let folder: string;

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.query(
    `insert into site (id, name, kind, latitude, longitude, status, recorded_at)
     values ('bisie', 'Bisie', 'industrial', -1.033035, 27.744321, 'operating', now())`,
  );
  await test.database.query('update site_set set version = version + 1');
  folder = await mkdtemp(path.join(tmpdir(), 'orewatch-report-cli-'));
});
afterAll(async () => {
  await test.drop();
  await rm(folder, { recursive: true });
});

async function run(args: string[], input: string | Buffer = '', { url } = test) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const env = { DATABASE_URL: url, OREWATCH_DATA_DIR: folder, LOG_LEVEL: 'silent' };
  const stdin = Readable.from([Buffer.from(input)]);
  const code = await reportCommand.run(args, { stdin, stdout, stderr, env });
  return { code, out: captured(stdout), err: captured(stderr) };
}

// What one case reports must not be a copy of what another has reported.
beforeEach(async () => {
  await test.database.query('truncate news_report_revision, news_report, event_revision, report cascade');
});

let next = 0;
const published = () => ['--published', '2025-03-20', '--url', `https://news.example.org/cli-${next++}`];
const text = [told.walikaleTaken, told.mubiClash, filler].join('\n');

describe('orewatch report', () => {
  it('reads a file without any other process, and tells what it read', async () => {
    const file = path.join(folder, 'article.txt');
    await writeFile(file, text);
    const { code, out } = await run([
      file,
      ...published(),
      '--publisher',
      'Example News',
      '--title',
      'M23 advances',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Report \d+ "M23 advances" is new \(revision 1, origin examplenews\)\.\n/);
    expect(out).toMatch(/what +Non-state actor overtakes territory \(Battles\)\n/);
    expect(out).toMatch(/where +Mubi ± 5 km, exact place\n/);
    expect(out).toMatch(/mines +Bisie 35 km ± 5 km\n/);
    expect(out).toMatch(/when +2025-03-19, exact day\n/);
    expect(out).toMatch(/who +M23, FARDC/);
    expect(out).toMatch(/certainty +\d+ %\n/);
    expect(out).toMatch(/stands +in the text, characters \d+ to \d+ · event \d+/);
    // Without --source-terms raw its own words are not shown.
    expect(out).not.toContain('residents said');
  });

  it('reads HTML from standard input, and answers JSON', async () => {
    const html = `<html><head><title>Fighting at Mubi</title></head><body><article><p>${text.replaceAll('\n', '</p><p>')}</p></article></body></html>`;
    const { code, out } = await run(['-', ...published(), '--source-terms', 'raw', '--json'], html);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'new',
      title: 'Fighting at Mubi',
      items: [{ place: 'Walikale', reading: { sentence: told.walikaleTaken } }, { place: 'Mubi' }],
    });
  });

  it('says what an edit took away', async () => {
    const where = published();
    await run(['-', ...where], text);
    const { out } = await run(['-', ...where], `${told.walikaleTaken}\n${filler}`);
    expect(out).toMatch(/was edited since it came last \(revision 2/);
    expect(out).toMatch(/1 that it told of before are not in it any more, and are retracted/);
  });

  it('says that no site is known, and not that none is in reach', async () => {
    const empty = await createTestDatabase();
    try {
      const { code, out } = await run(['-', ...published()], text, empty);
      expect(code).toBe(0);
      expect(out).toMatch(/mines +no site is known here: add some with orewatch import FILE\n/);
    } finally {
      await empty.drop();
    }
  });

  it('says clearly that nothing was found', async () => {
    const { code, out } = await run(['-', ...published()], filler);
    expect(code).toBe(0);
    expect(out).toContain('No conflict event was found in it.');
  });

  it('says clearly that the language is not read, and answers 3', async () => {
    const italian =
      'I ribelli hanno preso la città mercoledì, hanno detto le autorità locali. Gli abitanti sono fuggiti verso la foresta quando sono iniziati gli scontri.';
    const { code, out } = await run(['-', ...published()], italian);
    expect(code).toBe(3);
    expect(out).toContain('Its language is not read: English, French, and Spanish are.');
  });

  it.each([
    ['nothing', Buffer.from(''), /must not be empty/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /not text/],
    ['a PDF', Buffer.from('%PDF-1.7 …'), /PDF document: save its text/],
    ['UTF-16', Buffer.from('\ufeffabc', 'utf16le'), /UTF-16/],
    [
      'Latin-1',
      Buffer.from('Les combats ont repris à Goma mercredi'.repeat(5), 'latin1'),
      /save it as UTF-8/,
    ],
    ['10 MB', Buffer.alloc(10_000_000, 'a '), /more than 2 MB/],
    ['figures', Buffer.from('1;2;3;4\n5;6;7;8\n'), /must hold prose/],
  ])('refuses %s, and answers 1', async (_name, bytes, said) => {
    const { code, out, err } = await run(['-', ...published()], bytes);
    expect(code).toBe(1);
    expect(err).toMatch(said);
    expect(out).toBe('');
  });

  it('reads a page in the encoding that it states', async () => {
    const page = `<html><head><meta charset="windows-1252"></head><body><p>${'Les combats ont repris à Mubi mercredi entre le M23 et l’armée, disent des habitants réfugiés. '.repeat(2)}</p></body></html>`;
    const bytes = Buffer.from(page.replaceAll('’', '\x92'), 'latin1');
    const { code, out } = await run(['-', ...published(), '--source-terms', 'raw', '--json'], bytes);
    expect(code).toBe(0);
    expect(JSON.parse(out).revisions[0].text).toContain('l’armée, disent des habitants réfugiés');
  });

  it.each([
    [['--published', '2099-01-01'], /--published must not lie in the future/],
    [['--published', '1970-01-01'], /--published must not lie before 1989/],
    [['--published', 'Thursday'], /--published must be the day or the instant of publication/],
    [['--published', '2025-03-20', '--url', 'news'], /--url must be an http\(s\) address/],
  ])('refuses %j before anything is stored', async (args, said) => {
    const { code, err } = await run(['-', ...args], text);
    expect(code).toBe(1);
    expect(err).toMatch(said);
  });

  it('needs a date of publication and one file', async () => {
    await expect(run(['-'], text)).rejects.toThrow(UsageError);
    await expect(run(['--published', '2025-03-20'], text)).rejects.toThrow(/Name one file/);
    await expect(run(['no-such-file', ...published()])).rejects.toThrow(/There is no file/);
    await expect(run(['-', ...published(), '--source-terms', 'any'], text)).rejects.toThrow(/raw or link/);
  });
});
