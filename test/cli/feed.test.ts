import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { claimDueSource, noteFetchFailure } from '../../services/database/sources/source-fetch.ts';
import { readKnownFeeds } from '../../services/sources/feeds/known-feeds.ts';
import { captured } from '../support/captured.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.database.query('truncate feed cascade');
});

async function feed(...args: string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const env = { DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
  const code = await main(['feed', ...args], { stdin: stdin.end(), stdout, stderr, env });
  return { code, stdout: captured(stdout), stderr: captured(stderr) };
}

const url = 'https://news.example.org/rss.xml';

describe('orewatch feed', () => {
  it('adds a feed once, lists it with its state, and removes it', async () => {
    expect((await feed('list')).stdout).toContain('No feeds yet');
    const added = await feed('add', url, '--publisher', 'Lake News', '--every', '60', '--show-raw', '--json');
    expect(added.code).toBe(0);
    const { id, ...content } = JSON.parse(added.stdout);
    expect(content).toEqual({
      url,
      publisher: 'Lake News',
      language: null,
      everyMinutes: 60,
      mayShowRaw: true,
    });

    const again = await feed('add', url);
    expect(again).toMatchObject({ code: 1, stderr: `There is a feed with this address: feed ${id}.\n` });

    expect((await feed('list')).stdout).toMatch(
      new RegExp(`${id} {2}waiting +${url}\\n +Lake News: every 60 min, 0 articles read, last got never`),
    );
    const now = new Date();
    const claim = (await claimDueSource(database.database, { without: [], feeds: true }, now))!;
    await noteFetchFailure(
      database.database,
      claim,
      { error: 'it is empty', needsPerson: false, nextFetchAt: now },
      now,
    );
    expect((await feed('list')).stdout).toMatch(/failing .*\n.*\n +failed 1 time\(s\), last .*: it is empty/);
    expect(JSON.parse((await feed('list', '--json')).stdout)).toMatchObject([{ id, url, state: 'failing' }]);

    expect((await feed('remove', url)).stdout).toContain('no longer polled');
    expect(await feed('remove', String(id))).toMatchObject({ code: 1 });
    expect((await feed('list')).stdout).toContain('No feeds yet');
    const { rows } = await database.database.query(
      'select actor, action, subject from audit_entry order by id',
    );
    expect(rows).toEqual([
      { actor: 'command line', action: 'created', subject: `feeds/${id}` },
      { actor: 'command line', action: 'removed', subject: `feeds/${id}` },
    ]);
  });

  it('shows the feeds that are known, with what each is and whether it is polled', async () => {
    const all = JSON.parse((await feed('known', '--json')).stdout);
    expect(all.length).toBeGreaterThanOrEqual(25);
    expect(all.every(({ feedId }: { feedId: unknown }) => feedId === null)).toBe(true);
    const congo = await feed('known', '--country', 'cd', '--language', 'fr');
    expect(congo.stdout).toMatch(/^radio-okapi +off\n +Radio Okapi \(radio, fr, CD\)\. .*\n +https:/m);
    expect(congo.stdout).not.toContain('(press, en');
    expect((await feed('known', '--country', 'AQ')).stdout).toBe('No feed is known that fits.\n');
  });

  it('switches a known feed on by its name, with its publisher and its language', async () => {
    const added = await feed('add', 'radio-okapi', '--every', '30', '--json');
    expect(added.code).toBe(0);
    const { id, ...content } = JSON.parse(added.stdout);
    expect(content).toEqual({
      url: 'https://www.radiookapi.net/rss.xml',
      publisher: 'Radio Okapi',
      language: 'fr',
      everyMinutes: 30,
      mayShowRaw: false,
    });
    expect((await feed('known')).stdout).toMatch(new RegExp(`^radio-okapi +on: feed ${id}$`, 'm'));
    expect((await feed('remove', String(id))).code).toBe(0);
    expect((await feed('known')).stdout).toMatch(/^radio-okapi +off$/m);
  });

  it('switches on those of a country, but for those that are on already', async () => {
    const known = readKnownFeeds({ country: 'VE' });
    expect(known.length).toBeGreaterThan(2);
    await feed('add', known[0]!.name);
    const added = await feed('add', '--country', 'VE', '--every', '60');
    expect(added).toMatchObject({ code: 0, stderr: expect.stringContaining('There is a feed') });
    expect(added.stdout.trim().split('\n')).toHaveLength(known.length - 1);
    const on = JSON.parse((await feed('list', '--json')).stdout);
    expect(on.map(({ url }: { url: string }) => url).sort()).toEqual(known.map(({ url }) => url).sort());
    expect((await feed('add', '--country', 'VE')).code).toBe(1);
  });

  it.each([
    [['add', 'radio-okapo'], 'No feed is known by the name radio-okapo: "orewatch feed known" lists'],
    [['add'], 'Name one feed to add.'],
    [['add', 'radio-okapi', '--country', 'CD'], '"feed add" takes no names here.'],
    [['add', '--country', 'AQ'], 'No feed is known that fits'],
    [['add', '--country', 'CD', '--publisher', 'All'], 'are told of one feed at a time'],
    [['add', url, '--language', 'sw'], '--language must be one of'],
    [['known', '--country', 'Congo'], '--country must be an ISO 3166-1 alpha-2 code such as CD'],
    [['list', '--every', '5'], '--every does not belong to "feed list".'],
    [['fetch'], 'Say known, add, list or remove.'],
  ])('refuses what it does not understand, and says why: %j', async (args, why) => {
    const answer = await feed(...args);
    expect(answer.code).toBe(2);
    expect(answer.stderr).toContain(why);
  });
});
