import { wordMap } from '../../../domain/word-map.ts';

const monthNames: readonly (readonly string[])[] = [
  ['jan', 'janv', 'janvier'],
  ['feb', 'fev', 'fevr', 'fevrier'],
  ['mar', 'mars'],
  ['apr', 'avr', 'avril'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil', 'juillet'],
  ['aug', 'aout'],
  ['sep', 'sept', 'septembre'],
  ['oct', 'octobre'],
  ['nov', 'novembre'],
  ['dec', 'decembre'],
];

/** Zones by name in hours from UTC (RFC 822 and what feeds of Europe and Africa write); others are taken for UTC. */
const zones = wordMap<number>({
  ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
  ...{ BST: 1, WAT: 1, CET: 1, CEST: 2, CAT: 2, SAST: 2, EET: 2, EAT: 3, EEST: 3, MSK: 3 },
});

const isoLike =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)? ?(Z|[+-]\d{2}:?\d{2})?$/i;
const mailLike =
  /^(?:[\p{L}.]{2,12},? )?(\d{1,2})[ -]([\p{L}.]{3,12})[ -](\d{4}|\d{2})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?)? ?([+-]\d{2}:?\d{2}|[A-Za-z]{1,5})?$/u;

/**
 * The instant of a date in a feed, as RFC 822, RFC 3339 or near to them, in English or French. A time without a zone
 * is taken for UTC. Null where there is none or it is not of our time: some feeds date what they do not know to 1970.
 */
export function readFeedDate(text: string | undefined): Date | null {
  const line = (text ?? '').slice(0, 100).replace(/\s+/g, ' ').trim();
  const iso = isoLike.exec(line);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    return instantOf([year, month, day, hour, minute, second], zone);
  }
  const mail = mailLike.exec(line);
  if (!mail) return null;
  const [, day, name, year, hour, minute, second, zone] = mail;
  const folded = name!
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
  const month = monthNames.findIndex(
    ([short, ...names]) => names.includes(folded) || folded.startsWith(short!),
  );
  if (month === -1) return null;
  const fullYear = year!.length === 2 ? `20${year}` : year;
  return instantOf([fullYear, String(month + 1), day, hour, minute, second], zone);
}

function instantOf(parts: readonly (string | undefined)[], zone: string | undefined): Date | null {
  const [year, month, day, hour, minute, second] = parts.map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31 && year >= 1990 && year <= 2199;
  if (!isDay || hour > 24 || minute > 59 || second > 60) return null;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return null;
  return new Date(utc - minutesOf(zone) * 60_000);
}

function minutesOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  if (!sign) return (zones[(zone ?? '').toUpperCase()] ?? 0) * 60;
  const offset = Number(hours) * 60 + Number(minutes);
  return Math.min(offset, 15 * 60) * (sign === '-' ? -1 : 1);
}
