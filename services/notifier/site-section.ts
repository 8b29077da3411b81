import { concernsOperation } from '../../domain/acled.ts';
import type { Level } from '../../domain/level.ts';
import { isCoarse } from '../../domain/precision.ts';
import { distanceText } from '../../domain/wording.ts';
import { signalReason } from './cause.ts';
import { type EventItem, eventItem } from './event-item.ts';
import type { AlertNotice, Evidence } from './message-content.ts';
import { movementOf } from './notice-ranking.ts';
import { plainText } from './plain-text.ts';
import { alertReason, countText, scoreText, shortScoreText, siteFacts, siteName } from './wording.ts';

/** One site in full. */
export type SiteSection = {
  rank: number;
  name: string;
  facts: string;
  level: Level;
  /** "was high", "unchanged". */
  before: string;
  score: string;
  /** Why the level is not what the score alone says; null where it is. */
  scoreNote: string | null;
  reason: string;
  signals: { name: string; level: Level; reason: string }[];
  eventsHeading: string;
  events: EventItem[];
  /** "4 more events: see the evidence." or null. */
  moreEvents: string | null;
  evidenceUrl: string;
};

/** One site in one line. */
export type FurtherSite = {
  rank: number;
  name: string;
  level: Level;
  before: string;
  score: string;
  nearest: string;
  evidenceUrl: string;
};

/**
 * A site in full. `told` holds the events that the mail has described so far, with the rank of the site under which
 * it did: an event near many sites is described once.
 */
export function siteSection(
  notice: AlertNotice,
  rank: number,
  publicUrl: string,
  maxEvents: number,
  told: Map<string, number>,
): SiteSection {
  const chosen = chooseEvents(notice, maxEvents);
  const movement = movementOf(notice);
  const left = notice.evidence.length - chosen.length;
  return {
    rank,
    name: siteName(notice),
    facts: siteFacts(notice),
    level: notice.level,
    before: beforeText(notice),
    score: scoreText(notice.score),
    scoreNote: scoreNote(notice),
    reason: alertReason(notice),
    signals: notice.signals.slice(0, 6).map((signal) => ({
      name: signal.signal.replaceAll('-', ' '),
      level: signal.level,
      reason: signalReason(signal),
    })),
    eventsHeading:
      movement === 'rose' || movement === 'news' ? 'Events behind it' : 'Events that still count',
    events: chosen.map((event) => eventItem(event, rank, told)),
    moreEvents: left > 0 ? `${countText(left, 'more event')}: see the evidence.` : null,
    evidenceUrl: evidenceUrl(notice, publicUrl),
  };
}

export function furtherSite(notice: AlertNotice, rank: number, publicUrl: string): FurtherSite {
  return {
    rank,
    name: plainText(notice.site.name, 48) || plainText(notice.site.id, 48),
    level: notice.level,
    before: beforeText(notice),
    score: notice.level === 'unknown' ? 'no current source' : shortScoreText(notice.score),
    nearest: nearestText(notice.evidence),
    evidenceUrl: evidenceUrl(notice, publicUrl),
  };
}

/** What fired the signals first, then the heaviest. */
function chooseEvents(notice: AlertNotice, max: number): Evidence[] {
  const cited = new Set(notice.signals.flatMap(({ events }) => events.map(({ eventId }) => eventId)));
  const isCited = (event: Evidence) => cited.has(event.eventId);
  return [...notice.evidence.filter(isCited), ...notice.evidence.filter((event) => !isCited(event))].slice(
    0,
    max,
  );
}

function scoreNote({ level, signals }: AlertNotice): string | null {
  if (level === 'unknown') {
    return 'Read it with care: no current source covers this country, so the score rests on old reports alone.';
  }
  return signals.some((signal) => signal.level === level)
    ? `The signals below put the site at ${level}, whatever its score.`
    : null;
}

function beforeText({ level, previousLevel }: AlertNotice): string {
  return level === previousLevel ? 'unchanged' : `was ${previousLevel}`;
}

/** The nearest conflict event whose place is known; news about the operation is at the site by its nature. */
export function nearestEvent(evidence: readonly Evidence[]): Evidence | null {
  const located = evidence.filter((event) => !isCoarse(event.locationPrecision) && !concernsOperation(event));
  return located.reduce<Evidence | null>((a, b) => (a && a.distanceKm <= b.distanceKm ? a : b), null);
}

function nearestText(evidence: readonly Evidence[]): string {
  const nearest = nearestEvent(evidence);
  return nearest ? distanceText(nearest.distanceKm, nearest.uncertaintyKm) : 'no located event';
}

/** The risk as it was assessed then: the answer stays the same however old the mail is. */
function evidenceUrl(notice: AlertNotice, publicUrl: string): string {
  const at = notice.at.toISOString().replace('.000Z', 'Z');
  return `${publicUrl}/v1/sites/${encodeURIComponent(notice.site.id)}/risk?at=${at}`;
}
