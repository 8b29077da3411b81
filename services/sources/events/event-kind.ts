import { eventTypes, subTypes, subTypesByType } from '../../../domain/acled.ts';
import { wordMap } from '../../../domain/word-map.ts';

/** UCDP's types of violence in ACLED's terms (UCDP GED Codebook, type_of_violence). */
export const eventTypeByViolence = {
  1: { type: 'Battles', subType: 'Armed clash' },
  2: { type: 'Battles', subType: 'Armed clash' },
  3: { type: 'Violence against civilians', subType: 'Attack' },
} as const;

const violenceByWord = wordMap<keyof typeof eventTypeByViolence>({
  'state-based': 1,
  'non-state': 2,
  'one-sided': 3,
});

/** Sub-types to take where a file names the type alone. The other types have none that could be taken for granted. */
const usualSubType = wordMap<string>({
  Battles: 'Armed clash',
  'Violence against civilians': 'Attack',
  'Strategic developments': 'Other',
});

/** Type and sub-type from ACLED's names in any case, from a sub-type alone, or from UCDP's words. */
export function kindOf(type: unknown, subType: unknown): { type: unknown; subType: unknown } {
  const word = typeof type === 'string' ? type.toLowerCase() : '';
  const violence = violenceByWord[word.replace(/ (conflict|violence)$/, '')];
  if (violence) return { ...eventTypeByViolence[violence], ...(subType ? { subType } : {}) };
  const named = subTypes.find((name) => name.toLowerCase() === String(subType ?? type ?? '').toLowerCase());
  const typeOfNamed = eventTypes.find((name) =>
    (subTypesByType[name] as readonly string[]).includes(named ?? ''),
  );
  const found = eventTypes.find((name) => name.toLowerCase() === word) ?? typeOfNamed ?? type;
  return { type: found, subType: named ?? subType ?? usualSubType[String(found)] };
}
