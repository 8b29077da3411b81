import type { Language } from '../../text/text.ts';
import { traitsEn } from '../en/grammar/traits.ts';
import { traitsFr } from '../fr/grammar/traits.ts';
import type { Traits } from './trait.ts';

/** What the rules ask about a language beside its words. */
export const traits: Record<Language, Traits> = { en: traitsEn, fr: traitsFr };
