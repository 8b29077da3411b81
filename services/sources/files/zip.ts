import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { type SourceBytes, SourceFileError } from './row-reader.ts';

export type ZipLimits = {
  /** The most bytes of the archive, and of the file in it. */
  maxPacked: number;
  maxUnpacked: number;
};

const usualLimits: ZipLimits = { maxPacked: 100_000_000, maxUnpacked: 1_000_000_000 };

export function isZip(start: Buffer): boolean {
  return start.toString('latin1', 0, 4) === 'PK\x03\x04';
}

/**
 * The bytes of the one file in a ZIP archive; anything else passes unchanged. An archive is held in memory, since its
 * table of contents stands at its end; the file in it is not. Throws a SourceFileError where it is broken, holds
 * several files, or more bytes than it says or than are read: a few kilobytes can hold gigabytes.
 */
export async function* unpacked(input: SourceBytes, limits = usualLimits): AsyncGenerator<Buffer> {
  const archive: Buffer[] = [];
  let bytes = 0;
  let isArchive: boolean | null = null;
  for await (const piece of input) {
    archive.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
    bytes += archive.at(-1)!.length;
    if (isArchive === null && bytes < 4) continue;
    isArchive ??= isZip(Buffer.concat(archive));
    if (!isArchive) yield* archive.splice(0);
    else if (bytes > limits.maxPacked)
      throw new SourceFileError(`the archive is larger than the ${limits.maxPacked / 1e6} MB that are read`);
  }
  if (isArchive) yield* unzip(Buffer.concat(archive), limits);
  else yield* archive;
}

async function* unzip(archive: Buffer, { maxUnpacked }: ZipLimits): AsyncGenerator<Buffer> {
  try {
    const file = await openOnlyFile(archive, maxUnpacked);
    let bytes = 0;
    for await (const piece of file as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > maxUnpacked) throw tooLarge(maxUnpacked);
      yield piece;
    }
  } catch (error) {
    if (error instanceof SourceFileError) throw error;
    throw new SourceFileError(`the ZIP archive is broken: ${(error as Error).message}`);
  }
}

async function openOnlyFile(archive: Buffer, maxUnpacked: number): Promise<Readable> {
  const zip = await yauzl.fromBufferPromise(archive, { lazyEntries: true });
  if (zip.entryCount !== 1)
    throw new SourceFileError(
      `it is a ZIP archive with ${zip.entryCount} files, or an Excel workbook: unpack it and import the one that is meant, or save the sheet as CSV`,
    );
  for await (const entry of zip.eachEntry()) {
    if (entry.uncompressedSize > maxUnpacked) throw tooLarge(maxUnpacked);
    // What is longer or shorter than the archive says is an error of the stream.
    return zip.openReadStreamPromise(entry);
  }
  throw new SourceFileError('the ZIP archive holds no file');
}

function tooLarge(maxUnpacked: number): SourceFileError {
  return new SourceFileError(
    `the file in the archive is larger than the ${maxUnpacked / 1e6} MB that are read`,
  );
}
