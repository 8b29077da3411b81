import type { RevisionKind } from './alert-decision.ts';
import type { Level } from './level.ts';
import { millisecondsPerDay } from './time.ts';

/** One alert revision that waits to be told to one subscription. */
export type Waiting = { kind: RevisionKind; level: Level };

const newsKinds: readonly RevisionKind[] = ['opened', 'escalated', 'cancelled'];

/**
 * Until when a message with these revisions is held back so that others can go with it; null: it goes out now. The
 * first message goes at once and opens a window of `windowMs` in which what follows is gathered. What only updates or
 * lowers alerts is told at most once a day, UTC. A rise to severe waits for nothing.
 */
export function holdUntil(
  waiting: readonly Waiting[],
  lastMessageAt: Date | null,
  now: Date,
  windowMs: number,
): Date | null {
  const isRise = ({ kind }: Waiting) => kind === 'opened' || kind === 'escalated';
  if (!lastMessageAt || waiting.some((revision) => isRise(revision) && revision.level === 'severe'))
    return null;
  const windowEnds = lastMessageAt.getTime() + windowMs;
  if (now.getTime() < windowEnds && now.getTime() >= lastMessageAt.getTime()) return new Date(windowEnds);
  if (waiting.some(({ kind }) => newsKinds.includes(kind))) return null;
  const dayOf = (at: Date) => Math.floor(at.getTime() / millisecondsPerDay);
  return dayOf(lastMessageAt) === dayOf(now) ? new Date((dayOf(now) + 1) * millisecondsPerDay) : null;
}
