import { hasStem } from '../lexicon/claims/stems.ts';
import { verbGroupWords, verbGroupWordsOf } from '../lexicon/modality/verb-group.ts';
import type { Token } from '../text/tokens.ts';
import type { Trigger } from './frames.ts';
import { isLicensed, plain, type Standing, wordsBefore } from './standing.ts';

const french = verbGroupWordsOf.fr;

/** Reads the words around a French verb. `first` is the first token of the trigger. */
export function readFrenchVerb(
  tokens: readonly Token[],
  first: number,
  { form, withEtre }: Trigger,
  inTitle: boolean,
): Standing {
  const { avoir, etre, modals, future, negations, skipped, conditional, pluperfect } = french;
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
    (word.length > 6 && word.endsWith('ment'));
  let group = wordsBefore(tokens, first, isPart);
  const isParticiple = form === 'participle' || form === 'either';
  const hasAuxiliary = (words: readonly string[]) => words.some((word) => avoir.has(word) || etre.has(word));
  if (isParticiple && !hasAuxiliary(group)) {
    const shared = sharedAuxiliary(tokens, first, isPart, hasAuxiliary);
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
  const unreal = (reason: string): Standing => ({ ...standing, isReal: false, reason });
  if (group.some((word) => negations.has(word))) return unreal('negated');
  // "ne … plus", "ne … pas encore", "n'est toujours pas".
  if (group.some((word) => french.ne.has(word))) return unreal('negated');
  if (group.some((word) => modals.has(word))) return unreal('modal');
  if (isParticiple && group.some((word) => french.perfectInfinitive.has(word))) {
    const governor = tokens[first - group.length - 1]?.word ?? '';
    if (verbGroupWords.beforeCharges.has(governor) || group.some((word) => french.without.has(word)))
      return unreal('charge');
    return standing;
  }
  if (form === 'base') {
    const at = first - group.length;
    return isLicensed(tokens, at + group.length, french.licences) ? standing : unreal('infinitive');
  }
  if (form === 'present')
    return { ...standing, isPresent: true, isReal: true, reason: inTitle ? '' : 'present' };
  if (form === 'gerund') return standing;
  return standing;
}

/** "ont attaqué le village et incendié des maisons": the auxiliary of the verb before, where the two are joined. */
function sharedAuxiliary(
  tokens: readonly Token[],
  first: number,
  isPart: (word: string) => boolean,
  hasAuxiliary: (words: readonly string[]) => boolean,
): string[] | null {
  const joint = tokens[first - 1]?.word ?? '';
  if (joint !== ',' && !french.verbJoints.has(joint)) return null;
  for (let i = first - 2; i >= 0 && i > first - 25; i -= 1) {
    if (!tokens[i]!.isWord) continue;
    if (/(é|és|ée|ées|is|ise|it|u|us|ert)$/.test(tokens[i]!.word)) {
      const group = wordsBefore(tokens, i, isPart);
      if (hasAuxiliary(group)) return group;
    }
  }
  return null;
}
