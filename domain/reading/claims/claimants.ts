import type { KnownActor } from '../actors/actor-lexicon.ts';
import { isRebel } from '../actors/rebels.ts';
import type { ReadSentence } from '../clauses/read-sentence.ts';
import { phrases } from '../lexicon/modality/phrases.ts';
import type { Draft } from '../story/draft.ts';
import { violence } from '../story/same-event.ts';

const whole = (alternatives: string) => new RegExp(`(?<!\\p{L})${alternatives}(?!\\p{L})`, 'iu');

/** "claimed the attack", "a revendiqué l'attaque", "claimed by". */
const claiming = whole(phrases.claiming);
/** "blamed on", "la main des", and who says so is somebody else: the group comes after it. */
const blaming = whole(phrases.blaming);
const denying = whole(phrases.notClaiming);
const ofSeveral = new RegExp(`\\b${phrases.severalDeeds}\\b`, 'iu');
const corrected = new RegExp(`\\b${phrases.corrected}\\b`, 'iu');

/**
 * Adds to the events who is told, in a later sentence, to have done them: "JNIM claimed the attack", "l'attaque est
 * attribuée aux ADF". What one sentence says goes to the event before it, or to all of them where it speaks of several.
 */
export function joinClaimants(drafts: readonly Draft[], analyses: readonly ReadSentence[]): void {
  for (const analysis of analyses) {
    const actor = claimantOf(analysis);
    if (!actor) continue;
    const open = drafts.filter(
      (draft) =>
        violence.includes(draft.subType) &&
        draft.claims.some((claim) => claim.analysis.index <= analysis.index) &&
        !hasGroup(draft),
    );
    const isOfSeveral = ofSeveral.test(wordsOf(analysis));
    for (const draft of isOfSeveral ? open : open.slice(-1)) {
      if (!draft.actors.includes(actor.name)) draft.actors.push(actor.name);
      if (!draft.agents.includes(actor.name)) draft.agents.push(actor.name);
    }
  }
}

/** An event is told of in so many words at most; what is longer is no sentence. */
const maxLength = 1_000;

function wordsOf({ tokens }: ReadSentence): string {
  return tokens
    .slice(0, 200)
    .map(({ word }) => word)
    .join(' ')
    .slice(0, maxLength);
}

function claimantOf(analysis: ReadSentence): KnownActor | null {
  const groups = analysis.actors.filter(({ named }) => named[0] && isRebel(named[0]));
  if (groups.length === 0) return null;
  const words = wordsOf(analysis);
  const blame = blaming.exec(words);
  if (blame) {
    const at = words.slice(0, blame.index).split(' ').length - 1;
    const accused = groups.filter(({ first }) => first > at);
    // "first attributed it to A, then corrected himself and named B".
    const isCorrected = corrected.test(words);
    const one = isCorrected ? accused.at(-1) : accused[0];
    if (one) return one.named[0]!;
  }
  return claiming.test(words) && !denying.test(words) ? groups[0]!.named[0]! : null;
}

/** True where the text itself names the group that acts; a network of many groups does not name one. */
function hasGroup({ claims }: Draft): boolean {
  return claims.some(({ roles }) =>
    roles.agents.some(({ named }) => named.some((actor) => isRebel(actor) && actor.id !== 'islamic-state')),
  );
}
