import type { Language } from '../../text/text.ts';
import { tablesOf } from '../lexicons.ts';
import type { Traits } from './trait.ts';

/** What the rules ask about a language beside its words. */
export const traits: Record<Language, Traits> = tablesOf('traits');
