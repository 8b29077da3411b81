import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** True where a process of this id exists, whoever owns it; false for what is no number. */
export function isAlive(pid: number): boolean {
  if (Number.isNaN(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Name of the program that a process runs; null where it cannot be told. */
export async function programOf(pid: number): Promise<string | null> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => null);
  if (name !== null) return name.trim();
  const listed = await promisify(execFile)('ps', ['-o', 'comm=', '-p', `${pid}`]).catch(() => null);
  return listed && path.basename(listed.stdout.trim());
}
