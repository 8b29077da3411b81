import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SourceFileError } from '../../services/sources/files/row-reader.ts';
import { openStart, startLength } from '../../services/sources/files/stream-start.ts';

const inPieces = (bytes: Buffer, size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.subarray(i * size, (i + 1) * size),
    ),
  );

async function allOf(input: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of input) pieces.push(piece);
  return Buffer.concat(pieces);
}

const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, i) => `${i},`).join(''));

describe('the start of a file', () => {
  it.each([
    [0, 1],
    [3, 1],
    [1000, 7],
    [startLength, startLength],
    [startLength + 1, 100],
    [1_000_000, 1_000_000],
    [1_000_000, 4096],
  ])('is looked at before the whole is read: %i bytes in pieces of %i', async (length, size) => {
    const content = bytes.subarray(0, length);
    const { start, input } = await openStart(inPieces(content, size));
    expect(start.equals(content.subarray(0, startLength))).toBe(true);
    expect((await allOf(input)).equals(content)).toBe(true);
  });

  it('and the whole are unpacked where they were packed by gzip', async () => {
    const { start, input } = await openStart(inPieces(gzipSync(bytes), 1000));
    expect(start.equals(bytes.subarray(0, startLength))).toBe(true);
    expect((await allOf(input)).equals(bytes)).toBe(true);
  });

  it('is refused where gzip data are damaged, and the rest where they are cut off', async () => {
    const packed = gzipSync(bytes);
    const damaged = Buffer.from(packed).fill(0xff, 10, 2000);
    await expect(openStart(inPieces(damaged, 5000))).rejects.toThrow(SourceFileError);
    const { input } = await openStart(inPieces(packed.subarray(0, packed.length - 100), 5000));
    await expect(allOf(input)).rejects.toThrow(/gzip data is damaged or cut off/);
  });

  it('is all that is read of what unpacks to hundreds of times its size', async () => {
    const { input } = await openStart(inPieces(gzipSync(Buffer.alloc(50_000_000, 'a\n')), 1000));
    let size = 0;
    const reading = async () => {
      for await (const piece of input) size += piece.length;
    };
    await expect(reading()).rejects.toThrow(/more than 200 times its size/);
    expect(size).toBeLessThan(40_000_000);
  });

  it('ends with the error of a stream that fails', async () => {
    const failing = new Readable({ read: () => failing.destroy(new Error('disk gone')) });
    await expect(openStart(failing)).rejects.toThrow('disk gone');
  });

  it('lets go of the file where reading is ended early', async () => {
    const source = inPieces(bytes, 4096);
    const { input } = await openStart(source);
    for await (const _ of input) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect(source.destroyed).toBe(true);
  });
});
