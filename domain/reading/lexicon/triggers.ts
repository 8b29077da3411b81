import type { TriggerRow } from '../clauses/frames.ts';
import type { Language } from '../text/text.ts';
import { explosivesEn } from './en/explosives.ts';
import { fightingEn } from './en/fighting.ts';
import { operationEn } from './en/operation.ts';
import { peopleEn } from './en/people.ts';
import { territoryEn } from './en/territory.ts';
import { unrestEn } from './en/unrest.ts';
import { explosivesFr } from './fr/explosives.ts';
import { fightingFr } from './fr/fighting.ts';
import { operationFr } from './fr/operation.ts';
import { peopleFr } from './fr/people.ts';
import { territoryFr } from './fr/territory.ts';
import { unrestFr } from './fr/unrest.ts';

/** The words of each language that may tell of an event. */
export const triggerRows: Record<Language, readonly TriggerRow[]> = {
  en: [...territoryEn, ...fightingEn, ...explosivesEn, ...peopleEn, ...unrestEn, ...operationEn],
  fr: [...territoryFr, ...fightingFr, ...explosivesFr, ...peopleFr, ...unrestFr, ...operationFr],
};
