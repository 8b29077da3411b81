import type { SubType } from '../../acled.ts';
import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import { sideOfMention } from '../actors/actors-in-text.ts';
import type { ReadSentence } from '../clauses/read-sentence.ts';
import { claimRuleWords } from '../lexicon/claims/claim-rules.ts';
import { hasStem } from '../lexicon/claims/stems.ts';
import { territoryRuleWords } from '../lexicon/claims/territory-rules.ts';
import { phrases } from '../lexicon/modality/phrases.ts';
import { isPoint, isWide } from '../places/event-place.ts';
import type { EventDate } from '../story/event-date.ts';
import { recall, type Story } from '../story/story.ts';
import { agentSide, type Claim } from './claims.ts';

/** "A bomb landed inside a base. The base is at Mubambiro." */
export function placeAhead(
  { needsGround, judgement }: Claim,
  ahead: ReadSentence | undefined,
): SettledPlace | null {
  if (!ahead || needsGround || judgement.voice === 'noun' || ahead.triggers.length > 0) return null;
  const place = ahead.places.find(({ of, first }) => isPoint(of) && of.mention.isLocative && first < 8);
  return place?.of ?? null;
}

/** The province that a sentence names when it names no place in it. */
export function areaOf({ analysis }: Claim): SettledPlace | null {
  const area = analysis.places.find(({ of }) => of.place?.kind === 'admin1' && of.latitude !== null);
  return area?.of ?? null;
}

export function inheritedPlace(story: Story, claim: Claim): SettledPlace | null {
  const { analysis, needsGround, frame, trigger } = claim;
  if (claim.isDefinite) {
    const before = analysis.places.findLast(
      ({ of, last }) => last <= trigger.first && isPoint(of) && !isWide(of) && !of.mention.isReference,
    );
    if (before) return before.of;
    const any = analysis.places.findLast(
      ({ of, last }) => last <= trigger.first && isPoint(of) && !isWide(of),
    );
    if (any && !recall(story.namedPlace, analysis, false)) return any.of;
  }
  // "were executed there": where the sentence before was.
  const near = analysis.tokens
    .slice(trigger.end, trigger.end + 2)
    .some(({ word }) => claimRuleWords.there.has(word));
  const there = near ? recall(story.namedPlace, analysis, false) : null;
  if (there) return there;
  const inSentence = recall(story.eventPlace, analysis, !needsGround) ?? null;
  if (needsGround) return recall(story.namedPlace, analysis, false) ?? inSentence ?? story.mainPlace;
  if (frame === 'suspend' || frame === 'evacuate' || frame === 'restart')
    return (
      story.mainSite ?? recall(story.eventPlace, analysis, false) ?? recall(story.namedPlace, analysis, false)
    );
  return (
    inSentence ??
    recall(story.namedPlace, analysis, true) ??
    recall(story.eventPlace, analysis, false) ??
    recall(story.namedPlace, analysis, false)
  );
}

const sameDay = new RegExp(`\\b${phrases.sameDay}\\b`, 'i');

export function recalledDate(story: Story, { analysis }: Claim): EventDate | null {
  const isSameDay = sameDay.test(analysis.sentence.text);
  const date = recall(story.date, analysis, !isSameDay);
  return date && { ...date, tie: 'inherited' };
}

/** Taking a place is named by the side of who takes it; of one that is not named, by the verb. */
export function territorySubType(story: Story, claim: Claim): SubType {
  const word = claim.analysis.tokens[claim.trigger.first]!.word;
  if (territoryRuleWords.lost.has(word)) return 'Non-state actor overtakes territory';
  // "The last army base was lost", "the town fell to the army".
  if (claim.frame === 'fall') {
    const taker = claim.roles.others.find(
      (actor) => actor.first >= claim.trigger.end && actor.first <= claim.trigger.end + 4,
    );
    return taker && sideOfMention(taker) === 'state'
      ? 'Government regains territory'
      : 'Non-state actor overtakes territory';
  }
  const side = agentSide(claim.roles);
  if (side === 'state' || side === 'peacekeeper') return 'Government regains territory';
  if (side) return 'Non-state actor overtakes territory';
  const phrase = claim.analysis.tokens.slice(claim.trigger.first, claim.trigger.end);
  const isRetaken =
    phrase.some((token) => territoryRuleWords.back.has(token.word)) || hasStem(word, 'retaken');
  const previous = story.agents.find((agent) => sideOfMention(agent) !== null);
  if (previous && !isRetaken && sideOfMention(previous) !== 'state')
    return 'Non-state actor overtakes territory';
  return isRetaken ? 'Government regains territory' : 'Non-state actor overtakes territory';
}
