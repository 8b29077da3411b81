import type { RevisionKind } from './alert-decision.ts';
import type { Level } from './level.ts';
import { millisecondsPerDay } from './time.ts';

/** One alert revision that waits to be told to one subscription; `at` is when it came about. */
export type Waiting = { kind: RevisionKind; level: Level; at: Date };

const newsKinds: readonly RevisionKind[] = ['opened', 'escalated', 'cancelled'];

/**
 * Until when a message with these revisions is held back so that others can go with it; null: it goes out now. The
 * first revision opens a window of `windowMs`, and what comes within it goes in the same message. What only updates or
 * lowers alerts is told at most once a day, UTC. A rise to severe waits for nothing and takes along what waits.
 */
export function holdUntil(
  waiting: readonly Waiting[],
  lastMessageAt: Date | null,
  now: Date,
  windowMs: number,
): Date | null {
  const isSevereRise = ({ kind, level }: Waiting) =>
    level === 'severe' && (kind === 'opened' || kind === 'escalated');
  if (waiting.some(isSevereRise)) return null;
  const windowEnds = Math.min(...waiting.map(({ at }) => at.getTime())) + windowMs;
  const hasNews = waiting.some(({ kind }) => newsKinds.includes(kind));
  const isToldToday = lastMessageAt !== null && dayOf(lastMessageAt) === dayOf(now);
  const until = hasNews || !isToldToday ? windowEnds : (dayOf(now) + 1) * millisecondsPerDay;
  return now.getTime() < until ? new Date(until) : null;
}

function dayOf(at: Date): number {
  return Math.floor(at.getTime() / millisecondsPerDay);
}
