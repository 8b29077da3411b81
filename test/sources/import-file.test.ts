import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { parseColumnMap } from '../../services/sources/events/mapped-csv.ts';
import { count, csv, header, line, run, runText, setUpImports, test } from '../support/importing.ts';

setUpImports();

describe('an import of events', () => {
  it('tells what became of each row, and keeps the refused ones with their reasons', async () => {
    const text = [
      header,
      line(1),
      line(1),
      line(1, 'other'),
      'news,2,yesterday,Battles,Armed clash,91,27,',
      line(3),
    ].join('\n');
    const summary = await runText(csv, text);
    expect(summary).toMatchObject({
      rows: 5,
      new: 2,
      changed: 0,
      unchanged: 0,
      repeated: 1,
      refused: 2,
      stopped: false,
    });
    expect(summary.refusedFile).toMatch(/refused\/[\dT-]+Z-some_file\.csv\.jsonl$/);
    const kept = (await readFile(summary.refusedFile!, 'utf8'))
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row));
    expect(
      kept.map((row) => [row.line, row.refusals.map((refusal: { field: string }) => refusal.field)]),
    ).toEqual([
      [4, ['(row)']],
      [5, ['occurredOn', 'latitude']],
    ]);
    expect(kept[1].raw).toMatchObject({ sourceEventId: '2', occurredOn: 'yesterday' });
    expect(summary.firstRefused).toEqual(kept);
  });

  it('changes nothing the second time, and makes a revision of a changed row', async () => {
    await runText(csv, [header, line(1), line(2)].join('\n'));
    expect(await runText(csv, [header, line(1), line(2)].join('\n'))).toMatchObject({ new: 0, unchanged: 2 });
    expect(await runText(csv, [header, line(1), line(2, 'more')].join('\n'))).toMatchObject({
      unchanged: 1,
      changed: 1,
    });
    expect(await count('event_revision')).toBe(3);
  });

  it('streams thousands of rows in batches, and says on the way how far it is', async () => {
    function* lines() {
      yield Buffer.from(`${header}\n`);
      for (let i = 0; i < 9000; i++) yield Buffer.from(`${line(i)}\n`);
    }
    const size = Buffer.concat([...lines()]).length;
    const told: { rows: number; part: number }[] = [];
    const summary = await run(csv, Readable.from(lines()), {
      onProgress: ({ rows, bytes }) => told.push({ rows, part: bytes / size }),
    });
    expect(summary).toMatchObject({ rows: 9000, new: 9000 });
    expect(told.length).toBeGreaterThan(1);
    for (const { rows, part } of told) expect(part).toBeCloseTo(rows / 9000, 1);
    expect(told.at(-1)).toEqual({ rows: 9000, part: 1 });
    expect(await count('event')).toBe(9000);
  });

  it('loses no good row to one that the database cannot store', async () => {
    await test.database.query(
      `alter table event_revision add constraint poison check (notes is distinct from 'poison')`,
    );
    try {
      const rows = Array.from({ length: 1200 }, (_, i) => line(i, i === 700 || i === 3 ? 'poison' : ''));
      const summary = await runText(csv, [header, ...rows].join('\n'));
      expect(summary).toMatchObject({ rows: 1200, new: 1198, refused: 2 });
      expect(summary.firstRefused.map((row) => row.line).sort()).toEqual([5, 702]);
    } finally {
      await test.database.query('alter table event_revision drop constraint poison');
    }
  });

  it('ends with the error where something fails on the way, and is completed by another run', async () => {
    const text = [header, ...Array.from({ length: 9000 }, (_, i) => line(i))].join('\n');
    await expect(
      runText(csv, text, {
        onProgress: () => {
          throw new Error('no space left');
        },
      }),
    ).rejects.toThrow('no space left');
    const stored = await count('event');
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(9000);
    expect(await runText(csv, text)).toMatchObject({ unchanged: stored, new: 9000 - stored });
  });

  it('stops where it is asked to, with all that was read until then stored', async () => {
    const stopping = new AbortController();
    async function* endless() {
      yield Buffer.from(`${header}\n`);
      for (let i = 0; ; i++) yield Buffer.from(`${line(i)}\n`);
    }
    const summary = await run(csv, Readable.from(endless()), {
      signal: stopping.signal,
      onProgress: () => stopping.abort(),
    });
    expect(summary.stopped).toBe(true);
    expect(summary.new).toBe(summary.rows);
    expect(await count('event')).toBe(summary.rows);
  });

  it('counts a megabyte of broken lines, loses no good row to them, and keeps what has room', async () => {
    const broken = 'x\n'.repeat(260_000);
    const text = `${header}\n${line(1)}\n${broken}${line(2)}\n${broken}${line(3)}\n`;
    const summary = await runText(csv, text);
    expect(summary).toMatchObject({ rows: 520_003, new: 3, refused: 520_000 });
    const kept = await readFile(summary.refusedFile!, 'utf8');
    expect(kept.length).toBeLessThan(2 * text.length + 1_050_000);
    // One line of it says that there is little room.
    expect(kept.trim().split('\n').length - 1).toBe(summary.refused - summary.onlyCounted);
  });

  it('takes those that can hardly lie in the country that a column names, and tells them', async () => {
    const text =
      'day,kind,y,x,country\n2025-03-19,State-based,27.7,-1,DR Congo\n2025-03-20,State-based,-1,27.7,DR Congo\n';
    const columns = parseColumnMap('date=day,type=kind,lat=y,lon=x');
    const summary = await runText({ kind: 'events', format: 'mapped-csv' }, text, { source: 'x', columns });
    expect(summary).toMatchObject({ new: 2, refused: 0, warnings: 1, firstWarnings: [{ line: 2 }] });
  });

  it('refuses a file of other columns before anything is stored', async () => {
    await expect(runText(csv, 'a,b\n1,2\n')).rejects.toThrow(/columns missing/);
    expect(await count('event')).toBe(0);
  });
});

describe('an import of sites', () => {
  it('takes those that can hardly lie in their country, counts them and tells twenty of them', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `m${i},Mine,${27.7 + i / 100},-1,CD`);
    const text = ['id,name,latitude,longitude,country', 'good,Mine,-1,27.7,CD', ...rows].join('\n');
    const summary = await runText({ kind: 'sites', format: 'csv' }, text);
    expect(summary).toMatchObject({ new: 31, refused: 0, warnings: 30 });
    expect(summary.firstWarnings).toHaveLength(20);
    expect(summary.firstWarnings[0]).toEqual({
      line: 3,
      field: 'latitude, longitude',
      got: '27.7, -1',
      text: 'do not lie in CD, as the row says; swapped, they lie in CD',
    });
  });

  it('counts a row once that two things look wrong about', async () => {
    const text = 'id,name,latitude,longitude,country\na,A,27.7,-1,CD\nb,B,27.7001,-1,CD\n';
    const summary = await runText({ kind: 'sites', format: 'csv' }, text);
    expect(summary.warnings).toBe(2);
    expect(summary.firstWarnings.map(({ line }) => line)).toEqual([2, 3, 3]);
  });

  it('loads the bundled sites once', async () => {
    const file = path.join(packageRoot, 'data', 'sites.csv');
    const sites = { kind: 'sites', format: 'csv' } as const;
    const first = await run(sites, createReadStream(file), { source: 'orewatch' });
    expect(first).toMatchObject({ new: first.rows, refused: 0 });
    expect(await run(sites, createReadStream(file), { source: 'orewatch' })).toMatchObject({
      unchanged: first.rows,
    });
  });
});
