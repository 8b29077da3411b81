import type { Traits } from '../lexicon/grammar/trait.ts';
import { traits } from '../lexicon/grammar/traits.ts';
import { readEnglishVerb } from './english-verbs.ts';
import { readRomanceVerb } from './romance-verbs.ts';
import type { VerbReader } from './standing.ts';

const readers: Record<Traits['verbs'], VerbReader> = { english: readEnglishVerb, romance: readRomanceVerb };

/** Reads the words around a trigger as its language builds verbs. */
export const readStanding: VerbReader = (tokens, span, trigger, language, isHeadline) =>
  readers[traits[language].verbs](tokens, span, trigger, language, isHeadline);
