import { verbGroupWords, verbGroupWordsOf } from '../lexicon/modality/verb-group.ts';
import type { Token } from '../text/tokens.ts';
import type { Trigger } from './frames.ts';
import { isLicensed, plain, type Standing, wordsBefore } from './standing.ts';

const english = verbGroupWordsOf.en;

function isPartOfEnglishVerb(word: string): boolean {
  const { auxiliaries, modals, negations, skipped } = english;
  return (
    auxiliaries.has(word) ||
    modals.has(word) ||
    negations.has(word) ||
    skipped.has(word) ||
    english.infinitiveMark.has(word) ||
    english.doing.has(word) ||
    english.contracted.has(word) ||
    (word.length > 4 && word.endsWith('ly'))
  );
}

/** Reads the words around an English verb. `first` and `end` are the tokens of the trigger. */
export function readEnglishVerb(
  tokens: readonly Token[],
  first: number,
  end: number,
  { form }: Trigger,
  inTitle: boolean,
): Standing {
  if (form === 'noun') {
    // "failed to capture", "did not attack": a verb after all.
    const previous = tokens[first - 1]?.word ?? '';
    const isVerb =
      (english.makesVerbs.has(previous) || english.modals.has(previous)) &&
      !/(s|ing)$/.test(tokens[first]!.word);
    return { ...plain, voice: 'noun', isReal: !isVerb, reason: isVerb ? 'a verb' : '' };
  }
  const { auxiliaries, modals, negations, passive } = english;
  const group = wordsBefore(tokens, first, isPartOfEnglishVerb);
  const before = tokens[first - group.length - 1];
  const isPassive =
    form !== 'gerund' &&
    form !== 'base' &&
    form !== 'present' &&
    (group.some((word) => passive.has(word) || english.contractedPassive.has(word)) ||
      (!group.some((word) => auxiliaries.has(word)) && isFollowedBy(tokens, end, english.by, 2)));
  const voice = isPassive ? 'passive' : 'active';
  const standing = {
    ...plain,
    voice,
    isPluperfect: group.some((word) => english.pluperfect.has(word)),
  } as Standing;
  const unreal = (reason: string): Standing => ({ ...standing, isReal: false, reason });
  if (
    group.some(
      (word) =>
        negations.has(word) ||
        (/^[a-z]{2,5}n$/.test(word) && tokens.some((token) => english.contractedNot.has(token.word))),
    )
  )
    return unreal('negated');
  // "the number of those kidnapped": people, not what happened.
  if (group.length === 0 && before && verbGroupWords.describing.has(before.word) && form !== 'base')
    return unreal('a description');
  if (before && verbGroupWords.negatedSubjects.has(before.word)) return unreal('negated');
  if (group.some((word) => modals.has(word))) return unreal('modal');
  const to = group.findIndex((word) => english.infinitiveMark.has(word));
  if (to >= 0) {
    // "claims to have taken", "is said to have left": told as done.
    const have = group.findIndex((word) => english.perfectInfinitive.has(word));
    if (
      have >= 0 &&
      english.infinitiveMark.has(group[have + 1] ?? '') &&
      !verbGroupWords.wishedPerfects.has(before?.word ?? '')
    )
      return standing;
    if (to < group.findIndex((word) => english.pluperfect.has(word))) return standing;
    return isLicensed(tokens, first - group.length, english.licences) ? standing : unreal('infinitive');
  }
  if (form === 'base') {
    if (inTitle) return { ...standing, isPresent: true };
    if (group.some((word) => english.did.has(word))) return standing;
    const shared = coordinatedInfinitive(tokens, first);
    if (shared !== null)
      return isLicensed(tokens, shared, english.licences) ? standing : unreal('infinitive');
    return unreal('habit');
  }
  if (form === 'present')
    return inTitle || english.presentIsNews.has(tokens[first]!.word)
      ? { ...standing, isPresent: true }
      : { ...standing, isPresent: true, isReal: false, reason: 'habit' };
  if (form === 'gerund') {
    const word = before?.word ?? '';
    if (verbGroupWords.beforeUnrealGerunds.has(word)) return unreal('gerund');
  }
  if (form === 'participle' && voice === 'active' && !group.some((word) => auxiliaries.has(word))) {
    return { ...standing, voice: 'passive' };
  }
  return standing;
}

function isFollowedBy(
  tokens: readonly Token[],
  from: number,
  words: ReadonlySet<string>,
  within: number,
): boolean {
  for (let i = from; i < tokens.length && i <= from + within; i += 1) {
    if (words.has(tokens[i]!.word)) return true;
    if (!tokens[i]!.isWord) return false;
  }
  return false;
}

/** "to evacuate its employees and halt operations": the "to" that the second infinitive shares. */
function coordinatedInfinitive(tokens: readonly Token[], first: number): number | null {
  const previous = tokens[first - 1]?.word ?? '';
  if (previous !== ',' && !english.verbJoints.has(previous)) return null;
  for (let i = first - 2; i >= 0 && i > first - 15; i -= 1) {
    if (english.infinitiveMark.has(tokens[i]!.word)) return i;
    if (/^[;:—–]$/.test(tokens[i]!.raw)) return null;
  }
  return null;
}
