import { addDays, type CalendarDate, calendarDate } from './time.ts';

/**
 * `off`; `waiting`: on and never fetched; `ok`; `failing`: the last fetch failed and the next ones follow soon;
 * `paused`: so many failed in a row that it is asked only now and then; `needs-person`: no further try will help
 * before somebody changes something.
 */
export const sourceStates = ['off', 'waiting', 'ok', 'failing', 'paused', 'needs-person'] as const;
export type SourceStateName = (typeof sourceStates)[number];

/** After so many failures in a row a source is left alone for longer: the circuit is open. */
const failuresUntilPaused = 5;

export function sourceStateOf(state: {
  isOn: boolean | null;
  failures: number;
  needsPerson: boolean;
  lastSuccessAt: Date | null;
}): SourceStateName {
  if (!state.isOn) return 'off';
  if (state.failures > 0 && state.needsPerson) return 'needs-person';
  if (state.failures >= failuresUntilPaused) return 'paused';
  if (state.failures > 0) return 'failing';
  return state.lastSuccessAt === null ? 'waiting' : 'ok';
}

/**
 * True where a source has published less than it should have by an instant. One that has not told of any day yet is
 * given as long from when it was switched on.
 */
export function isStale(
  { freshTo, since }: { freshTo: CalendarDate | null; since: Date | null },
  staleAfterDays: number,
  at: Date,
): boolean {
  const known = freshTo ?? (since && calendarDate(since));
  return known !== null && known < addDays(calendarDate(at), -staleAfterDays);
}

/**
 * The pause in ms before the next try after failures in a row: a minute, doubled with each of them, to six hours, and
 * never longer than the usual one where that is longer still; with a spread of a quarter, so that what failed
 * together does not come back together. `random` is from 0 to 1.
 */
export function pauseAfterFailure(failures: number, everyMs: number, random: number): number {
  const doubled = 60_000 * 2 ** Math.min(failures, 20);
  const longest = Math.max(6 * 3_600_000, everyMs);
  return Math.round(Math.min(doubled, longest) * (0.75 + random / 2));
}
