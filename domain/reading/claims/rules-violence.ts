import type { SubType } from '../../acled.ts';
import { type ActorMention, sideOfMention } from '../actors/actors-in-text.ts';
import type { Roles } from '../actors/roles.ts';
import type { ReadSentence } from '../clauses/read-sentence.ts';
import { hasWord } from '../clauses/words-of-sentence.ts';
import { claimRuleWords } from '../lexicon/claims/claim-rules.ts';
import { hasStem } from '../lexicon/claims/stems.ts';
import { topicWords } from '../lexicon/claims/topics.ts';
import { violenceRuleWords } from '../lexicon/claims/violence-rules.ts';
import { traits } from '../lexicon/grammar/traits.ts';
import { phrases } from '../lexicon/modality/phrases.ts';
import { subjectPlaces } from '../places/event-place.ts';
import { anywhere, type Candidate, generics, hasArmed, isArmed, isInSentence, type Rule } from './rule.ts';

export const clash: Rule = (candidate) => {
  if (isNoBattle(candidate)) return null;
  const isScuffle = violenceRuleWords.scuffles.has(candidate.analysis.tokens[candidate.first]!.word);
  if (
    (isScuffle || isWithPolice(candidate) || generics(candidate, 'protesters')) &&
    !hasShots(candidate.analysis) &&
    ![...candidate.roles.agents, ...candidate.roles.others].some(isNonState)
  )
    return anywhere('Violent demonstration');
  if (candidate.judgement.voice === 'noun') return anywhere('Armed clash');
  return hasArmed(candidate) ||
    // "Rival groups exchanged gunfire": with arms, whoever they are.
    hasWord(candidate.analysis, violenceRuleWords.shots, candidate.first, candidate.end) ||
    (candidate.trigger.withEtre && candidate.analysis.around.armed)
    ? anywhere('Armed clash')
    : null;
};

/** "Clashes with riot police" near words of protest: no battle. */
function isWithPolice({ analysis: { around }, roles: { agents, others } }: Candidate): boolean {
  const armed = [...agents, ...others];
  return around.protest && armed.length > 0 && armed.every(({ generic }) => generic === 'police');
}

const isNonState = (actor: ActorMention) => sideOfMention(actor) === 'non-state';

/** "A combat drone", "people displaced by the fighting", "cut by fighting": what goes with it or follows from it. */
function isNoBattle({ analysis: { tokens }, first, end, judgement }: Candidate): boolean {
  if (judgement.voice !== 'noun') return false;
  if (violenceRuleWords.combatGear.has(tokens[end]?.word ?? ''))
    return violenceRuleWords.combat.has(tokens[first]!.word);
  return isBehind(violenceRuleWords.fleeing, tokens, first);
}

/** "Traders who fled attacks": why they came. */
function isFledFrom({ analysis: { tokens }, first, judgement }: Candidate): boolean {
  return judgement.voice === 'noun' && isBehind(violenceRuleWords.fled, tokens, first);
}

function isBehind(words: ReadonlySet<string>, tokens: ReadSentence['tokens'], first: number): boolean {
  const before = tokens.slice(Math.max(0, first - 4), first).map(({ word }) => word);
  return before.some(
    (word, i) =>
      words.has(word) && before.slice(i + 1).every((next) => violenceRuleWords.beforeFighting.has(next)),
  );
}

/** So far behind its verb a subject stands, in tokens: "fueron atacadas con fusil LAS ESTACIONES". */
const subjectReach = 8;

export const attack: Rule = (candidate) => {
  const { analysis, judgement, end, roles } = candidate;
  if (isFledFrom(candidate)) return null;
  if (judgement.voice === 'active' && !isArmed(candidate) && !roles.isSuffered) {
    const isBand = hasWord(analysis, violenceRuleWords.bands, candidate.first - 9, candidate.first);
    // "The raid struck Djaiba": the blow itself is the subject.
    const isBlow =
      hasWord(analysis, violenceRuleWords.blows, candidate.first - 5, candidate.first) &&
      analysis.places.some(({ first }) => first >= end && first <= end + 4);
    if (isBlow) return anywhere(attackSubType(candidate, roles));
    if (generics(candidate, 'protesters') || (generics(candidate, 'crowd') && !isBand))
      return anywhere('Violent demonstration');
    if (!isBand && !isImpersonal(candidate)) return null;
  }
  if (isFromTheAir(candidate)) return anywhere('Air/drone strike');
  if ((judgement.voice === 'passive' || roles.isSuffered) && !isArmed(candidate)) {
    const to = traits[analysis.language].subjectsBehind ? end + subjectReach : candidate.first;
    const isSaid =
      hasWord(analysis, topicWords.civilian, candidate.first - 16, to) ||
      hasWord(analysis, topicWords.military, candidate.first - 16, to);
    if (!isSaid && subjectPlaces(analysis, candidate.first).length === 0) return null;
  }
  if (
    isVague(candidate) &&
    !hasWord(analysis, topicWords.civilian, end, end + 8) &&
    !hasWord(analysis, topicWords.military, end, end + 8) &&
    !(isArmed(candidate) && analysis.places.some(({ first }) => first === end))
  )
    return null;
  return anywhere(attackSubType(candidate, roles));
};

/** "Atacan la estación de Policía": nobody is said to do it, and it is done to people or to soldiers. */
function isImpersonal({ analysis, first, end }: Candidate): boolean {
  if (!traits[analysis.language].subjectsBehind || analysis.tokens[first - 1]?.isWord) return false;
  return (
    hasWord(analysis, topicWords.civilian, end, end + subjectReach) ||
    hasWord(analysis, topicWords.military, end, end + subjectReach)
  );
}

/** "A drone launched by the paramilitaries struck a hospital": the subject is an aircraft. */
function isFromTheAir({ analysis, first, judgement }: Candidate): boolean {
  return (
    judgement.voice === 'active' &&
    analysis.tokens
      .slice(0, first)
      .some(({ word }, i) => i <= 3 && claimRuleWords.aircraft.has(word) && isOwnClause(analysis, i, first))
  );
}

function isOwnClause({ triggers }: ReadSentence, from: number, to: number): boolean {
  return !triggers.some(({ first }) => first > from && first < to);
}

/** "hit", "struck", "targeted" and the like say too little by themselves. */
function isVague({ analysis, first, end, judgement }: Candidate): boolean {
  return end === first + 1 && judgement.voice !== 'noun' && hasStem(analysis.tokens[first]!.word, 'hitting');
}

function attackSubType(
  { analysis, first, end, judgement }: Candidate,
  { agents, others, victims, isSuffered }: Roles,
): SubType {
  const isAtProtest =
    analysis.around.protest && ![...agents, ...others].some((actor) => sideOfMention(actor) === 'non-state');
  if (isAtProtest && hasShots(analysis)) return 'Excessive force against protesters';
  if (isAtProtest && [...agents, ...others].some((actor) => sideOfMention(actor) === 'state'))
    return 'Excessive force against protesters';
  const [from, to] =
    judgement.voice === 'passive' || isSuffered
      ? [first - 14, first]
      : [judgement.voice === 'noun' ? first - 12 : end, end + 10];
  // "The attack by the rebels": who attacks is not attacked.
  const isOfAgent = (i: number) =>
    agents.some((agent) => i >= agent.first && i < agent.last) || isBlamed(analysis, i);
  const hasCivilians = victims.length > 0 || hasWord(analysis, topicWords.civilian, from, to);
  const isMilitary =
    others.some(
      (actor) =>
        (actor.first >= end || judgement.voice === 'passive' || isSuffered) &&
        !isBlamed(analysis, actor.first),
    ) ||
    analysis.tokens.some(
      ({ word }, i) => i >= from && i < to && topicWords.military.has(word) && !isOfAgent(i),
    );
  return isMilitary && !hasCivilians
    ? 'Armed clash'
    : isMilitary && others.length > 0 && victims.length === 0 && judgement.voice !== 'noun'
      ? 'Armed clash'
      : 'Attack';
}

/** "An attack blamed on the ADF", "attribuée aux ADF": who did it, not who suffered it. */
function isBlamed({ tokens }: ReadSentence, first: number): boolean {
  return tokens.slice(Math.max(0, first - 4), first).some(({ word }) => violenceRuleWords.blamed.has(word));
}

function hasShots({ tokens }: ReadSentence): boolean {
  return tokens.some(({ word }) => violenceRuleWords.shots.has(word));
}

export const kill: Rule = (candidate) => {
  const { analysis, roles, judgement } = candidate;
  const { around } = analysis;
  const isAtProtest =
    around.protest &&
    ![...roles.agents, ...roles.others].some((actor) => sideOfMention(actor) === 'non-state') &&
    (hasShots(analysis) || roles.agents.some((actor) => sideOfMention(actor) === 'state'));
  const hasMeans = around.armed || analysis.tokens.some(({ word }) => violenceRuleWords.means.has(word));
  const word = analysis.tokens[candidate.first]!.word;
  // "Died", "lost their lives": of whatever. "Was killed" of people is violence, where nothing speaks of an accident.
  const isOwn = judgement.voice === 'noun' || !violenceRuleWords.anyDeath.has(word);
  // "The toll", "the bodies": of something that is told in its own words.
  const isCount =
    judgement.voice === 'noun' &&
    !hasStem(analysis.tokens[candidate.first]!.word, 'killingNouns') &&
    !(violenceRuleWords.bodies.has(word) && hasWord(analysis, violenceRuleWords.wounds));
  const hasPeople =
    roles.victims.length > 0 ||
    analysis.deaths.some(({ of }) => of.kind === 'killed') ||
    (judgement.voice === 'passive'
      ? hasWord(analysis, topicWords.civilian, candidate.first - 8, candidate.first)
      : hasWord(analysis, topicWords.civilian, candidate.end, candidate.end + 6));
  const isPlainlyMurder = judgement.voice !== 'noun' && hasStem(word, 'murdering');
  if (!isArmed(candidate) && isOfFamily(candidate)) return null;
  if (!around.armed && isFire(analysis)) return null;
  if (
    judgement.voice === 'passive' &&
    hasWord(analysis, violenceRuleWords.animals, candidate.first - 6, candidate.first)
  )
    return null;
  const isMore =
    isCount ||
    (!isArmed(candidate) &&
      !hasMeans &&
      !isInSentence(candidate) &&
      !(isOwn && (hasPeople || isPlainlyMurder))) ||
    (!hasMeans && !isArmed(candidate) && hasWord(analysis, topicWords.bursting));
  if (!isArmed(candidate) && generics(candidate, 'crowd') && judgement.voice === 'passive')
    return { ...anywhere('Mob violence'), isMore: isCount };
  const victims = victimsAreFighters(candidate);
  return {
    ...anywhere(isAtProtest ? 'Excessive force against protesters' : victims ? 'Armed clash' : 'Attack'),
    isMore,
  };
};

const ofKin = new RegExp(`^${phrases.ofKin}(?!\\p{L})`, 'u');

/** "A man killed his wife", "tué par son mari": a matter of one household. */
function isOfFamily({ analysis: { tokens }, end }: Candidate): boolean {
  const behind = tokens.slice(end, end + 5).map(({ word }) => word);
  return ofKin.test(behind.join(' '));
}

/** "Killed in a fire", "dans un incendie". */
function isFire({ tokens }: ReadSentence): boolean {
  return tokens.some(
    ({ word }, i) =>
      violenceRuleWords.blazes.has(word) ||
      (violenceRuleWords.fire.has(word) && violenceRuleWords.beforeFire.has(tokens[i - 1]?.word ?? '')),
  );
}

function victimsAreFighters({ analysis, first, end, judgement, roles }: Candidate): boolean {
  if (roles.victims.length > 0) return false;
  if (isOfFighting(analysis, first, end)) return true;
  const isOnSubject =
    judgement.voice === 'passive' || violenceRuleWords.dyingVerbs.has(analysis.tokens[first]!.word);
  const [from, to] = isOnSubject ? [first - 8, first] : [end, end + 6];
  return (
    !hasWord(analysis, topicWords.civilian, from, to) &&
    (hasWord(analysis, topicWords.military, from, to) ||
      roles.others.some((actor) => actor.first >= from && actor.first < to))
  );
}

/** "Clashes that left six dead", "killed in a firefight": the fighting is named beside the dead. */
function isOfFighting({ triggers }: ReadSentence, first: number, end: number): boolean {
  const before = triggers.findLast((trigger) => trigger.first < first && trigger.first > first - 6);
  const behind = triggers.find((trigger) => trigger.first >= end && trigger.first <= end + 5);
  return [before, behind].some((beside) =>
    beside?.readings.some(({ trigger }) => trigger.frame === 'clash' && trigger.form === 'noun'),
  );
}
