import { type PhraseBook, phraseBook } from '../clauses/phrases.ts';
import type { Language } from '../text/text.ts';
import type { GenericActor } from './actor-words.ts';
import { actorsEn } from './en/actors.ts';
import { actorsFr } from './fr/actors.ts';

export const genericActors: Record<Language, PhraseBook<GenericActor>> = {
  en: phraseBook(actorsEn),
  fr: phraseBook(actorsFr),
};
