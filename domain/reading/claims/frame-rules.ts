import type { SubType } from '../../acled.ts';
import { sideOfMention } from '../actors/actors-in-text.ts';
import type { Frame } from '../clauses/frames.ts';
import type { ReadSentence } from '../clauses/read-sentence.ts';
import { hasWord } from '../clauses/words-of-sentence.ts';
import { claimRuleWords } from '../lexicon/claims/claim-rules.ts';
import { topicWords } from '../lexicon/claims/topics.ts';
import { type Accepted, anywhere, type Candidate, hasArmed, isArmed, type Rule } from './rule.ts';
import { base, close, evacuate, restart, suspend } from './rules-operation.ts';
import { abduct, loot } from './rules-people.ts';
import { enter, fall, handover, leave, seize } from './rules-territory.ts';
import { disperse, protest } from './rules-unrest.ts';
import { attack, clash, kill } from './rules-violence.ts';

const only =
  (subType: SubType): Rule =>
  () =>
    anywhere(subType);

/** "A drone was destroyed": it is what was hit. */
function isLostAircraft({ tokens }: ReadSentence, first: number, end: number): boolean {
  if (!claimRuleWords.aircraft.has(tokens[first]!.word)) return false;
  return (
    claimRuleWords.struckThings.has(tokens[end - 1]!.word) &&
    tokens.slice(first + 1, end).some(({ word }) => claimRuleWords.was.has(word))
  );
}

const rules: Record<Frame, Rule> = {
  seize,
  fall,
  enter,
  leave,
  handover,
  clash,
  repel: (candidate) => (hasArmed(candidate) ? anywhere('Armed clash') : null),
  attack,
  kill,
  // "Bombs fired by M23", "des bombes larguées par un avion": what they came from.
  airstrike: ({ analysis, first, end }) => {
    if (isLostAircraft(analysis, first, end)) return null;
    return anywhere(
      claimRuleWords.bombs.has(analysis.tokens[first]!.word) &&
        !hasWord(analysis, claimRuleWords.aircraftNear) &&
        hasWord(analysis, claimRuleWords.guns)
        ? 'Shelling/artillery/missile attack'
        : 'Air/drone strike',
    );
  },
  shelling: ({ analysis, first, end }) => {
    const phrase = analysis.tokens.slice(first, end).map(({ word }) => word);
    if (claimRuleWords.charges.has(phrase[0]!) && !phrase.some((word) => claimRuleWords.fallen.has(word)))
      return anywhere('Remote explosive/landmine/IED');
    return anywhere(
      hasWord(analysis, claimRuleWords.aircraftNear, first - 6, end + 5) &&
        !hasWord(analysis, claimRuleWords.guns)
        ? 'Air/drone strike'
        : 'Shelling/artillery/missile attack',
    );
  },
  explosion: ({ analysis, first, end, judgement }) => {
    if (hasWord(analysis, topicWords.bursting, first - 8, end + 8)) return null;
    const phrase = analysis.tokens.slice(first, end).map(({ word }) => word);
    const isNoise =
      claimRuleWords.explosions.has(phrase[0]!) &&
      phrase.every((word) => !claimRuleWords.blastVerbs.has(word)) &&
      !analysis.deaths.some(({ of }) => of.kind === 'killed' || of.kind === 'injured');
    if (hasWord(analysis, claimRuleWords.aircraftNear, first - 3, end + 2))
      return anywhere('Air/drone strike');
    return {
      ...anywhere(
        hasWord(analysis, claimRuleWords.grenades, first - 3, end + 3)
          ? 'Grenade'
          : 'Remote explosive/landmine/IED',
      ),
      // "Explosions were heard": of what, another sentence says.
      isMore: isNoise && (judgement.voice === 'noun' || claimRuleWords.shaking.has(phrase.at(-1)!)),
    };
  },
  suicide: only('Suicide bomb'),
  grenade: only('Grenade'),
  abduct,
  loot,
  // "Violated the ceasefire", in French: no person.
  rape: ({ analysis, first, end, judgement }) => {
    const [from, to] = judgement.voice === 'passive' ? [first - 8, first] : [end, end + 5];
    return hasWord(analysis, claimRuleWords.breached, from, to) ? null : anywhere('Sexual violence');
  },
  protest,
  disperse,
  // "The rebels attacked the base": no riot, whatever stands there.
  riot: ({ roles, analysis }) =>
    roles.agents.some((actor) => sideOfMention(actor) === 'non-state') &&
    !analysis.actors.some(({ generic }) => generic === 'protesters' || generic === 'crowd')
      ? null
      : anywhere('Violent demonstration'),
  // "Burned alive by the rebels" is no mob's doing.
  lynch: (candidate) =>
    anywhere(candidate.judgement.voice === 'passive' && isArmed(candidate) ? 'Attack' : 'Mob violence'),
  base,
  suspend,
  evacuate,
  restart,
  close,
};

const violent: readonly Frame[] = ['kill', 'attack', 'explosion', 'clash', 'fall', 'grenade'];

/** What a trigger tells of, by the rule of its frame. */
export function acceptFrame(candidate: Candidate): Accepted | null {
  const { trigger, analysis } = candidate;
  // "killed in a landslide", "the explosion of a boiler".
  if (
    violent.includes(trigger.frame) &&
    hasWord(analysis, topicWords.accident, candidate.first - 25, candidate.end + 25)
  )
    return null;
  if (violent.includes(trigger.frame) && trigger.frame !== 'clash' && analysis.around.accident) return null;
  if (isOfWar(candidate)) return null;
  return rules[trigger.frame](candidate);
}

/** "The war over coca has emptied villages", "un conflit qui a tué": of a long time, whatever day the sentence names. */
function isOfWar({ analysis: { tokens }, first, judgement, roles, trigger }: Candidate): boolean {
  if (judgement.voice !== 'active' || roles.agents.length > 0) return false;
  if (trigger.frame !== 'kill' && trigger.frame !== 'loot') return false;
  const near = tokens.slice(Math.max(0, first - warReach), first);
  const clause = near.slice(near.findLastIndex(({ raw }) => /^[,;:—–.]$/.test(raw)) + 1);
  return clause.some(({ word }) => claimRuleWords.wars.has(word));
}

/** From "war" to what it has done, in tokens. */
const warReach = 8;
