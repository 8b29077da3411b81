import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, programOf } from './process-id.ts';

/** The running PostgreSQL of the cluster; null where there is none, whatever its file says. */
export async function readPostmaster(pidFile: string): Promise<number | null> {
  const text = await readFile(pidFile, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  if (!isAlive(pid)) return null;
  const program = await programOf(pid);
  return program === null || program === 'postgres' ? pid : null;
}

/** "Fast" shutdown: SIGINT to the postmaster, then wait until it is gone. */
export async function stopPostmaster(pidFile: string): Promise<void> {
  const pid = await readPostmaster(pidFile);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  while ((await readPostmaster(pidFile)) === pid) await pause(20);
}
