import { wordMap } from '../../../domain/word-map.ts';
import { oneLine } from '../files/field-text.ts';
import { countryOfAlpha3 } from '../foreign-country-codes.ts';

/** One of the two actors of a row of GDELT. */
export type GdeltActor = {
  name: string;
  /** Alpha-3, or a region of CAMEO's own. */
  countryCode: string;
  knownGroupCode: string;
  /** CAMEO's roles, the most telling first; empty where there are fewer. */
  typeCodes: readonly string[];
};

/** As ACLED and UCDP begin the names of a state's forces. */
const forcesByType = wordMap<string>({ MIL: 'Military Forces', COP: 'Police Forces', GOV: 'Government' });

const armedGroups = ['REB', 'INS', 'SEP', 'UAF'];

/** Unicode's names of these are of towns or have brackets. */
const otherNames = wordMap<string>({
  CD: 'the Democratic Republic of Congo',
  CG: 'the Republic of Congo',
  MM: 'Myanmar',
  PS: 'Palestine',
});

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

/**
 * The actor's name in the manner of ACLED; null where GDELT knows no more than a country, a trade or a person. What
 * it calls an actor is the first country or role that it finds in a sentence: only armed forces and groups that it
 * knows by name are taken.
 */
export function gdeltActorName({ name, countryCode, knownGroupCode, typeCodes }: GdeltActor): string | null {
  const country = countryNameOf(countryCode);
  const forces = typeCodes.map((type) => forcesByType[type]).find((found) => found !== undefined);
  if (forces !== undefined) return country === null ? null : `${forces} of ${country}`;
  if (!typeCodes.some((type) => armedGroups.includes(type))) return null;
  if (knownGroupCode !== '') return inTitleCase(name);
  return country === null ? 'Unidentified Armed Group' : `Unidentified Armed Group (${country})`;
}

function countryNameOf(alpha3: string): string | null {
  const code = countryOfAlpha3(alpha3);
  return code && (otherNames[code] ?? countryNames.of(code)!);
}

/** GDELT writes all names in capitals. */
function inTitleCase(name: string): string | null {
  const words = oneLine(name, 300)?.toLowerCase();
  return words?.replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase()) ?? null;
}
