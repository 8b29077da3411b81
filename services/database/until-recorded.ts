import { setTimeout as pause } from 'node:timers/promises';
import { concernsNoRow } from './failure.ts';

/** Together some 8 s: a connection that was ended is replaced at once, a server that restarts takes seconds. */
const pausesMs = [50, 250, 1000, 2000, 5000];

/** Runs what records something that has happened already, again where the database was away. It must bear a repeat. */
export async function untilRecorded<T>(record: () => Promise<T>): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await record();
    } catch (error) {
      if (!concernsNoRow(error)) throw error;
      await pause(pauseMs);
    }
  }
  return record();
}
