import { hasEnding, isPlural } from '../lexicon/grammar/endings.ts';
import { verbGroupWords, verbGroupWordsOf } from '../lexicon/modality/verb-group.ts';
import type { Language, Token } from '../text/text.ts';
import { isLicensed, plain, type Reason, type Standing, type VerbReader, wordsBefore } from './standing.ts';

/** Verbs with helping words: "did not take", "was taken by". */
export const readEnglishVerb: VerbReader = (
  tokens,
  { first, end },
  { form, frame },
  language,
  isHeadline,
) => {
  const words = verbGroupWordsOf[language];
  const { auxiliaries, modals, negations, passive } = words;
  const isLast = (form === 'base' || form === 'present') && isHeadline && isLastNoun(tokens, first, end);
  if (form === 'noun' || isLast) {
    // "failed to capture", "did not attack": a verb after all.
    const previous = tokens[first - 1]?.word ?? '';
    const isVerb =
      (words.makesVerbs.has(previous) || words.modals.has(previous)) &&
      !hasEnding(tokens[first]!.word, language, 'nouns');
    return { ...plain, voice: 'noun', isReal: !isVerb, reason: isVerb ? 'a verb' : '' };
  }
  const group = wordsBefore(tokens, first, (word) => isPartOfVerb(word, language));
  const before = tokens[first - group.length - 1];
  // "Policeman killed in Beni": a headline leaves out "was".
  const isBare = isHeadline && form === 'either' && frame === 'kill' && group.length === 0;
  const isHeadlinePassive = isBare && (!tokens[end]?.isWord || words.afterPassives.has(tokens[end].word));
  const isPassive =
    form !== 'gerund' &&
    form !== 'base' &&
    form !== 'present' &&
    (group.some((word) => passive.has(word) || words.contractedPassive.has(word)) ||
      (!group.some((word) => auxiliaries.has(word)) && isFollowedBy(tokens, end, words.by, 2)));
  const voice = isPassive || isHeadlinePassive ? 'passive' : 'active';
  const standing = {
    ...plain,
    voice,
    isPluperfect: group.some((word) => words.pluperfect.has(word)),
  } as Standing;
  const unreal = (reason: Reason): Standing => ({ ...standing, isReal: false, reason });
  if (
    group.some(
      (word) =>
        negations.has(word) ||
        (words.contracted.has(word) && tokens.some((token) => words.contractedNot.has(token.word))),
    )
  )
    return unreal('negated');
  // "the number of those kidnapped": people, not what happened.
  if (group.length === 0 && before && describes(before.word, end - first) && form !== 'base')
    return unreal('a description');
  if (before && verbGroupWords.negatedSubjects.has(before.word)) return unreal('negated');
  if (group.some((word) => modals.has(word))) return unreal('modal');
  const to = group.findIndex((word) => words.infinitiveMark.has(word));
  if (to >= 0) {
    // "claims to have taken", "is said to have left": told as done.
    const have = group.findIndex((word) => words.perfectInfinitive.has(word));
    if (
      have >= 0 &&
      words.infinitiveMark.has(group[have + 1] ?? '') &&
      !verbGroupWords.wishedPerfects.has(before?.word ?? '')
    )
      return standing;
    if (to < group.findIndex((word) => words.pluperfect.has(word))) return standing;
    return isLicensed(tokens, first - group.length, words.licences) ? standing : unreal('infinitive');
  }
  if (form === 'base') {
    if (isHeadline) return { ...standing, isPresent: true };
    if (group.some((word) => words.did.has(word))) return standing;
    const shared = coordinatedInfinitive(tokens, first, language);
    if (shared !== null) return isLicensed(tokens, shared, words.licences) ? standing : unreal('infinitive');
    return unreal('habit');
  }
  if (form === 'present')
    return isHeadline || words.presentIsNews.has(tokens[first]!.word)
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
};

/** "Survivors of the Goma attack", "last night's attacks": with nothing that does it, nor that it is done to. */
function isLastNoun(tokens: readonly Token[], first: number, end: number): boolean {
  const before = tokens[first - 1];
  if (!before?.isWord || tokens[end]?.isWord) return false;
  return verbGroupWords.possessives.has(before.word) || !isPlural(before.word);
}

/** Before a participle: "THOSE kidnapped", "AN abandoned shaft", but not "A drone struck". */
function describes(word: string, length: number): boolean {
  return verbGroupWords.describing.has(word) || (length === 1 && verbGroupWords.beforeAdjectives.has(word));
}

function isPartOfVerb(word: string, language: Language): boolean {
  const { auxiliaries, modals, negations, skipped, infinitiveMark, doing, contracted } =
    verbGroupWordsOf[language];
  return (
    auxiliaries.has(word) ||
    modals.has(word) ||
    negations.has(word) ||
    skipped.has(word) ||
    infinitiveMark.has(word) ||
    doing.has(word) ||
    contracted.has(word) ||
    hasEnding(word, language, 'adverbs')
  );
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
function coordinatedInfinitive(tokens: readonly Token[], first: number, language: Language): number | null {
  const previous = tokens[first - 1]?.word ?? '';
  if (previous !== ',' && !verbGroupWordsOf[language].verbJoints.has(previous)) return null;
  for (let i = first - 2; i >= 0 && i > first - 15; i -= 1) {
    if (verbGroupWordsOf[language].infinitiveMark.has(tokens[i]!.word)) return i;
    if (/^[;:—–]$/.test(tokens[i]!.raw)) return null;
  }
  return null;
}
