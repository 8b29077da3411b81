import { hasWord } from '../clauses/words-of-sentence.ts';
import { claimRuleWords } from '../lexicon/claims/claim-rules.ts';
import { anywhere, type Rule } from './rule.ts';

export const protest: Rule = (candidate) => {
  if (candidate.analysis.tokens.some(({ word }) => claimRuleWords.labourAndJoy.has(word))) return null;
  // "Tin rallied".
  if (hasWord(candidate.analysis, claimRuleWords.traded, candidate.first - 3, candidate.first)) return null;
  return anywhere('Peaceful protest');
};

export const disperse: Rule = (candidate) => {
  const { analysis } = candidate;
  if (
    !analysis.actors.some((a) => a.generic === 'protesters' || a.generic === 'crowd') &&
    !analysis.tokens.some(({ word }) => claimRuleWords.dispersed.has(word))
  )
    return null;
  const isDeadly =
    analysis.deaths.some(({ of }) => of.kind === 'killed') ||
    analysis.tokens.some(({ word }) => claimRuleWords.liveBullets.has(word));
  return anywhere(isDeadly ? 'Excessive force against protesters' : 'Protest with intervention');
};
