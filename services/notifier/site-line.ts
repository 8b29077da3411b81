import { concernsOperation } from '../../domain/acled.ts';
import type { AlertNotice, Evidence } from '../../domain/alerts/alert-notice.ts';
import { groupBy } from '../../domain/group-by.ts';
import { type Level, rank } from '../../domain/level.ts';
import { isCoarse } from '../../domain/precision.ts';
import { distanceText } from '../../domain/wording.ts';
import { causeOf } from './cause.ts';
import { plainText } from './plain-text.ts';
import { countText, scoreText, siteName, siteWhereabouts } from './wording.ts';

/** One site in one line. */
export type SiteLine = {
  name: string;
  /** "tin, North Kivu, DR Congo". */
  whereabouts: string;
  level: Level;
  /** "was high", "unchanged", "standing". */
  before: string;
  score: string;
  /** The distance of what happened; null where its place says nothing. */
  distance: string | null;
  url: string;
};

export function siteLine(notice: AlertNotice, publicUrl: string): SiteLine {
  const cause = causeOf(notice);
  return {
    name: siteName(notice),
    whereabouts: siteWhereabouts(notice),
    level: notice.level,
    before: beforeText(notice),
    score: notice.endsWatch ? 'no longer watched' : scoreText(notice.score),
    distance: cause && isPlaced(cause) ? distanceText(cause.distanceKm, cause.uncertaintyKm) : null,
    url: evidenceUrl(notice, publicUrl),
  };
}

function beforeText({ level, previousLevel, isStanding }: AlertNotice): string {
  if (isStanding) return 'standing';
  return level === previousLevel ? 'unchanged' : `was ${previousLevel}`;
}

function isPlaced(event: Evidence): boolean {
  return !isCoarse(event.locationPrecision) && !concernsOperation(event);
}

/** The risk as it was assessed then from what was known then: the answer stays the same however old the mail is. */
function evidenceUrl(notice: AlertNotice, publicUrl: string): string {
  const at = encodeURIComponent(notice.at.toISOString());
  return `${publicUrl}/v1/sites/${encodeURIComponent(notice.site.id)}/risk?at=${at}&knownAt=${at}`;
}

/** Names of further sites in a mail: no more than these, and no more words, so that it stays short. */
const mostNames = 40;
const mostWords = 12;

/** "Also: Mubi, Njingala, Omate." of the next sites, and how many of them it names. */
export function namedSites(notices: readonly AlertNotice[]): { text: string | null; count: number } {
  const names: string[] = [];
  let words = 0;
  for (const { site } of notices.slice(0, mostNames)) {
    const name = plainText(site.name, 40) || plainText(site.id, 40);
    words += name.split(' ').length;
    if (words > mostWords) break;
    names.push(name);
  }
  return { text: names.length > 0 ? `Also: ${names.join(', ')}.` : null, count: names.length };
}

const territoriesNamed = 6;

/** "And 165 more: 38 elevated (North Kivu 30, South Kivu 8), 127 guarded (…)." */
export function countedSites(notices: readonly AlertNotice[]): string | null {
  if (notices.length === 0) return null;
  const parts = [...groupBy(notices, ({ level }) => level)]
    .sort(([a], [b]) => rank(b) - rank(a))
    .map(([level, group]) => `${group.length.toLocaleString('en')} ${level} (${territoriesOf(group)})`);
  return `And ${countText(notices.length, 'more site')}: ${parts.join(', ')}.`;
}

function territoriesOf(notices: readonly AlertNotice[]): string {
  const counts = new Map<string, number>();
  for (const { site } of notices) {
    const name =
      plainText(site.admin1 ?? '', 40) || plainText(site.country ?? '', 40) || 'place not recorded';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const named = sorted.slice(0, territoriesNamed).map(([name, n]) => `${name} ${n.toLocaleString('en')}`);
  const rest = sorted.slice(territoriesNamed).reduce((sum, [, n]) => sum + n, 0);
  return [...named, ...(rest > 0 ? [`elsewhere ${rest.toLocaleString('en')}`] : [])].join(', ');
}
