import {
  accidentWords,
  hasWord,
  labourWords,
  mineWords,
  operationWords,
  peacefulClosureWords,
  routeWords,
  staffWords,
} from '../clauses/objects.ts';
import { anywhere, type Candidate, isArmed, type Rule } from './rule.ts';

/** News of a mine's operation needs the mine, by its name, its operator or as "the mine". */
function concernsMine({ analysis, first, end }: Candidate): boolean {
  return (
    analysis.around.mine ||
    analysis.places.some(({ of }) => of.siteIds.length > 0 || of.mention.isOperator) ||
    hasWord(analysis, mineWords, first - 25, end + 25)
  );
}

function isForAnotherReason({ analysis, first }: Candidate): boolean {
  const isOfLicence = /^(revok|suspend|retir|withdr)/.test(analysis.tokens[first]!.word);
  return analysis.around.accident || hasWord(analysis, accidentWords) || isOfLabour(analysis, isOfLicence);
}

/** "care and maintenance" and "air strikes" have nothing to do with labour. */
function isOfLabour({ tokens }: Candidate['analysis'], isOfLicence: boolean): boolean {
  return tokens.some(({ word }, i) => {
    if (!labourWords.has(word)) return false;
    if (isOfLicence && /^(licen[cs]e|permit|permis)$/.test(word)) return false;
    const before = tokens[i - 1]?.word ?? '';
    if (word === 'maintenance') return !/^(and|et)$/.test(before);
    return !/^strikes?$/.test(word) || !/^(air|drone|missile|aerial|artillery)$/.test(before);
  });
}

export const suspend: Rule = (candidate) => {
  const { analysis, first, end, judgement } = candidate;
  if (isForAnotherReason(candidate) || !concernsMine(candidate)) return null;
  // "Ceased to use diesel" says nothing of the work.
  if (/^(ceas|stop)/.test(analysis.tokens[first]!.word) && analysis.tokens[end]?.word === 'to') return null;
  if (
    !hasWord(analysis, operationWords, first - (judgement.voice === 'active' ? 16 : 14), end + 9) &&
    !/^(revok|force|care|invo|décl|decl)/.test(analysis.tokens[first]!.word)
  )
    return null;
  return anywhere('Operation suspended');
};

export const evacuate: Rule = (candidate) => {
  const { analysis, first, end } = candidate;
  if (isForAnotherReason(candidate) || !concernsMine(candidate)) return null;
  if (!hasWord(analysis, staffWords, first - 10, end + 9)) return null;
  return anywhere('Site evacuated');
};

export const restart: Rule = (candidate) => {
  const { analysis, first, end } = candidate;
  if (!concernsMine(candidate) || !hasWord(analysis, operationWords, first - 10, end + 9)) return null;
  return anywhere('Operation restarted');
};

export const base: Rule = (candidate) =>
  isArmed(candidate) ? anywhere('Headquarters or base established') : null;

const barrierWords: ReadonlySet<string> = new Set(
  'roadblock roadblocks barricade barricades barrière barrières route routes axe frontière frontières circulation trafic traffic road roads border bridge'.split(
    ' ',
  ),
);

export const close: Rule = (candidate) => {
  const { analysis, first, end, judgement } = candidate;
  if (isForAnotherReason(candidate) || hasWord(analysis, peacefulClosureWords)) return null;
  const [from, to] = judgement.voice === 'passive' ? [first - 24, first] : [end, end + 7];
  const isInPhrase =
    end > first + 1 && hasWord(analysis, barrierWords, first + 1, end) && judgement.voice !== 'noun';
  return isInPhrase || hasWord(analysis, routeWords, from, to) ? anywhere('Road or border closed') : null;
};
