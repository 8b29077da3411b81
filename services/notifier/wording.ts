import type { AlertNotice, Evidence } from '../../domain/alerts/alert-notice.ts';
import type { DatePrecision } from '../../domain/precision.ts';
import { datePrecisionText } from '../../domain/precision.ts';
import { signalNames } from '../../domain/risk/signal.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { wordMap } from '../../domain/word-map.ts';
import { shownText } from '../../domain/wording.ts';
import { plainText } from './plain-text.ts';

/** The phrases that mails are made of. English, UTC; what comes from outside passes through `plainText`. */

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "9 March 2025". */
function dayText(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[month! - 1]} ${year}`;
}

/** "13 March 2025, 16:00 UTC". */
export function timeText(at: Date): string {
  const iso = at.toISOString();
  return `${dayText(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}

/** A date as exactly as it is known: "9 March 2025", "March 2025 (within the month)". */
export function dateText(date: CalendarDate, precision: DatePrecision): string {
  const day = dayText(date);
  if (precision === 1) return day;
  const known =
    precision === 5 ? date.slice(0, 4) : precision === 4 ? day.replace(/^\d+ /, '') : `about ${day}`;
  return `${known} (${datePrecisionText[precision]})`;
}

/** Dates within a sentence, from 2025-03-09 to 9 March 2025. */
export function withPlainDates(sentence: string): string {
  return sentence.replace(/\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/g, dayText);
}

/** "34 of 100". */
export function scoreText(score: number): string {
  return `${shownText(score)} of 100`;
}

/** Deaths in words; null where the event is no violence and nothing is said of deaths. */
export function deathsText(
  event: Pick<Evidence, 'type' | 'deathsLow' | 'deathsBest' | 'deathsHigh'>,
): string | null {
  const { deathsLow: low, deathsBest: best, deathsHigh: high } = event;
  if (best === null) {
    if (low === null && high === null)
      return event.type === 'Strategic developments' ? null : 'deaths not known';
    if (high === null) return low === 0 ? 'deaths not known' : `at least ${low} reported dead`;
    if (high === 0) return 'no deaths reported';
    if (low === high) return `${low} reported dead`;
    return low ? `between ${low} and ${high} reported dead` : `up to ${high} reported dead`;
  }
  const isLower = low !== null && low < best;
  const isHigher = high !== null && high > best;
  if (best === 0) return isHigher ? `no deaths confirmed, up to ${high} reported` : 'no deaths reported';
  if (isLower && isHigher) return `${best} reported dead (between ${low} and ${high})`;
  if (isLower) return `${best} reported dead (at least ${low})`;
  if (isHigher) return `${best} reported dead (at most ${high})`;
  // The lowest figure alone, without a highest: more may come.
  return low === best && high === null ? `at least ${best} reported dead` : `${best} reported dead`;
}

/** "1 site", "2,100 sites". */
export function countText(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names of sites, places and actors as mails show them. */
export function siteName(notice: AlertNotice): string {
  return plainText(notice.site.name, 80) || plainText(notice.site.id, 80);
}

export function placeName(event: Evidence): string | null {
  return (event.place && plainText(event.place, 80)) || null;
}

export function actorNames(event: Evidence): string[] {
  return event.actors.map((actor) => plainText(actor, 80)).filter((name) => name !== '');
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** What the trade calls them where the Unicode name is a compromise. */
const ownCountryNames = wordMap<string>({
  CD: 'DR Congo',
  CG: 'Republic of the Congo',
  MM: 'Myanmar',
});

function countryName(code: string): string {
  return ownCountryNames[code] ?? (/^[A-Z]{2}$/.test(code) ? countryNames.of(code)! : plainText(code, 40));
}

/** Why the site matters to a buyer: "Tin (cassiterite), industrial, operated by …, North Kivu, DR Congo". */
export function siteFacts(notice: AlertNotice): string {
  const { site } = notice;
  const minerals = site.minerals
    .filter((name) => !site.commodities.includes(name))
    .map((name) => plainText(name, 40));
  const produce = commodityList(notice) + (minerals.length > 0 ? ` (${shortList(minerals)})` : '');
  const facts = [
    produce.trim() || 'minerals not recorded',
    site.kind === 'unknown' ? null : plainText(site.kind, 40),
    site.operator && `operated by ${plainText(site.operator, 80)}`,
    ...regionOf(notice),
  ];
  return upperFirst(facts.filter(Boolean).join(', '));
}

/** Enough to recognise a site by: "tin, North Kivu"; its country where no province is known. */
export function siteWhereabouts(notice: AlertNotice): string {
  const region = regionOf(notice).find(Boolean);
  return [commodityList(notice), region].filter(Boolean).join(', ') || 'place not recorded';
}

function commodityList({ site }: AlertNotice): string {
  return shortList(site.commodities.map((name) => plainText(name.replaceAll('-', ' '), 40)));
}

function regionOf({ site }: AlertNotice): (string | null)[] {
  return [site.admin1 && plainText(site.admin1, 60), site.country && countryName(site.country)];
}

/** Why a notice is told, with signals and dates as people write them. */
export function alertReason(notice: AlertNotice): string {
  const plain = withPlainDates(plainText(notice.reason, 300));
  return signalNames.reduce((text, name) => text.replaceAll(name, name.replaceAll('-', ' ')), plain);
}

/** Text with its figures and their units on one line: "57 km", "± 5 km", "4 %". */
export function keepUnits(text: string): string {
  return text.replace(/(?<=\d) (?=(?:km|%)(?![\p{L}\d]))|(?<=±) /gu, '\u00a0');
}

/** The first six of a list, then how many more. */
export function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(', ');
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
