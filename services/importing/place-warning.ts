import {
  type CountryAreas,
  findMisplacement,
  type Misplacement,
} from '../../domain/gazetteer/country-areas.ts';
import { countryCodeOf } from '../sources/country-code.ts';
import type { Warning } from '../sources/files/row-reader.ts';
import { countryOfFips } from '../sources/foreign-country-codes.ts';

/** Tells a position that can hardly lie in the country that its row names, and what would fit. */
export function placeWarning(
  { latitude, longitude }: { latitude: number | null; longitude: number | null },
  country: string | null,
  areas: CountryAreas,
): Warning | null {
  if (latitude === null || longitude === null || country === null) return null;
  const misplacement = findMisplacement({ latitude, longitude }, country, areas);
  if (misplacement === null) return null;
  const { liesIn, remedy } = misplacement;
  const but = liesIn === null ? '' : `, but in ${liesIn}`;
  const fitting =
    remedy === null ? ': correct them, or the country' : `; ${remedyText[remedy]}, they lie in ${country}`;
  return {
    field: fieldOf(remedy),
    got: `${latitude}, ${longitude}`,
    text: `do not lie in ${country}, as the row says${but}${fitting}`,
  };
}

const remedyText = {
  swapped: 'swapped',
  'latitude negated': 'with the other sign of the latitude',
  'longitude negated': 'with the other sign of the longitude',
};

function fieldOf(remedy: Misplacement['remedy']): string {
  if (remedy === 'latitude negated') return 'latitude';
  return remedy === 'longitude negated' ? 'longitude' : 'latitude, longitude';
}

/** The country that a row of a file of events names in a column of its own: by code or by English name. */
export function countryOfRow(raw: unknown): string | null {
  const { country: named, ActionGeo_CountryCode: fips } = (raw ?? {}) as Record<string, unknown>;
  if (typeof fips === 'string') return countryOfFips(fips);
  if (typeof named !== 'string') return null;
  const name = named.trim();
  // UCDP writes "DR Congo (Zaire)".
  return /^[A-Z]{2}$/.test(name) ? name : countryCodeOf(name.replace(/ *\([^()]*\)$/, ''));
}
