import { hasWord } from '../clauses/words-of-sentence.ts';
import { claimRuleWords } from '../lexicon/claims/claim-rules.ts';
import { hasStem } from '../lexicon/claims/stems.ts';
import { topicWords } from '../lexicon/claims/topics.ts';
import { anywhere, type Candidate, isArmed, type Rule } from './rule.ts';

/** News of a mine's operation needs the mine, by its name, its operator or as "the mine". */
function concernsMine({ analysis, first, end }: Candidate): boolean {
  return (
    analysis.around.mine ||
    analysis.places.some(({ of }) => of.siteIds.length > 0 || of.mention.isOperator) ||
    hasWord(analysis, topicWords.mine, first - 25, end + 25)
  );
}

function isForAnotherReason({ analysis, first }: Candidate): boolean {
  const isOfLicence = hasStem(analysis.tokens[first]!.word, 'ofLicence');
  return (
    analysis.around.accident || hasWord(analysis, topicWords.accident) || isOfLabour(analysis, isOfLicence)
  );
}

/** "care and maintenance" and "air strikes" have nothing to do with labour. */
function isOfLabour({ tokens }: Candidate['analysis'], isOfLicence: boolean): boolean {
  return tokens.some(({ word }, i) => {
    if (!topicWords.labour.has(word)) return false;
    if (isOfLicence && claimRuleWords.licences.has(word)) return false;
    const before = tokens[i - 1]?.word ?? '';
    if (claimRuleWords.upkeep.has(word)) return !claimRuleWords.and.has(before);
    return !claimRuleWords.strikes.has(word) || !claimRuleWords.aerial.has(before);
  });
}

export const suspend: Rule = (candidate) => {
  const { analysis, first, end, judgement } = candidate;
  if (isForAnotherReason(candidate) || !concernsMine(candidate)) return null;
  // "They had abandoned their houses": a mine is what is left.
  if (
    hasStem(analysis.tokens[first]!.word, 'leaving') &&
    judgement.voice === 'active' &&
    !hasWord(analysis, topicWords.operation, end, end + 6)
  )
    return null;
  // "Ceased to use diesel" says nothing of the work.
  if (
    hasStem(analysis.tokens[first]!.word, 'ceasing') &&
    claimRuleWords.infinitiveMark.has(analysis.tokens[end]?.word ?? '')
  )
    return null;
  if (
    !hasWord(analysis, topicWords.operation, first - (judgement.voice === 'active' ? 16 : 14), end + 9) &&
    !hasStem(analysis.tokens[first]!.word, 'ownStop') &&
    // "suspends Bisie": the mine by its name.
    !analysis.places.some((placed) => placed.first === end && placed.of.siteIds.length > 0)
  )
    return null;
  return anywhere('Operation suspended');
};

export const evacuate: Rule = (candidate) => {
  const { analysis, first, end } = candidate;
  if (isForAnotherReason(candidate) || !concernsMine(candidate)) return null;
  if (!hasWord(analysis, topicWords.staff, first - 10, end + 9)) return null;
  return anywhere('Site evacuated');
};

export const restart: Rule = (candidate) => {
  const { analysis, first, end } = candidate;
  if (!concernsMine(candidate) || !hasWord(analysis, topicWords.operation, first - 10, end + 9)) return null;
  return anywhere('Operation restarted');
};

export const base: Rule = (candidate) =>
  isArmed(candidate) ? anywhere('Headquarters or base established') : null;

export const close: Rule = (candidate) => {
  const { analysis, first, end, judgement } = candidate;
  const isByAccident = analysis.around.accident || hasWord(analysis, topicWords.accident);
  if (isByAccident || hasWord(analysis, topicWords.peacefulClosure)) return null;
  if (!isArmed(candidate) && hasWord(analysis, topicWords.aid, first - 6, first)) return null;
  const [from, to] = judgement.voice === 'passive' ? [first - 24, first] : [end, end + 7];
  // "Farmers block access to the mine", "blocked the road in protest": a protest rather than a closed road.
  if (
    !isArmed(candidate) &&
    judgement.voice !== 'noun' &&
    (hasWord(analysis, claimRuleWords.access, end, end + 4) ||
      hasWord(analysis, topicWords.protest) ||
      hasWord(analysis, claimRuleWords.anger))
  )
    return anywhere('Peaceful protest');
  const isInPhrase =
    end > first + 1 &&
    hasWord(analysis, claimRuleWords.barriers, first + 1, end) &&
    judgement.voice !== 'noun';
  return isInPhrase || hasWord(analysis, topicWords.route, from, to)
    ? anywhere('Road or border closed')
    : null;
};
