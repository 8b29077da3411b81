import type { KnownActor } from '../actors/actor-lexicon.ts';
import { isRebel } from '../actors/rebels.ts';
import type { ReadSentence } from '../clauses/read-sentence.ts';
import type { Draft } from '../story/draft.ts';
import { violence } from '../story/same-event.ts';

const deeds =
  'responsibility|attack|attacks|attentat|assault|raid|raids|operation|bombing|bombings|ambush|killing|killings|strike|blast|blasts|explosion|explosions|shooting|abduction|it|them|both';
/** "claimed the attack", "a revendiqué l'attaque", "claimed by". */
const claiming = new RegExp(
  `(?<!\\p{L})(?:claim(?:ed|s|ing)? (?:(?:the|this|that|these|both|two) )?(?:(?:deadly|latest|first|suicide) )?(?:${deeds})|claimed by|(?:a|ont) revendiqué|revendiquée?s? (?:\\p{L}+ ){0,2}par|revendique(?:nt)?)(?!\\p{L})`,
  'iu',
);
/** "blamed on", "la main des", and who says so is somebody else: the group comes after it. */
const blaming =
  /(?<!\p{L})(?:blam(?:e|es|ed|ing)|ascrib(?:e|es|ed)|attribut(?:e|es|ed)|point(?:s|ed)? at|the hand of|the work of|(?:attackers|assailants|gunmen|fighters|men) (?:belong|belonged) to|named|attribu(?:e|ent|é|ée|és|ées)|imput(?:e|ent|é|ée|és|ées)|incrimin(?:e|ent|é|ée)|mise?s? sur le compte|(?:la main|l œuvre) d(?:es?|u)?)(?!\p{L})/iu;
const denying =
  /(?<!\p{L})(?:no one|nobody|no group|none|neither|not|never|denied|denies|deny|nul|personne|aucune?|pas|dément|nie|nié|démenti)(?!\p{L})/iu;

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
    const isOfSeveral = /\b(?:both|attacks|attaques|two|deux|attentats|raids)\b/iu.test(wordsOf(analysis));
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
    const isCorrected = /\b(?:corrected|corrigé|ravisé)\b/iu.test(words);
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
