import type { ReadSentence } from '../clauses/read-sentence.ts';
import { roleWords } from '../lexicon/actors/roles.ts';
import { eachLanguage } from '../lexicon/join-words.ts';
import { phrasesOf } from '../lexicon/modality/phrases.ts';
import type { ActorMention } from './actors-in-text.ts';
import { sideOfMention } from './actors-in-text.ts';

/** Between who tells and what they did, in tokens. */
const reach = 16;

const ownDeeds = eachLanguage(
  phrasesOf,
  ({ ownDeeds: leads, ownDeedAdverbs }) => new RegExp(`\\b${leads}(?: ${ownDeedAdverbs})?$`),
);

/**
 * Who acts where the one who tells did it: "M23 claimed to have taken Masisi", "the army said it had cleared Mweso",
 * "l'armée a annoncé avoir repris Pinga". Empty where the verb has another subject.
 */
export function tellerAsAgent({ tokens, actors, language }: ReadSentence, first: number): ActorMention[] {
  const before = tokens
    .slice(Math.max(0, first - 5), first)
    .map(({ word }) => word)
    .join(' ');
  if (!ownDeeds[language].test(before)) return [];
  const tellers = actors.filter(
    (actor) =>
      actor.last <= first &&
      actor.last >= first - reach &&
      sideOfMention(actor) !== null &&
      tokens.slice(actor.last, actor.last + 6).some(({ word }) => roleWords.claiming.has(word)),
  );
  return tellers.slice(-1);
}
