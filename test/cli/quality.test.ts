import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { fillMay } from '../quality/world.ts';
import { captured } from '../support/captured.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(() => test.drop());

async function run(...args: string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const env = { DATABASE_URL: test.url, LOG_LEVEL: 'silent' };
  const code = await main(args, { stdin: stdin.end(), stdout, stderr, env });
  return { code, stdout: captured(stdout), stderr: captured(stderr) };
}

describe('orewatch quality', () => {
  it('judges what can be judged and tells it in a table, with what still waits', async () => {
    await fillMay(test.database);
    const { code, stdout } = await run('quality');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^2025-05, judged on \d{4}-\d\d-\d\d with UCDP up to 2025-06-30\n4 sites on the/);
    expect(stdout).toContain('high               3         2  40.0 %    66.7 %');
    expect(stdout).toContain('violence chance                    0.831');
    expect(stdout).toContain(
      'Alerts from elevated: 1 told, 1 of them followed by a deadly event within 30 days.',
    );
    expect(stdout).toContain('2025-06: UCDP has told up to 2025-06-30; this month can be judged once');
  });

  it('tells all judgements of one month as JSON', async () => {
    await fillMay(test.database);
    const { judgements, waiting } = JSON.parse((await run('quality', '--month', '2025-05', '--json')).stdout);
    expect(judgements).toMatchObject([{ month: '2025-05', judgement: 1, figures: { siteDays: 12 } }]);
    expect(waiting).toEqual([]);
  });

  it('says so where nothing was said, and refuses what is no month', async () => {
    expect((await run('quality')).stdout).toBe('No score had been given at the moments that are judged.\n');
    expect(await run('quality', '--month', 'May')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--month must be a month such as 2026-03 (got "May").'),
    });
  });
});
