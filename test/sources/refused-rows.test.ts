import { mkdtemp, readdir, rm } from 'node:fs/promises';
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
    await rows.keep([refused(2)]);
    const [kept] = await readdir(folder);
    expect(rows.file()).toBe(path.join(folder, kept!));
    expect(Buffer.byteLength(kept!)).toBeLessThanOrEqual(143);
    expect(kept).toMatch(/^2026-11-22T12-00-00Z-.*\.jsonl$/);
  });
});
