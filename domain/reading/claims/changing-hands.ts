import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import { sideOfMention } from '../actors/actors-in-text.ts';
import type { Placed, ReadSentence } from '../clauses/read-sentence.ts';
import { hasWord } from '../clauses/words-of-sentence.ts';
import { territoryRuleWords } from '../lexicon/claims/territory-rules.ts';
import { topicWords } from '../lexicon/claims/topics.ts';
import { isPoint } from '../places/event-place.ts';
import type { Candidate } from './rule.ts';

/** "Cleared of rebels": armed men stand behind the verb and its place. */
export function isOfArmed({ actors, tokens }: ReadSentence, end: number): boolean {
  return actors.some(
    (actor) =>
      sideOfMention(actor) !== null &&
      actor.first > end &&
      actor.first <= end + 10 &&
      tokens
        .slice(Math.max(end, actor.first - 3), actor.first)
        .some(({ word }) => territoryRuleWords.of.has(word)),
  );
}

/** "took the airport in Katoyi", "l'aéroport de Katoyi": where what was taken stands. */
export function installationAt(
  analysis: ReadSentence,
  end: number,
  zoneEnd: number,
): Placed<SettledPlace> | null {
  if (!hasWord(analysis, topicWords.installation, end, zoneEnd)) return null;
  const place = analysis.places.find(({ first, of }) => first >= zoneEnd && isPoint(of));
  if (!place || place.first > zoneEnd + 9) return null;
  const between = analysis.tokens.slice(zoneEnd, place.first);
  const isThere = between.every(
    ({ word, isWord }) => isWord && territoryRuleWords.betweenThingAndPlace.has(word),
  );
  return isThere ? place : null;
}

/** "M23 contrôle Pinga": present and without a word of the moment at which it began, a state of things. */
export function isHolding({ analysis, first, trigger }: Candidate): boolean {
  return trigger.form === 'present' && territoryRuleWords.holding.has(analysis.tokens[first]!.word);
}

export function isNewHolding({ analysis, first, roles }: Candidate): boolean {
  const { tokens, dates } = analysis;
  const holder = roles.agents.at(-1);
  if (!holder || sideOfMention(holder) !== 'non-state') return false;
  if (territoryRuleWords.now.has(tokens[first + 1]?.word ?? '')) return true;
  if (holder.last < first - 3) return false;
  const since = dates.some(({ of }) => of.role === 'since' || of.role === 'when');
  return since || tokens.some(({ word }) => territoryRuleWords.fromNowOn.has(word));
}
