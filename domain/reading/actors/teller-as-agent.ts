import type { ReadSentence } from '../clauses/read-sentence.ts';
import { roleWords } from '../lexicon/roles.ts';
import type { ActorMention } from './actors-in-text.ts';
import { sideOfMention } from './actors-in-text.ts';

/** Between who tells and what they did, in tokens. */
const reach = 16;

/**
 * Who acts where the one who tells did it: "M23 claimed to have taken Masisi", "the army said it had cleared Mweso",
 * "l'armée a annoncé avoir repris Pinga". Empty where the verb has another subject.
 */
export function tellerAsAgent({ tokens, actors, language }: ReadSentence, first: number): ActorMention[] {
  const isSelf =
    language === 'en'
      ? /\b(?:to have|(?:it|they) (?:had|has|have)|it|they)(?: (?:also|now|already|since|successfully|completely|fully))?$/
      : /\b(?:avoir|s être|être|(?:il|elle|ils|elles) (?:a|ont|avait|avaient|s est|se sont))(?: (?:aussi|déjà|totalement|complètement|également))?$/;
  const before = tokens
    .slice(Math.max(0, first - 5), first)
    .map(({ word }) => word)
    .join(' ');
  if (!isSelf.test(before)) return [];
  const tellers = actors.filter(
    (actor) =>
      actor.last <= first &&
      actor.last >= first - reach &&
      sideOfMention(actor) !== null &&
      tokens.slice(actor.last, actor.last + 6).some(({ word }) => roleWords.claiming.has(word)),
  );
  return tellers.slice(-1);
}
