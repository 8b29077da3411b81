import { type PhraseBook, phraseBook } from '../../clauses/phrases.ts';
import type { Language } from '../../text/text.ts';
import { eachLanguage } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';
import type { GenericActor } from './actor-words.ts';

export const genericActors: Record<Language, PhraseBook<GenericActor>> = eachLanguage(
  tablesOf('actors'),
  phraseBook<GenericActor>,
);
