import type { Language } from '../text/text.ts';
import type { Token } from '../text/tokens.ts';
import { readEnglishVerb } from './english-verbs.ts';
import type { Trigger } from './frames.ts';
import { readFrenchVerb } from './french-verbs.ts';
import type { Standing } from './standing.ts';

/** Reads the words around a trigger: tense, voice, negation. `first` and `end` are its tokens. */
export function readStanding(
  tokens: readonly Token[],
  first: number,
  end: number,
  trigger: Trigger,
  language: Language,
  inTitle: boolean,
): Standing {
  return language === 'en'
    ? readEnglishVerb(tokens, first, end, trigger, inTitle)
    : readFrenchVerb(tokens, first, trigger, inTitle);
}
