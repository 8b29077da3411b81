import { pipeline, Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SourceFileError } from './row-reader.ts';
import { isZip, unpacked } from './zip.ts';

/** The first bytes of a file, and the whole of it to be read; whether it is unpacked on the way. */
export type OpenedFile = { start: Buffer; input: Readable; isUnpacked: boolean };

/** So many bytes are looked at before anything is read: a header of thousands of columns fits in. */
export const startLength = 65_536;

/** Text is packed to a fifth or a tenth; what unpacks to so many times its size holds nothing worth reading. */
const mostGrowth = 200;
const freeBytes = 16_777_216;

/** Looks at the start of a stream, which may come slowly or end early. What was packed by gzip or ZIP is unpacked on the way. */
export async function openStart(source: Readable): Promise<OpenedFile> {
  const opened = await peek(source);
  if (isZip(opened.start))
    return { ...(await peek(Readable.from(unpacked(opened.input)))), isUnpacked: true };
  const isGzip = opened.start[0] === 0x1f && opened.start[1] === 0x8b;
  return { ...(isGzip ? await peek(unpack(opened.input)) : opened), isUnpacked: isGzip };
}

function peek(source: Readable): Promise<Omit<OpenedFile, 'isUnpacked'>> {
  return new Promise((resolve, reject) => {
    let pieces: Buffer[] | null = [];
    let size = 0;
    const tell = () => {
      if (pieces) resolve({ start: Buffer.concat(pieces).subarray(0, startLength), input });
      pieces = null;
    };
    const input = new Transform({
      // So much passes before anybody reads what has passed.
      readableHighWaterMark: startLength,
      transform(piece: Buffer, _, pass) {
        pieces?.push(piece);
        size += piece.length;
        if (size >= startLength) tell();
        pass(null, piece);
      },
      flush(pass) {
        tell();
        pass();
      },
    });
    pipeline(source, input, (error) => {
      if (error) reject(error);
    });
  });
}

function unpack(packed: Readable): Readable {
  const gunzip = createGunzip();
  let size = 0;
  const input = new Transform({
    transform(piece: Buffer, _, pass) {
      size += piece.length;
      const isBomb = size > freeBytes + mostGrowth * gunzip.bytesWritten;
      pass(
        isBomb ? new SourceFileError(`it unpacks to more than ${mostGrowth} times its size`) : null,
        piece,
      );
    },
  });
  gunzip.on('error', ({ message }) =>
    input.destroy(
      new SourceFileError(`its gzip data is damaged or cut off (${message}): fetch it once more`),
    ),
  );
  pipeline(packed, gunzip, input, () => {});
  return input;
}
