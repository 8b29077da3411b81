import type { SubType } from '../../../domain/acled.ts';
import { wordMap } from '../../../domain/word-map.ts';

/**
 * CAMEO's event codes that say that violence was done on the ground, in ACLED's sub-types (CAMEO Manual 1.1b3, roots
 * 17 to 20). The others of material conflict are left out: shows of force (15), broken relations (16), sanctions,
 * arrests and expulsions (17), and blockades and occupations (191, 192), since who holds what is not to be told from
 * headlines.
 */
const subTypeByCode = wordMap<SubType>({
  '1712': 'Looting/property destruction',
  '175': 'Attack',
  '180': 'Attack',
  '181': 'Abduction/forced disappearance',
  '182': 'Attack',
  '1821': 'Sexual violence',
  '1822': 'Attack',
  '1823': 'Attack',
  '183': 'Remote explosive/landmine/IED',
  '1831': 'Suicide bomb',
  '1832': 'Remote explosive/landmine/IED',
  '1833': 'Remote explosive/landmine/IED',
  '1834': 'Remote explosive/landmine/IED',
  '184': 'Attack',
  '185': 'Attack',
  '186': 'Attack',
  '190': 'Armed clash',
  '193': 'Armed clash',
  '194': 'Shelling/artillery/missile attack',
  '195': 'Air/drone strike',
  '1951': 'Air/drone strike',
  '1952': 'Air/drone strike',
  '196': 'Armed clash',
  '200': 'Attack',
  '201': 'Attack',
  '202': 'Attack',
  '203': 'Attack',
  '204': 'Chemical weapon',
  '2041': 'Chemical weapon',
  '2042': 'Shelling/artillery/missile attack',
});

/** The sub-type of an event code; null where it tells of no violence on the ground. */
export function subTypeOfCameo(code: string): SubType | null {
  return subTypeByCode[code] ?? null;
}
