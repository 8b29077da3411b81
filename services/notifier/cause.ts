import { changesControl, concernsOperation } from '../../domain/acled.ts';
import type { AlertNotice, Evidence } from '../../domain/alerts/alert-notice.ts';
import { wordMap } from '../../domain/word-map.ts';
import { distanceText, lowerFirst } from '../../domain/wording.ts';
import { movementOf } from './site-order.ts';
import { actorNames, dateText, placeName, siteName } from './wording.ts';

/**
 * The event behind a notice; null where there is none. For a level that rose or stands it is the one on which most of the score
 * rests; for everything else the newest, news of operation and control before others of its day.
 */
export function causeOf(notice: AlertNotice): Evidence | null {
  const { evidence } = notice;
  const movement = movementOf(notice);
  if (movement === 'rose' || movement === 'stands') return evidence[0] ?? null;
  return evidence.reduce<Evidence | null>(
    (best, event) => (best && !isNewer(event, best) ? best : event),
    null,
  );
}

function isNewer(a: Evidence, b: Evidence): boolean {
  return a.occurredOn === b.occurredOn ? factRank(a) > factRank(b) : a.occurredOn > b.occurredOn;
}

/** Of one day, news of the mine itself comes first, then that somebody left, then who came. */
function factRank(event: Evidence): number {
  if (concernsOperation(event)) return 3;
  if (event.subType === 'Withdrawal from territory') return 2;
  return changesControl(event) ? 1 : 0;
}

/** What happened, in as few words as a subject has: "M23 took Walikale", "work stopped, staff evacuated". */
export function shortCause(cause: Evidence, notice: AlertNotice): string {
  if (!concernsOperation(cause)) {
    const title = eventTitle(cause);
    // A title that begins with an actor keeps the capital of a name.
    return title.startsWith(cause.subType) ? lowerFirst(title) : title;
  }
  if (cause.subType === 'Operation restarted') return 'work taken up again';
  const sameDay = notice.evidence.filter(({ occurredOn }) => occurredOn === cause.occurredOn);
  const has = (subType: string) => sameDay.some((event) => event.subType === subType);
  const words = [
    has('Operation suspended') && 'work stopped',
    has('Site evacuated') && 'staff evacuated',
  ].filter(Boolean);
  return words.join(', ');
}

/** "M23 took Walikale on 19 March 2025, 57 km ± 5 km from Bisie.", "Staff evacuated at Bisie on 13 March 2025." */
export function causeSentence(event: Evidence, notice: AlertNotice): string {
  const when = `${event.datePrecision === 1 ? 'on ' : ''}${dateText(event.occurredOn, event.datePrecision)}`;
  const site = siteName(notice);
  const where = event.named && placeName(event) === site ? '' : `, ${whereText(event, site)}`;
  return `${eventTitle(event)} ${when}${where}.`;
}

/** Where an event was, seen from a site. "At" is said of no site but one that the report names. */
export function whereText(event: Evidence, site: string): string {
  return event.named
    ? `the report names ${site}`
    : `${distanceText(event.distanceKm, event.uncertaintyKm)} from ${site}`;
}

const controlWords = wordMap<string>({
  'Non-state actor overtakes territory': 'took',
  'Non-violent transfer of territory': 'took over',
  'Government regains territory': 'regained',
  'Withdrawal from territory': 'left',
});

const titles = wordMap<string>({
  'Operation suspended': 'Work stopped',
  'Site evacuated': 'Staff evacuated',
  'Operation restarted': 'Work taken up again',
  'Remote explosive/landmine/IED': 'Explosive device or landmine',
  'Shelling/artillery/missile attack': 'Shelling',
  'Abduction/forced disappearance': 'Abduction',
  'Looting/property destruction': 'Looting or destruction',
  Other: 'Announcement or other news',
});

/** What happened and where: "M23 took Walikale", "Armed clash at Mubi". */
export function eventTitle(event: Evidence): string {
  const place = placeName(event);
  const actor = actorNames(event)[0];
  const verb = controlWords[event.subType];
  if (place && actor && verb) return `${actor} ${verb} ${place}`;
  const title = titles[event.subType] ?? event.subType;
  return place ? `${title} at ${place}` : title;
}
