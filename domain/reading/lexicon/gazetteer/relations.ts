import { joinedPhrases } from '../join-phrases.ts';
import { tablesOf } from '../lexicons.ts';

export const relations = joinedPhrases(tablesOf('relations'));
