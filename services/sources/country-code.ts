import { z } from 'zod';
import { wordMap } from '../../domain/word-map.ts';

/** Country names that datasets write and Unicode's English names do not. */
const otherNames = wordMap<string>({
  'bosnia and herzegovina': 'BA',
  'brunei darussalam': 'BN',
  'cabo verde': 'CV',
  congo: 'CG',
  'congo, dem. rep.': 'CD',
  'czech republic': 'CZ',
  'democratic republic of congo': 'CD',
  'democratic republic of the congo': 'CD',
  'dr congo': 'CD',
  drc: 'CD',
  'east timor': 'TL',
  'great britain': 'GB',
  'hong kong': 'HK',
  'ivory coast': 'CI',
  'korea, republic of': 'KR',
  'lao pdr': 'LA',
  macedonia: 'MK',
  myanmar: 'MM',
  burma: 'MM',
  palestine: 'PS',
  'republic of the congo': 'CG',
  'russian federation': 'RU',
  'saint lucia': 'LC',
  swaziland: 'SZ',
  'trinidad and tobago': 'TT',
  turkey: 'TR',
  uk: 'GB',
  usa: 'US',
  'united states of america': 'US',
  'viet nam': 'VN',
});

const codeByName = readNames();

/** ISO 3166-1 alpha-2 code of a country by its English name; null where the name is not known. */
export function countryCodeOf(name: string): string | null {
  return codeByName.get(fold(name)) ?? null;
}

function readNames(): Map<string, string> {
  const codes = new Map<string, string>();
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const first of letters) {
    for (const second of letters) {
      const name = names.of(first + second);
      // Codes that were withdrawn have the name of today's country: it keeps today's code.
      if (name && Intl.getCanonicalLocales(`und-${first}${second}`)[0] === `und-${first}${second}`) {
        codes.set(fold(name), first + second);
      }
    }
  }
  for (const [name, code] of Object.entries(otherNames)) codes.set(fold(name), code!);
  return codes;
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[’']/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A country by its code; small letters are taken too. */
export const countryCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code such as CD');
