import type { AlertNotice } from '../../domain/alerts/alert-notice.ts';
import { groupBy } from '../../domain/group-by.ts';
import { isHigher, rank } from '../../domain/level.ts';

/** How a site's level moved, in the order of what a reader needs first. */
const movements = [
  'rose',
  'corrected',
  'news',
  'stands',
  'eased',
  'resolved',
  'cancelled',
  'withdrawn',
] as const;
export type Movement = (typeof movements)[number];

/**
 * Read from the levels more than from the kind: a message may carry several revisions as one, and what matters is
 * how the level moved since its reader last heard.
 */
export function movementOf(notice: AlertNotice): Movement {
  const { kind, level, previousLevel, isStanding, endsWatch } = notice;
  if (endsWatch) return 'withdrawn';
  if (isStanding) return 'stands';
  if (kind === 'resolved' || kind === 'cancelled' || kind === 'corrected') return kind;
  if (kind === 'opened' || isHigher(level, previousLevel)) return 'rose';
  return isHigher(previousLevel, level) ? 'eased' : 'news';
}

/**
 * One notice for each site, the most important site first. Where a message carries several revisions of a site, the
 * newest is told, with the level before the first of them: what changed since the reader last heard.
 */
export function orderNotices(notices: readonly AlertNotice[]): AlertNotice[] {
  const bySite = groupBy(notices, ({ site }) => site.id);
  return [...bySite.values()].map(mergeNotices).sort(byImportance);
}

function mergeNotices(group: AlertNotice[]): AlertNotice {
  group.sort((a, b) => a.at.getTime() - b.at.getTime() || a.alertId - b.alertId || a.revision - b.revision);
  const first = group[0]!;
  const last = group.at(-1)!;
  if (first === last) return last;
  const isOver = last.kind === 'resolved' || last.kind === 'cancelled';
  const kind = first.kind === 'opened' && !isOver ? 'opened' : last.kind;
  const corrections = [...new Set(group.flatMap((notice) => notice.corrections))];
  return { ...last, kind, corrections, previousLevel: first.previousLevel };
}

/**
 * What matters to the reader of a subscription: the site that it names first; then industrial ones, which whole supply
 * chains hang on; then the higher level, the higher score, the nearer event. Never the alphabet: the id only keeps two
 * renderings of one message the same.
 */
function byImportance(a: AlertNotice, b: AlertNotice): number {
  return (
    Number(b.isPinned) - Number(a.isPinned) ||
    kindRank(b) - kindRank(a) ||
    rank(b.level) - rank(a.level) ||
    b.score - a.score ||
    nearestKm(a) - nearestKm(b) ||
    (a.site.id < b.site.id ? -1 : 1)
  );
}

const kinds = ['unknown', 'artisanal', 'semi-industrial', 'industrial'];

function kindRank({ site }: AlertNotice): number {
  return kinds.indexOf(site.kind);
}

function nearestKm({ evidence }: AlertNotice): number {
  return Math.min(Number.MAX_VALUE, ...evidence.map((event) => event.distanceKm));
}

/** The notice that a message is told from: of the pinned site, wherever it has one, else the one it leads with. */
export function focusOf(ordered: readonly AlertNotice[]): AlertNotice {
  return ordered.find(({ isPinned }) => isPinned) ?? leadOf(ordered);
}

/** The notice that a message leads with: the most important of those that rose, else of the corrected, and so on. */
export function leadOf(ordered: readonly AlertNotice[]): AlertNotice {
  return ordered.reduce((lead, notice) =>
    movements.indexOf(movementOf(notice)) < movements.indexOf(movementOf(lead)) ? notice : lead,
  );
}
