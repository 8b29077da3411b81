import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Io, UsageError } from './command.ts';

export type Input = { input: Readable; size: number | null };

/** Opens a file, or standard input for `-`. Throws a UsageError where there is no such file. */
export async function openInput(file: string, io: Io): Promise<Input> {
  if (file === '-') return { input: io.stdin, size: null };
  const size = await sizeOfFile(file);
  return { input: createReadStream(file, { highWaterMark: 262_144 }), size };
}

/** The size in bytes of what is a file. Throws a UsageError where there is none. */
export async function sizeOfFile(file: string): Promise<number> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${error.message}.`,
    );
  });
  if (found.isDirectory()) throw new UsageError(`${file} is a folder: name a file.`);
  return found.size;
}
