import { isCoarse, locationPrecisionText } from '../../domain/precision.ts';
import { distanceText } from '../../domain/wording.ts';
import { eventTitle } from './cause.ts';
import type { Evidence } from './message-content.ts';
import { plainText, safeLink } from './plain-text.ts';
import { creditOf } from './source-credits.ts';
import { actorNames, dateText, deathsText, shortList, upperFirst } from './wording.ts';

/** One event as a site's section tells it. */
export type EventItem = {
  date: string;
  title: string;
  /** Lines of details: where, who and what, how sure. One line alone where the event was described before. */
  details: string[];
  /** The words of the report; null where there are none or its terms do not allow quoting them. */
  quote: string | null;
  source: string | null;
  link: { url: string; host: string } | null;
};

const maxQuoteLength = 280;

/** `told` maps the events described so far to the rank of the site under which they were. */
export function eventItem(event: Evidence, rank: number, told: Map<string, number>): EventItem {
  const key = `${event.eventId}:${event.revision}`;
  const describedAt = told.get(key);
  const head = { date: dateText(event.occurredOn, event.datePrecision), title: eventTitle(event) };
  if (describedAt !== undefined) {
    const details = [`${whereText(event)}; ${shareText(event)}. Described under ${describedAt}.`];
    return { ...head, details, quote: null, source: null, link: null };
  }
  told.set(key, rank);
  const credit = creditOf(event.source);
  const notes = credit.mayQuote && event.notes ? plainText(event.notes, maxQuoteLength) : null;
  const isReading = event.origin != null;
  return {
    ...head,
    details: [
      `${upperFirst(whereText(event))}.`,
      whatText(event),
      sureText(event),
      ...(isReading && notes ? [`Read as: ${notes}`] : []),
    ],
    quote: isReading ? null : notes,
    source: credit.name,
    link: safeLink(event.url),
  };
}

function whereText(event: Evidence): string {
  const distance = `${distanceText(event.distanceKm, event.uncertaintyKm)} from the site`;
  return event.named ? `${distance}; the report names the site` : distance;
}

/** "M23, FARDC. Battles: non-state actor overtakes territory. At least 3 reported dead." */
function whatText(event: Evidence): string {
  const actors = actorNames(event);
  const deaths = deathsText(event);
  return [
    actors.length > 0 ? `${upperFirst(shortList(actors))}.` : 'Actors not named.',
    `${event.type}: ${event.subType}.`,
    deaths && `${upperFirst(deaths)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** "Provisional report; place: exact place; adds 34 % of what the score rests on." */
function sureText(event: Evidence): string {
  const confidence = event.confidence === 'confirmed' ? 'Confirmed' : 'Provisional';
  const precision = event.locationPrecision;
  const place = `location: ${precision ? locationPrecisionText[precision] : 'a point, its precision not stated'}`;
  return `${confidence}; ${place}; ${shareText(event)}.`;
}

function shareText(event: Evidence): string {
  if (isCoarse(event.locationPrecision) && !event.named) return 'context only, not in the score';
  if (event.share <= 0) return 'not in the score';
  const percent = Math.round(100 * event.share);
  return `${percent < 1 ? 'less than 1' : percent} % of what the score rests on`;
}
