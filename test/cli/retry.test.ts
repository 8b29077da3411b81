import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { setAside } from '../../services/database/set-aside.ts';
import { captured } from '../support/captured.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase();
  for (const [stage, id] of [
    ['assess', 7],
    ['assess', 8],
    ['link-events', 1204],
    ['deliver', 3],
  ] as const)
    await setAside(test.database, { stage, id, reason: `${stage} of ${id} failed` }, [60]);
});
afterEach(() => test.drop());

async function run(...args: string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const env = { DATABASE_URL: test.url, LOG_LEVEL: 'silent' };
  const code = await main(args, { stdin: stdin.end(), stdout, stderr, env });
  return { code, stdout: captured(stdout), stderr: captured(stderr) };
}

async function due(): Promise<string[]> {
  const { rows } = await test.database.query(
    `select stage || ' ' || id as name from set_aside where next_try_at <= now() order by stage, id`,
  );
  return rows.map(({ name }) => name);
}

describe('orewatch status', () => {
  it('shows what is set aside, with its reason, and how far each stage lags behind', async () => {
    const { code, stdout } = await run('status');
    expect(code).toBe(0);
    expect(stdout).toMatch(/link-events 1204: link-events of 1204 failed \(failed 1 times, next try 20/);
    expect(stdout).toMatch(/Waiting, by stage:\n {2}read +0\n/);
    const status = JSON.parse((await run('status', '--json')).stdout);
    expect(status.setAside).toHaveLength(4);
    expect(status.stages).toContainEqual({
      stage: 'assess',
      waiting: 0,
      oldestAt: null,
      lagSeconds: 0,
      setAside: 2,
    });
  });
});

describe('orewatch retry', () => {
  it('makes single ids, a stage or all of it due now', async () => {
    expect(await due()).toEqual([]);
    expect(await run('retry', 'assess', '8')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('assess 8'),
    });
    expect(await due()).toEqual(['assess 8']);
    await run('retry', 'assess');
    expect(await due()).toEqual(['assess 7', 'assess 8']);
    const { stdout } = await run('retry', '--json');
    expect(JSON.parse(stdout).again).toHaveLength(4);
    expect(await due()).toHaveLength(4);
  });

  it('says so where nothing of that is set aside', async () => {
    expect((await run('retry', 'read')).stdout).toBe('Nothing of that is set aside.\n');
  });

  it.each([
    [['retry', 'asess'], 'There is no stage "asess"'],
    [['retry', 'assess', 'bisie'], '"bisie" is no id'],
  ])('refuses %s in words', async (args, words) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});
