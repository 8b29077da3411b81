import type { TriggerRow } from '../../clauses/frames.ts';
import type { Language } from '../../text/text.ts';
import { explosivesEn } from '../en/events/explosives.ts';
import { fightingEn } from '../en/events/fighting.ts';
import { operationEn } from '../en/events/operation.ts';
import { peopleEn } from '../en/events/people.ts';
import { territoryEn } from '../en/events/territory.ts';
import { unrestEn } from '../en/events/unrest.ts';
import { explosivesFr } from '../fr/events/explosives.ts';
import { fightingFr } from '../fr/events/fighting.ts';
import { operationFr } from '../fr/events/operation.ts';
import { peopleFr } from '../fr/events/people.ts';
import { territoryFr } from '../fr/events/territory.ts';
import { unrestFr } from '../fr/events/unrest.ts';

/** The words of each language that may tell of an event. */
export const triggerRows: Record<Language, readonly TriggerRow[]> = {
  en: [...territoryEn, ...fightingEn, ...explosivesEn, ...peopleEn, ...unrestEn, ...operationEn],
  fr: [...territoryFr, ...fightingFr, ...explosivesFr, ...peopleFr, ...unrestFr, ...operationFr],
};
