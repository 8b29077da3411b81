import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { claimDueFeed, noteFailure } from '../../services/database/feeds/feed-poll.ts';
import { captured } from '../support/captured.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

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
    expect(content).toEqual({ url, publisher: 'Lake News', everyMinutes: 60, mayShowRaw: true });

    const again = await feed('add', url);
    expect(again).toMatchObject({ code: 1, stderr: `There is a feed with this address: feed ${id}.\n` });

    expect((await feed('list')).stdout).toMatch(
      new RegExp(`${id} {2}waiting ${url}\\n +Lake News: every 60 min, 0 articles read, last got never`),
    );
    const now = new Date();
    const claim = (await claimDueFeed(database.database, now))!;
    await noteFailure(database.database, claim, { error: 'it is empty', nextPollAt: now }, now);
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
});
