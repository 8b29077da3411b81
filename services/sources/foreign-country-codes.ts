import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../config/package-root.ts';

type CountryCodes = { byFips: ReadonlyMap<string, string>; byAlpha3: ReadonlyMap<string, string> };

let codes: CountryCodes | null = null;

/** ISO 3166-1 alpha-2 code of a country by its FIPS 10-4 code; null where that is none, such as that of the oceans. */
export function countryOfFips(fips: string): string | null {
  codes ??= readCodes();
  return codes.byFips.get(fips) ?? null;
}

/** The same by its alpha-3 code. */
export function countryOfAlpha3(alpha3: string): string | null {
  codes ??= readCodes();
  return codes.byAlpha3.get(alpha3) ?? null;
}

function readCodes(): CountryCodes {
  const file = readFileSync(path.join(packageRoot, 'data', 'country-codes.csv'));
  const rows: { iso2: string; iso3: string; fips: string }[] = parse(file, { columns: true });
  return {
    byFips: new Map(rows.flatMap(({ iso2, fips }) => fips.split(';').map((code) => [code, iso2]))),
    byAlpha3: new Map(rows.map(({ iso2, iso3 }) => [iso3, iso2])),
  };
}
