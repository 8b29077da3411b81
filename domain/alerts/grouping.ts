import type { Level } from '../level.ts';
import { millisecondsPerDay } from '../time.ts';
import type { RevisionKind } from './alert-decision.ts';

/**
 * One alert revision that waits to be told to one subscription; `at` is when it came about. `hasNews`: a report or a
 * person brought it about, and not time alone. `isStanding`: it had been told to others when the subscription began.
 */
export type Waiting = { kind: RevisionKind; level: Level; at: Date; hasNews: boolean; isStanding: boolean };

const risesAndCorrections: readonly RevisionKind[] = ['opened', 'escalated', 'corrected', 'cancelled'];

/** Levels that fall by time alone are no news: they go with the next message, or together after this time. */
const easingDays = 7;

/**
 * Until when a message with these revisions is held back so that others can go with it; null: it goes out now. The
 * first revision opens a window of `windowMs`, and what comes within it goes in the same message. News at the same level
 * is told at most once a day, UTC; what time alone has lowered waits a week for others to go with it. A rise to severe
 * waits for nothing. Whatever goes takes along what waits.
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
  const until = Math.min(...waiting.map((one) => turnOf(one, lastMessageAt, windowMs)));
  return now.getTime() < until ? new Date(until) : null;
}

/** When a revision may be told at the latest, in ms since 1970. */
function turnOf(
  { kind, hasNews, isStanding, at }: Waiting,
  lastMessageAt: Date | null,
  windowMs: number,
): number {
  const windowEnds = at.getTime() + windowMs;
  if (isStanding || risesAndCorrections.includes(kind)) return windowEnds;
  if (kind === 'updated') {
    const tomorrow = lastMessageAt === null ? 0 : (dayOf(lastMessageAt) + 1) * millisecondsPerDay;
    return Math.max(windowEnds, tomorrow);
  }
  return hasNews ? windowEnds : Math.max(windowEnds, at.getTime() + easingDays * millisecondsPerDay);
}

function dayOf(at: Date): number {
  return Math.floor(at.getTime() / millisecondsPerDay);
}
