import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { packageRoot } from '../../config/package-root.ts';
import { insertSubscription } from '../../services/database/deliveries/subscription.ts';
import { captured } from '../support/captured.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

describe('orewatch replay', () => {
  it('mails nobody of news long past unless it is asked to', async () => {
    await insertSubscription(
      test.database,
      {
        ...{ email: 'buyer@smelter.example', sites: null, minerals: ['tin'], countries: null, bbox: null },
        minLevel: 'elevated',
      },
      new Date(),
    );
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    const env = { DATABASE_URL: test.url, LOG_LEVEL: 'silent' };
    const file = path.join(packageRoot, 'data', 'walikale-2025.jsonl');
    expect(await main(['replay', file], { stdin: stdin.end(), stdout, stderr, env })).toBe(2);
    expect(captured(stderr)).toMatch(/would mail 1 subscriber.*OREWATCH_DATA_DIR.*--send/);
    const { rows } = await test.database.query('select count(*) as count from event');
    expect(rows).toEqual([{ count: 0 }]);
  });
});
