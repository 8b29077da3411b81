import type { Readable, Writable } from 'node:stream';

/** Where a command reads from and writes to. */
export type Io = {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable & { isTTY?: boolean };
  env: Record<string, string | undefined>;
};

/** One command of `orewatch`. It answers its exit code: 0 done, 1 failed, 2 wrong call, 3 done in part. */
export type Command = {
  name: string;
  summary: string;
  usage: string;
  examples: readonly string[];
  run(args: string[], io: Io): Promise<number>;
};

/** A wrong call: the message says what is wrong, and the caller adds how the command is used. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export function print(io: Io, text: string): void {
  io.stdout.write(`${text}\n`);
}
