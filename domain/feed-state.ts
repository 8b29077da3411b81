export type FeedState = 'waiting' | 'ok' | 'failing';

/** How a feed does: never polled, got with the last poll, or not. `failures` counts the polls that failed in a row. */
export function feedState({
  failures,
  lastSuccessAt,
}: {
  failures: number;
  lastSuccessAt: Date | null;
}): FeedState {
  if (failures > 0) return 'failing';
  return lastSuccessAt === null ? 'waiting' : 'ok';
}
