import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { copyRows } from '../../services/database/copy-rows.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.query(
    'create table kept (no integer primary key, words text, list text[], at timestamptz, yes boolean, part real)',
  );
});
afterAll(() => test.drop());
beforeEach(() => test.database.query('truncate kept'));

const columns = 'no, words, list, at, yes, part';
const copy = (rows: Parameters<typeof copyRows>[3]) =>
  inTransaction(test.database, (client) => copyRows(client, 'kept', columns, rows));
const read = async () =>
  (await test.database.query({ text: `select ${columns} from kept order by no`, rowMode: 'array' })).rows;

describe('copying rows into a table', () => {
  it('keeps values of every type, and letters that mean something to PostgreSQL, as they are', async () => {
    const words = ['', '\\N', '\\.', 'a\tb\nc\r\nd\\e', '{"a","b"}', "Bisié — 'tin' \u{1f9ea}", 'null'];
    const rows = words.map((text, i) => [i, text, [text, ...words], new Date(i), i % 2 === 0, i + 0.5]);
    await copy(rows);
    expect(await read()).toEqual(rows);
  });

  it('keeps what is missing as missing, and an empty list as empty', async () => {
    await copy([[1, null, [], null, null, null]]);
    expect(await read()).toEqual([[1, null, [], null, null, null]]);
  });

  it('puts the replacement character where a NUL stands, which PostgreSQL cannot store', async () => {
    await copy([[1, 'a\0b', ['\0'], null, null, null]]);
    expect(await read()).toEqual([[1, 'a\ufffdb', ['\ufffd'], null, null, null]]);
  });

  it('copies what is larger than a piece of it that is sent at a time', async () => {
    const long = 'é\\'.repeat(200_000);
    await copy([[1, long, [], null, null, null]]);
    expect((await read())[0]![1]).toBe(long);
  });

  it('throws what PostgreSQL has against a row, stores none of them, and leaves the connection usable', async () => {
    const good = [1, 'good', [], null, null, null];
    await expect(copy([good, [1, 'again', [], null, null, null]])).rejects.toMatchObject({ code: '23505' });
    await expect(copy([good, [2, 'late', [], 'no time', null, null]])).rejects.toMatchObject({
      code: '22007',
    });
    await expect(copy(Array.from({ length: 50_000 }, () => good))).rejects.toMatchObject({ code: '23505' });
    expect(await read()).toEqual([]);
    await copy([good]);
    expect(await read()).toEqual([good]);
  });

  it('throws where the statement itself is refused, with the rows on their way, and leaves the connection usable', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => [i, 'words', [], null, null, null]);
    const into = (table: string) =>
      inTransaction(test.database, (client) => copyRows(client, table, columns, rows));
    await expect(into('no_such_table')).rejects.toMatchObject({ code: '42P01' });
    await into('kept');
    expect(await read()).toHaveLength(rows.length);
  });

  it('fails, and does not wait for ever, where the connection is lost', async () => {
    const client = await test.database.connect();
    await client.query('select pg_terminate_backend(pg_backend_pid())').catch(() => {});
    await expect(copyRows(client, 'kept', columns, [[1, 'lost', [], null, null, null]])).rejects.toThrow();
    client.release(true);
    expect(await read()).toEqual([]);
  });
});
