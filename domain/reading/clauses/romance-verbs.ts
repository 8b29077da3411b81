import { hasStem } from '../lexicon/claims/stems.ts';
import { hasEnding } from '../lexicon/grammar/endings.ts';
import { verbGroupWords, verbGroupWordsOf } from '../lexicon/modality/verb-group.ts';
import type { Language, Token } from '../text/text.ts';
import { isLicensed, plain, type Reason, type Standing, type VerbReader, wordsBefore } from './standing.ts';

/** Verbs of French, Spanish and their kin: "to have" or "to be" with a participle. */
export const readRomanceVerb: VerbReader = (tokens, { first }, { form, withEtre }, language, isHeadline) => {
  const words = verbGroupWordsOf[language];
  const { avoir, etre, modals, future, negations, skipped, conditional, pluperfect } = words;
  const previous = tokens[first - 1]?.word ?? '';
  const isNoun = form === 'noun' || (form === 'present' && verbGroupWords.beforeNouns.has(previous));
  if (isNoun) return { ...plain, voice: 'noun' };
  const isPart = (word: string) =>
    avoir.has(word) ||
    etre.has(word) ||
    modals.has(word) ||
    future.has(word) ||
    negations.has(word) ||
    skipped.has(word) ||
    hasEnding(word, language, 'adverbs');
  let group = wordsBefore(tokens, first, isPart);
  const isParticiple = form === 'participle' || form === 'either';
  const hasAuxiliary = (group: readonly string[]) => group.some((word) => avoir.has(word) || etre.has(word));
  if (isParticiple && !hasAuxiliary(group)) {
    const shared = sharedAuxiliary(tokens, first, language, isPart, hasAuxiliary);
    if (shared) group = shared;
  }
  // "à l'entrée de la ville"
  if (isParticiple && withEtre && !hasAuxiliary(group))
    return { ...plain, voice: 'active', isReal: false, reason: 'no verb' };
  const isPassive =
    isParticiple && !withEtre && (group.some((word) => etre.has(word)) || !hasAuxiliary(group));
  const standing: Standing = {
    ...plain,
    voice: isPassive ? 'passive' : 'active',
    isConditional: group.some((word) => conditional.has(word)),
    isPluperfect:
      group.some((word) => pluperfect.has(word)) || (withEtre && group.some((w) => hasStem(w, 'were'))),
  };
  const unreal = (reason: Reason): Standing => ({ ...standing, isReal: false, reason });
  if (group.some((word) => negations.has(word))) return unreal('negated');
  // "ne … plus", "ne … pas encore", "n'est toujours pas".
  if (group.some((word) => words.ne.has(word))) return unreal('negated');
  if (group.some((word) => modals.has(word) || future.has(word))) return unreal('modal');
  if (isParticiple && group.some((word) => words.perfectInfinitive.has(word))) {
    const governor = tokens[first - group.length - 1]?.word ?? '';
    if (verbGroupWords.beforeCharges.has(governor) || group.some((word) => words.without.has(word)))
      return unreal('charge');
    return standing;
  }
  if (form === 'base') return isLicensed(tokens, first, words.licences) ? standing : unreal('infinitive');
  if (form === 'present')
    return { ...standing, isPresent: true, isReal: true, reason: isHeadline ? '' : 'present' };
  return standing;
};

/** "ont attaqué le village et incendié des maisons": the auxiliary of the verb before, where the two are joined. */
function sharedAuxiliary(
  tokens: readonly Token[],
  first: number,
  language: Language,
  isPart: (word: string) => boolean,
  hasAuxiliary: (group: readonly string[]) => boolean,
): string[] | null {
  const joint = tokens[first - 1]?.word ?? '';
  if (joint !== ',' && !verbGroupWordsOf[language].verbJoints.has(joint)) return null;
  for (let i = first - 2; i >= 0 && i > first - 25; i -= 1) {
    if (!tokens[i]!.isWord) continue;
    if (hasEnding(tokens[i]!.word, language, 'participles')) {
      const group = wordsBefore(tokens, i, isPart);
      if (hasAuxiliary(group)) return group;
    }
  }
  return null;
}
