import type { LinkableSite } from './link.ts';

/** Where a site was held to be from an instant on, and the record that says so. */
export type SitePosition = LinkableSite & {
  dataset: string | null;
  recordId: string | null;
  recordedAt: Date;
};

/**
 * Where a site was held to be at an instant, when it has moved since; null where that is where it is now. Before it was
 * known at all, it is where it was first. `positions` stand in their order, the first one first.
 */
export function pastPosition(positions: readonly SitePosition[], knownAt: Date): SitePosition | null {
  const then = positions.findLast(({ recordedAt }) => recordedAt <= knownAt) ?? positions[0];
  return then && then !== positions.at(-1) ? then : null;
}
