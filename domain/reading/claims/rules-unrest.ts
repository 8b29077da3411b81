import { hasWord } from '../clauses/words-of-sentence.ts';
import { claimRuleWords } from '../lexicon/claims/claim-rules.ts';
import { anywhere, type Candidate, type Rule } from './rule.ts';

export const protest: Rule = (candidate) => {
  if (candidate.analysis.tokens.some(({ word }) => claimRuleWords.labourAndJoy.has(word))) return null;
  // "Protested to Khartoum", "a protesté mardi auprès de Khartoum".
  if (isAddressed(candidate)) return null;
  // "After a march of ten days": a way on foot.
  if (isWay(candidate)) return null;
  // "Tin rallied".
  if (hasWord(candidate.analysis, claimRuleWords.traded, candidate.first - 3, candidate.first)) return null;
  return anywhere('Peaceful protest');
};

function isAddressed({ analysis: { tokens, dates }, end, judgement }: Candidate): boolean {
  if (judgement.voice !== 'active') return false;
  const day = dates.find(({ first }) => first === end);
  return claimRuleWords.addressed.has(tokens[day?.last ?? end]?.word ?? '');
}

function isWay({ analysis: { tokens }, end, judgement }: Candidate): boolean {
  if (judgement.voice !== 'noun') return false;
  const at = tokens.slice(end, end + 5).findIndex(({ word }) => claimRuleWords.lengths.has(word));
  return at > 0 && tokens.slice(end, end + at).every(({ isWord }) => isWord);
}

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
