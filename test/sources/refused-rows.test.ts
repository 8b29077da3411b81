import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRefusedRows } from '../../services/importing/refused-rows.ts';

const now = new Date('2026-11-22T12:00:00Z');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'orewatch-refused-'));
});
afterEach(() => rm(folder, { recursive: true }));

const refused = (line: number, raw: unknown = 'x') => ({
  line,
  raw,
  refusals: [{ field: '(row)', expected: 'has 1 columns, the header has 8', got: '"x"' }],
});

describe('the file of refused rows', () => {
  it.each([
    ['letters', `${'a'.repeat(245)}.csv`],
    ['letters of two bytes', `${'é'.repeat(120)}.csv`],
    ['letters of four bytes', `${'𝄞'.repeat(60)}.csv`],
    ['letters of one and of three bytes in turn', `${'a中'.repeat(60)}.csv`],
  ])('has a name that fits, whatever %s the imported one has', async (_, name) => {
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    const rows = createRefusedRows(folder, `in/${name}`, now);
    await rows.keep([refused(2)], 0);
    const [kept] = await readdir(folder);
    expect(rows.file()).toBe(path.join(folder, kept!));
    expect(Buffer.byteLength(kept!)).toBeLessThanOrEqual(143);
    expect(kept).toMatch(/^2026-11-22T12-00-00Z-.*\.jsonl$/);
  });

  it('is at most twice as large as what was read, and 1 MB more', async () => {
    const rows = createRefusedRows(folder, 'x.csv', now);
    const megabyte = 1_048_576;
    for (let bytesRead = 8000; bytesRead <= megabyte; bytesRead += 8000) {
      const batch = Array.from({ length: 4000 }, (_, i) => refused(bytesRead / 2 + i));
      await rows.keep(batch, bytesRead);
    }
    expect(rows.count()).toBe(131 * 4000);
    const { size } = await stat(rows.file()!);
    expect(size).toBeLessThan(3 * megabyte + 1000);
    expect(size).toBeGreaterThan(2.9 * megabyte);

    const kept = (await readFile(rows.file()!, 'utf8')).trim().split('\n');
    const notes = kept.map((line) => JSON.parse(line)).filter(({ note }) => note);
    expect(notes).toHaveLength(1);
    expect(kept.length - 1 + rows.onlyCounted()).toBe(rows.count());
  });

  it('leaves out what was read before it leaves out a reason', async () => {
    const rows = createRefusedRows(folder, 'x.csv', now);
    await rows.keep([refused(2, 'y'.repeat(1_100_000)), refused(3)], 0);
    const kept = (await readFile(rows.file()!, 'utf8')).trim().split('\n');
    expect(kept.map((line) => JSON.parse(line))).toEqual([
      { note: expect.stringContaining('twice') },
      { line: 2, refusals: refused(2).refusals },
      refused(3),
    ]);
    expect(rows.onlyCounted()).toBe(0);
  });

  it('cuts what stood in a field, and says so', async () => {
    const rows = createRefusedRows(folder, 'x.csv', now);
    const refusals = Array(50).fill({ field: 'f', expected: 'e', got: 'g'.repeat(9000) });
    await rows.keep([{ line: 2, refusals, raw: 'x' }], 0);
    const [first] = rows.first();
    expect(first!.refusals).toHaveLength(21);
    expect(first!.refusals[0]!.got).toMatch(/^g{300}… \(cut, 9000 letters\)$/);
  });
});
