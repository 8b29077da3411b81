import { relationsEn } from '../en/gazetteer/relations.ts';
import { relationsFr } from '../fr/gazetteer/relations.ts';
import { joinedPhrases } from '../join-phrases.ts';

export const relations = joinedPhrases({ en: relationsEn, fr: relationsFr });
