import { wordMap } from '../../../domain/word-map.ts';

/** Months by the first three letters of their names in English, French, Spanish, Italian, Portuguese and German. */
const months = wordMap<number>({
  ...{
    jan: 1,
    ene: 1,
    gen: 1,
    feb: 2,
    fev: 2,
    mar: 3,
    mrz: 3,
    apr: 4,
    avr: 4,
    abr: 4,
    may: 5,
    mai: 5,
    mag: 5,
  },
  ...{ jun: 6, giu: 6, jul: 7, lug: 7, aug: 8, aou: 8, ago: 8, sep: 9, set: 9, oct: 10, ott: 10, okt: 10 },
  ...{ out: 10, nov: 11, dec: 12, dic: 12, dez: 12 },
});

/** Zones by name in hours from UTC: RFC 822 and what feeds of Europe, Africa and India write. */
const zones = wordMap<number>({
  ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, Z: 0, UT: 0, UTC: 0, GMT: 0 },
  ...{ WET: 0, BST: 1, WEST: 1, WAT: 1, CET: 1, CEST: 2, CAT: 2, SAST: 2, EET: 2, EAT: 3, EEST: 3, MSK: 3 },
  ...{ IST: 5.5 },
});

const dayForms = {
  /** RFC 3339 and near to it. */
  yearFirst: /^(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})(?:$|[T ])/i,
  /** RFC 822 and near to it: Wed, 19 Mar 2025. */
  dayFirst:
    /^(?:[\p{L}.]{2,12},? )?(?<day>\d{1,2})\.?[ -](?:de )?(?<name>[\p{L}.]{3,12})[ -](?:de )?(?<year>\d{4}|\d{2})(?:$|[ ,])/u,
  /** Aug 15, 2019. */
  monthFirst: /^(?:[\p{L}.]{2,12},? )?(?<name>[\p{L}.]{3,12}) (?<day>\d{1,2}),? (?<year>\d{4})(?:$|[ ,])/u,
  /** 15/08/2019, and 08/15/2019. */
  figures: /^(?<first>\d{1,2})(?<mark>[/.])(?<second>\d{1,2})\k<mark>(?<year>\d{4})(?:$|[ ,])/,
};
const timeOfDay =
  /^(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,]\d{1,9})?)?(?: ?(?<half>[ap])\.?m\.?)?(?= ?$| ?[A-Z+-])/i;
const offset = /^(?:GMT|UTC)?(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})(?: \(?[A-Z]{1,5}\)?)?$/i;

/**
 * The instant of a date in a feed, as RFC 822, RFC 3339 or near to them, in six languages. A time without a zone is
 * taken for UTC. Null where there is none, where it is not of our time (some feeds date what they do not know to
 * 1970), and where it could be read in two ways: 03/04/2025, or a zone that is not known.
 */
export function readFeedDate(text: string | undefined): Date | null {
  const line = (text ?? '').slice(0, 100).replace(/\s+/g, ' ').trim();
  for (const form of Object.values(dayForms)) {
    const found = form.exec(line);
    if (!found) continue;
    const day = dayOf(found.groups!);
    const minutes = minutesIn(line.slice(found[0].length).replace(/^[ ,]+/, ''));
    return day === null || minutes === null ? null : new Date(day + Math.round(minutes * 60) * 1000);
  }
  return null;
}

/** Midnight UTC in milliseconds; null where there is no such day, or it could be two. */
function dayOf(parts: Record<string, string | undefined>): number | null {
  const year = Number(parts.year!.length === 2 ? `20${parts.year}` : parts.year);
  const [month, day] = monthAndDay(parts);
  const start = Date.UTC(year, month - 1, day);
  const isDay = month >= 1 && month <= 12 && day >= 1 && new Date(start).getUTCDate() === day;
  return isDay && year >= 1990 && year <= 2199 ? start : null;
}

function monthAndDay({ name, month, day, first, second }: Record<string, string | undefined>) {
  if (name !== undefined) return [monthOf(name), Number(day)] as const;
  if (month !== undefined) return [Number(month), Number(day)] as const;
  const [a, b] = [Number(first), Number(second)];
  if (a !== b && a <= 12 && b <= 12) return [0, 0] as const;
  return a > 12 ? ([b, a] as const) : ([a, b] as const);
}

/** 1 to 12; 0 for what is no month. */
function monthOf(name: string): number {
  const folded = name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
  if (folded.startsWith('juin')) return 6;
  if (folded.startsWith('juil')) return 7;
  return months[folded.slice(0, 3)] ?? 0;
}

/** Minutes from midnight UTC of a time of day with its zone; null where it is none. */
function minutesIn(text: string): number | null {
  if (text === '') return 0;
  const found = timeOfDay.exec(text);
  if (!found) return minutesOfZone(text) === null ? null : 0;
  const { hour, minute, second = '0', half } = found.groups!;
  const isTime = Number(hour) <= 24 && Number(minute) <= 59 && Number(second) <= 60;
  const zone = minutesOfZone(text.slice(found[0].length).trim());
  if (!isTime || zone === null || (half && Number(hour) > 12)) return null;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  return hours * 60 + Number(minute) + Number(second) / 60 - zone;
}

/** East of Greenwich it is more than 0; null for a zone that is not known. */
function minutesOfZone(zone: string): number | null {
  if (zone === '') return 0;
  const found = offset.exec(zone);
  if (!found) {
    const hours = zones[zone.toUpperCase()];
    return hours === undefined ? null : hours * 60;
  }
  const { sign, hours, minutes } = found.groups!;
  return Math.min(Number(hours) * 60 + Number(minutes), 15 * 60) * (sign === '-' ? -1 : 1);
}
