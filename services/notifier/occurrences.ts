import type { AlertNotice, Evidence } from '../../domain/alerts/alert-notice.ts';
import { isCoarse } from '../../domain/precision.ts';
import { addDays, calendarDate } from '../../domain/time.ts';
import { causeOf, eventTitle, whereText } from './cause.ts';
import { plainText, safeLink } from './plain-text.ts';
import { focusOf } from './site-order.ts';
import { creditOf } from './source-credits.ts';
import { actorNames, dateText, deathsText, shortList, siteName, upperFirst } from './wording.ts';

/** One thing that happened, told once however many sites it concerns. */
export type Occurrence = {
  date: string;
  title: string;
  /** Who, how many dead, where, how sure: one line each. */
  details: string[];
  /** Who says so, by name; null where the name is the host of the link. */
  source: string | null;
  link: { url: string; host: string } | null;
  event: Evidence;
};

/** What happened longer before the news than this is background. */
const recentDays = 5;
const maxNoteLength = 200;
/** A mail is read in twenty seconds. */
const mostOccurrences = 3;

/**
 * What a message tells of: the cause of each notice, and what else is recent and weighs. First what the message begins
 * with, then the heaviest. Seen from the most important site that it concerns: `ordered` is in that order.
 */
export function occurrencesOf(ordered: readonly AlertNotice[]): { told: Occurrence[]; more: number } {
  const found = new Map<number, number>();
  for (const notice of ordered) {
    const since = addDays(calendarDate(notice.at), -recentDays);
    const cause = causeOf(notice);
    for (const event of notice.evidence) {
      const isCause = event.eventId === cause?.eventId;
      if (!isCause && (event.occurredOn < since || event.share <= 0)) continue;
      found.set(event.eventId, (found.get(event.eventId) ?? 0) + (isCause ? 1 : 0) + event.share);
    }
  }
  const first = causeOf(focusOf(ordered))?.eventId;
  const all = [...found]
    .sort(
      ([a, weightA], [b, weightB]) => Number(b === first) - Number(a === first) || weightB - weightA || a - b,
    )
    .map(([id]) => id);
  const named = all.slice(0, mostOccurrences).map((id) => seenFirst(id, ordered));
  return {
    told: named.map(({ event, notice }) => tell(event, notice, all.length === 1)),
    more: Math.max(0, all.length - mostOccurrences),
  };
}

/** The event as it is seen from the most important site that it concerns. */
function seenFirst(
  eventId: number,
  ordered: readonly AlertNotice[],
): { event: Evidence; notice: AlertNotice } {
  for (const notice of ordered) {
    const event = notice.evidence.find((candidate) => candidate.eventId === eventId);
    if (event) return { event, notice };
  }
  throw new Error(`event ${eventId} stands behind no notice`);
}

function tell(event: Evidence, notice: AlertNotice, withNote: boolean): Occurrence {
  const credit = creditOf(event.source);
  const link = safeLink(event.url);
  const publisher = event.publisher ? plainText(event.publisher, 80) : null;
  const isHost = link !== null && event.publisher?.toLowerCase().replace(/^www\./, '') === link.host;
  const source = publisher && credit.credit === null ? publisher : credit.name;
  return {
    date: upperFirst(dateText(event.occurredOn, event.datePrecision)),
    title: eventTitle(event),
    details: [
      whoText(event),
      `${upperFirst(whereText(event, siteName(notice)))}.`,
      sureText(event),
      withNote ? noteText(event) : null,
    ].filter((line) => line !== null),
    source: isHost && credit.credit === null ? null : source,
    link,
    event,
  };
}

/** "M23, FARDC. At least 3 reported dead." */
function whoText(event: Evidence): string | null {
  const actors = actorNames(event);
  const deaths = deathsText(event);
  const words = [
    actors.length > 0 ? `${upperFirst(shortList(actors))}.` : null,
    deaths && `${upperFirst(deaths)}.`,
  ].filter(Boolean);
  return words.length > 0 ? words.join(' ') : null;
}

function sureText(event: Evidence): string {
  const { name, credit } = creditOf(event.source);
  if (event.confidence === 'confirmed') return credit === null ? 'Confirmed.' : `Confirmed by ${name}.`;
  const isRead = event.origin !== null && event.origin !== undefined;
  const context = isCoarse(event.locationPrecision) && !event.named ? ' Context only, not in the score.' : '';
  return `${isRead ? 'Read by machine from one report, waits for confirmation' : 'Provisional: may be corrected later'}.${context}`;
}

/** Notes are told as notes, never as the words of a report: they are those of whoever coded the event. */
function noteText({ notes, source }: Evidence): string | null {
  if (!notes || !creditOf(source).mayQuote) return null;
  const text = plainText(notes, maxNoteLength);
  return text ? `Note: ${text}` : null;
}
