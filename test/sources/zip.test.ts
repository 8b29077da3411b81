import { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../bench/gdelt/zip.ts';
import { SourceFileError } from '../../services/sources/files/row-reader.ts';
import { openStart } from '../../services/sources/files/stream-start.ts';
import { unpacked } from '../../services/sources/files/zip.ts';

const limits = { maxPacked: 50_000, maxUnpacked: 1_000_000 };

async function read(bytes: Buffer, pieceSize = 1000) {
  const pieces: Buffer[] = [];
  for (let i = 0; i < bytes.length; i += pieceSize) pieces.push(bytes.subarray(i, i + pieceSize));
  const out: Buffer[] = [];
  for await (const piece of unpacked(Readable.from(pieces), limits)) out.push(piece);
  return Buffer.concat(out).toString();
}

const text = 'a line\n'.repeat(500);
const archive = zipOf({ name: 'a.csv', content: text });

describe('the file in an archive', () => {
  it('is unpacked, however its bytes come in', async () => {
    for (const size of [1, 3, 1000]) expect(await read(archive, size)).toBe(text);
  });

  it('is what came in where that is no archive', async () => {
    for (const size of [1, 1000]) expect(await read(Buffer.from(text), size)).toBe(text);
    expect(await read(Buffer.from('PK'))).toBe('PK');
    expect(await read(Buffer.alloc(0))).toBe('');
  });

  it('is refused where it is larger than is read, whether it says so or not', async () => {
    const zeros = Buffer.alloc(5_000_000);
    await expect(read(zipOf({ name: 'bomb', content: zeros }))).rejects.toThrow(/larger than the 1 MB/);
    const lying = zipOf({ name: 'bomb', content: zeros, claimedSize: 100 });
    await expect(read(lying)).rejects.toThrow(/broken: too many bytes/);
    await expect(read(Buffer.concat([archive, Buffer.alloc(60_000)]))).rejects.toThrow(
      /larger than the 0.05 MB/,
    );
  });

  it('is refused where the archive is cut off or damaged, or holds another number of files', async () => {
    await expect(read(archive.subarray(0, -10))).rejects.toThrow(/broken/);
    const damaged = Buffer.from(archive).fill(0xff, 36, 46);
    await expect(read(damaged)).rejects.toThrow(/broken/);
    await expect(read(zipOf({ name: 'a', content: 'a', claimedSize: 3 }))).rejects.toThrow(
      /broken: not enough bytes/,
    );
    await expect(read(zipOf({ name: 'a', content: 'a' }, { name: 'b', content: 'b' }))).rejects.toThrow(
      /with 2 files, or an Excel workbook/,
    );
  });

  it('of what is imported is unpacked on the way', async () => {
    const { start, input } = await openStart(Readable.from([archive]));
    expect(start.toString()).toBe(text);
    expect(await textOf(input)).toBe(text);
    const bomb = zipOf({ name: 'bomb', content: Buffer.alloc(5_000_000), claimedSize: 100 });
    await expect(openStart(Readable.from([bomb])).then((opened) => textOf(opened.input))).rejects.toThrow(
      SourceFileError,
    );
  });
});
