import { feedsAtOnce } from './fetch-sources.ts';
import type { Stage } from './stage.ts';

/** For requests, and for what a command does by itself. */
const apiShare = 8;

/** One for each job that may run at a time, so that no slot of a worker waits for a connection of another one. */
export function connectionsFor(pipeline: readonly Stage[]): number {
  if (pipeline.length === 0) return apiShare;
  const slots = pipeline.reduce((sum, stage) => sum + stage.concurrency, 0);
  const scheduled = 1;
  const monthJudge = 1;
  return apiShare + slots + scheduled + monthJudge + feedsAtOnce;
}
