import { type PhraseBook, phraseBook } from '../../clauses/phrases.ts';
import type { Language } from '../../text/text.ts';
import { actorsEn } from '../en/actors/actors.ts';
import { actorsFr } from '../fr/actors/actors.ts';
import { eachLanguage } from '../join-words.ts';
import type { GenericActor } from './actor-words.ts';

export const genericActors: Record<Language, PhraseBook<GenericActor>> = eachLanguage(
  { en: actorsEn, fr: actorsFr },
  phraseBook<GenericActor>,
);
