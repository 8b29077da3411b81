import { isHigher, rank } from '../../domain/level.ts';
import type { AlertNotice } from './message-content.ts';

/**
 * One notice per site, the highest level first, then the highest score. Where a message carries several revisions
 * of a site, the newest is told, with the level before the first of them: what changed since the reader last heard.
 */
export function rankNotices(notices: readonly AlertNotice[]): AlertNotice[] {
  const bySite = new Map<string, AlertNotice[]>();
  for (const notice of notices) {
    const group = bySite.get(notice.site.id);
    if (group) group.push(notice);
    else bySite.set(notice.site.id, [notice]);
  }
  return [...bySite.values()].map(mergeNotices).sort(byLevelThenScore);
}

function mergeNotices(group: AlertNotice[]): AlertNotice {
  group.sort((a, b) => a.at.getTime() - b.at.getTime() || a.alertId - b.alertId || a.revision - b.revision);
  const first = group[0]!;
  const last = group.at(-1)!;
  if (first === last) return last;
  const isOver = last.kind === 'resolved' || last.kind === 'cancelled';
  const kind = first.kind === 'opened' && !isOver ? 'opened' : last.kind;
  return { ...last, kind, previousLevel: first.previousLevel };
}

function byLevelThenScore(a: AlertNotice, b: AlertNotice): number {
  return (
    rank(b.level) - rank(a.level) ||
    b.score - a.score ||
    a.site.name.localeCompare(b.site.name, 'en') ||
    a.site.id.localeCompare(b.site.id, 'en')
  );
}

/** How a site's level moved, in the order of what a reader needs first. */
const movements = ['rose', 'news', 'eased', 'resolved', 'cancelled'] as const;
export type Movement = (typeof movements)[number];

/**
 * Read from the levels more than from the kind: a message may carry several revisions as one, and what matters is
 * how the level moved since its reader last heard.
 */
export function movementOf(notice: AlertNotice): Movement {
  const { kind, level, previousLevel } = notice;
  if (kind === 'resolved' || kind === 'cancelled') return kind;
  if (kind === 'opened' || isHigher(level, previousLevel)) return 'rose';
  return isHigher(previousLevel, level) ? 'eased' : 'news';
}

/** The notice that a message leads with: the highest of those that rose, else of those with news, and so on. */
export function leadOf(ranked: readonly AlertNotice[]): AlertNotice {
  return ranked.reduce((lead, notice) =>
    movements.indexOf(movementOf(notice)) < movements.indexOf(movementOf(lead)) ? notice : lead,
  );
}
