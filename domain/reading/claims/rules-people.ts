import { sideOfMention } from '../actors/actors-in-text.ts';
import { hasWord } from '../clauses/words-of-sentence.ts';
import { claimRuleWords, claimRuleWordsOf } from '../lexicon/claims/claim-rules.ts';
import { hasStem } from '../lexicon/claims/stems.ts';
import { territoryRuleWords } from '../lexicon/claims/territory-rules.ts';
import { topicWords } from '../lexicon/claims/topics.ts';
import { anywhere, type Candidate, generics, hasArmed, isArmed, isInSentence, type Rule } from './rule.ts';

export const abduct: Rule = (candidate) => {
  const { analysis, roles, first, end, judgement } = candidate;
  if (hasStem(analysis.tokens[first]!.word, 'snatching')) {
    const isOfPeople =
      judgement.voice === 'passive'
        ? hasWord(analysis, topicWords.civilian, first - 8, first)
        : judgement.voice === 'active' && hasWord(analysis, topicWords.civilian, end, end + 4);
    if (!isOfPeople || claimRuleWords.sheltering.has(analysis.tokens[end]?.word ?? '')) return null;
  }
  // "Un soldat est porté disparu": lost in the fighting.
  if (
    claimRuleWords.carried.has(analysis.tokens[first]!.word) &&
    hasWord(analysis, claimRuleWords.soldiers, first - 6, first)
  )
    return null;
  if (hasStem(analysis.tokens[first]!.word, 'intercepting') && !isWaylaid(candidate)) return null;
  // "Carried off gold": goods are looted.
  if (
    hasStem(analysis.tokens[first]!.word, 'carrying') &&
    judgement.voice === 'active' &&
    roles.victims.length === 0 &&
    !analysis.deaths.some(({ of }) => of.kind === 'abducted') &&
    !hasWord(analysis, topicWords.civilian, end, end + 8)
  )
    return null;
  // "Lorries have been taking staff away": carried off are people by armed men.
  if (judgement.voice === 'active' && !isArmed(candidate) && hasStem(analysis.tokens[first]!.word, 'leading'))
    return null;
  const people = roles.victims.length > 0 || hasWord(analysis, topicWords.civilian, first - 12, end + 10);
  // "Eight hostages were executed": that they were taken is told elsewhere.
  if (judgement.voice === 'noun' && claimRuleWords.hostages.has(analysis.tokens[first]!.word))
    return { ...anywhere('Abduction/forced disappearance'), isMore: true };
  return isArmed(candidate) ||
    people ||
    hasArmed(candidate) ||
    analysis.deaths.some(({ of }) => of.kind === 'abducted')
    ? anywhere('Abduction/forced disappearance')
    : null;
};

/** Travellers stopped by armed men; not a lorry that customs officers stop, nor a drone or a boat. */
function isWaylaid({ analysis, roles, first, end, judgement }: Candidate): boolean {
  if (judgement.voice === 'noun') return false;
  const [from, to] = judgement.voice === 'passive' ? [first - 14, first] : [end, end + 5];
  if (!hasWord(analysis, claimRuleWords.travels, from, to)) return false;
  const isOfState = analysis.actors.some((actor) => sideOfMention(actor) === 'state');
  if (roles.agents.length > 0) return roles.agents.every((actor) => sideOfMention(actor) === 'non-state');
  return judgement.voice === 'passive' && analysis.around.armed && !isOfState;
}

export const loot: Rule = (candidate) => {
  const { analysis, first, end, judgement } = candidate;
  if (hasWord(analysis, topicWords.accident) && !isInSentence(candidate)) return null;
  if (judgement.voice === 'noun') return anywhere('Looting/property destruction');
  // "A stolen car": of a thing, not of a deed.
  if (isDescription(candidate)) return null;
  // "Traders carted gold away": who robs is named.
  if (judgement.voice === 'active' && !isArmed(candidate) && hasStem(analysis.tokens[first]!.word, 'carting'))
    return null;
  const byProtesters =
    judgement.voice === 'active' &&
    !isArmed(candidate) &&
    (generics(candidate, 'protesters') ||
      (generics(candidate, 'crowd') && hasStem(analysis.tokens[first]!.word, 'burning')));
  // "Y ont mis le feu": to what was named before.
  const isBefore =
    judgement.voice === 'passive' || hasWord(analysis, territoryRuleWords.thereBefore, first - 3, first);
  const [from, to] = isBefore ? [first - 16, first + 3] : [end, end + 12];
  const isPlain = hasStem(analysis.tokens[first]!.word, 'looting');
  return hasWord(analysis, topicWords.property, from, to) ||
    (isPlain && (isArmed(candidate) || judgement.voice === 'passive'))
    ? anywhere(byProtesters ? 'Violent demonstration' : 'Looting/property destruction')
    : null;
};

function isDescription({ analysis: { tokens, language }, first, end, trigger }: Candidate): boolean {
  if (!claimRuleWords.stolen.has(tokens[first]!.word) || trigger.form === 'past') return false;
  const before = tokens[first - 1]?.word ?? '';
  if (claimRuleWordsOf[language].hasAlone.has(before)) return false;
  return !claimRuleWords.auxiliaries.has(before) && !claimRuleWords.by.has(tokens[end]?.word ?? '');
}
