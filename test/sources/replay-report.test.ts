import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReplayFile } from '../../services/sources/events/replay-report.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'orewatch-replay-'));
});
afterAll(() => rm(folder, { recursive: true }));

const line = {
  publishedAt: '2025-03-20T09:00:00Z',
  publisher: 'Example News',
  title: 'Walikale falls',
  url: 'https://news.example.org/a',
  text: 'M23 rebels captured the town of Walikale on Wednesday, local officials said.',
};

async function read(over: Record<string, unknown> = {}) {
  const file = path.join(folder, 'reports.jsonl');
  await writeFile(file, `${JSON.stringify({ ...line, ...over })}\n`);
  const [report] = await readReplayFile(file);
  return report!.told;
}

describe('a replay file', () => {
  test('has its prose shown only where it says so', async () => {
    expect(await read()).toMatchObject({ article: { mayShowRaw: false } });
    expect(await read({ mayShowRaw: true })).toMatchObject({ article: { mayShowRaw: true } });
  });

  test('holds no address that a browser would run', async () => {
    await expect(read({ url: 'javascript:alert(1)' })).rejects.toThrow(
      'line 1: url must be an http(s) address',
    );
  });
});
