import { hasStem } from '../lexicon/stems.ts';
import { verbGroupWords, verbGroupWordsOf } from '../lexicon/verb-group.ts';
import type { Language } from '../text/text.ts';
import type { Token } from '../text/tokens.ts';
import type { Trigger } from './frames.ts';

/** How a trigger stands in its sentence. */
export type Standing = {
  /** Who acts stands before it (active) or after it, with "by" (passive); a noun has neither. */
  voice: 'active' | 'passive' | 'noun';
  /** False where it did not happen, is only wished, ordered or a habit. */
  isReal: boolean;
  /** Why, in a word or two, for a person who debugs. */
  reason: string;
  /** The conditional of French news ("aurait tué"): reported, not vouched for. */
  isConditional: boolean;
  /** "had taken", "avait pris": before what the report tells of. */
  isPluperfect: boolean;
  /** Present tense: news in a headline, in English prose a habit. */
  isPresent: boolean;
};

const { en: english, fr: french } = verbGroupWordsOf;

/** Reads the words around a trigger: tense, voice, negation. `first` and `end` are its tokens. */
export function readStanding(
  tokens: readonly Token[],
  first: number,
  end: number,
  trigger: Trigger,
  language: Language,
  inTitle: boolean,
): Standing {
  return language === 'en'
    ? readEnglish(tokens, first, end, trigger, inTitle)
    : readFrench(tokens, first, end, trigger, inTitle);
}

const plain = { isReal: true, reason: '', isConditional: false, isPluperfect: false, isPresent: false };

/** Words before the trigger that belong to its verb, the nearest first. */
function wordsBefore(tokens: readonly Token[], first: number, isPart: (word: string) => boolean): string[] {
  const group: string[] = [];
  for (let i = first - 1; i >= 0 && group.length < 7; i -= 1) {
    const token = tokens[i]!;
    if (!token.isWord || !isPart(token.word)) break;
    group.push(token.word);
  }
  return group;
}

function isPartOfEnglishVerb(word: string): boolean {
  const { auxiliaries, modals, negations, skipped } = english;
  return (
    auxiliaries.has(word) ||
    modals.has(word) ||
    negations.has(word) ||
    skipped.has(word) ||
    word === 'to' ||
    word === 'did' ||
    word === 'do' ||
    word === 'does' ||
    /^(did|was|were|has|have|had|could|is|are|do|does|wo|would|should)n$/.test(word) ||
    (word.length > 4 && word.endsWith('ly'))
  );
}

function readEnglish(
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
      (previous === 'to' || previous === 'not' || english.modals.has(previous)) &&
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
    (group.some((word) => passive.has(word) || /^(was|were|is|are)n$/.test(word)) ||
      (!group.some((word) => auxiliaries.has(word)) && isFollowedBy(tokens, end, 'by', 2)));
  const voice = isPassive ? 'passive' : 'active';
  const standing = { ...plain, voice, isPluperfect: group.includes('had') } as Standing;
  const unreal = (reason: string): Standing => ({ ...standing, isReal: false, reason });
  if (
    group.some(
      (word) => negations.has(word) || (/^[a-z]{2,5}n$/.test(word) && tokens.some((t) => t.word === 't')),
    )
  )
    return unreal('negated');
  // "the number of those kidnapped": people, not what happened.
  if (group.length === 0 && before && verbGroupWords.describing.has(before.word) && form !== 'base')
    return unreal('a description');
  if (before && verbGroupWords.negatedSubjects.has(before.word)) return unreal('negated');
  if (group.some((word) => modals.has(word))) return unreal('modal');
  if (group.includes('to')) {
    // "claims to have taken", "is said to have left": told as done.
    const have = group.indexOf('have');
    if (have >= 0 && group[have + 1] === 'to' && !verbGroupWords.wishedPerfects.has(before?.word ?? ''))
      return standing;
    if (group.includes('had') && group.indexOf('to') < group.indexOf('had')) return standing;
    return isLicensed(tokens, first - group.length, english.licences) ? standing : unreal('infinitive');
  }
  if (form === 'base') {
    if (inTitle) return { ...standing, isPresent: true };
    if (group.includes('did')) return standing;
    const to = coordinatedInfinitive(tokens, first);
    if (to !== null) return isLicensed(tokens, to, english.licences) ? standing : unreal('infinitive');
    return unreal('habit');
  }
  if (form === 'present')
    return inTitle || tokens[first]!.word === 'now'
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

function readFrench(
  tokens: readonly Token[],
  first: number,
  end: number,
  { form, withEtre }: Trigger,
  inTitle: boolean,
): Standing {
  const { avoir, etre, modals, future, negations, skipped, conditional, pluperfect } = french;
  const previous = tokens[first - 1]?.word ?? '';
  const isNoun =
    form === 'noun' || (form === 'present' && verbGroupWords.beforeNouns.has(previous) && previous !== 'le');
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
  if (group.includes('n') || group.includes('ne')) return unreal('negated');
  if (group.some((word) => modals.has(word))) return unreal('modal');
  if (isParticiple && group.includes('avoir')) {
    const governor = tokens[first - group.length - 1]?.word ?? '';
    if (verbGroupWords.beforeCharges.has(governor) || group.includes('sans')) return unreal('charge');
    return standing;
  }
  if (form === 'base') {
    const at = first - group.length;
    return isLicensed(tokens, at + group.length, french.licences) ? standing : unreal('infinitive');
  }
  if (form === 'present')
    return { ...standing, isPresent: true, isReal: true, reason: inTitle ? '' : 'present' };
  if (form === 'gerund') return standing;
  void end;
  return standing;
}

/** "ont attaqué le village et incendié des maisons": the auxiliary of the verb before, where the two are joined. */
function sharedAuxiliary(
  tokens: readonly Token[],
  first: number,
  isPart: (word: string) => boolean,
  hasAuxiliary: (words: readonly string[]) => boolean,
): string[] | null {
  const joint = tokens[first - 1]?.word;
  if (joint !== 'et' && joint !== ',' && joint !== 'puis' && joint !== 'ou') return null;
  for (let i = first - 2; i >= 0 && i > first - 25; i -= 1) {
    if (!tokens[i]!.isWord) continue;
    if (/(é|és|ée|ées|is|ise|it|u|us|ert)$/.test(tokens[i]!.word)) {
      const group = wordsBefore(tokens, i, isPart);
      if (hasAuxiliary(group)) return group;
    }
  }
  return null;
}

function isFollowedBy(tokens: readonly Token[], from: number, word: string, within: number): boolean {
  for (let i = from; i < tokens.length && i <= from + within; i += 1) {
    if (tokens[i]!.word === word) return true;
    if (!tokens[i]!.isWord) return false;
  }
  return false;
}

/** True where an infinitive did happen: "forced the company to evacuate". `at` is the token of "to". */
function isLicensed(tokens: readonly Token[], at: number, licences: ReadonlySet<string>): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 12; i -= 1) {
    const { word, raw } = tokens[i]!;
    if (/^[;:—–.]$/.test(raw)) return false;
    if (licences.has(word)) return true;
    if (verbGroupWords.licenceEnds.has(word)) return false;
  }
  return false;
}

/** "to evacuate its employees and halt operations": the "to" that the second infinitive shares. */
function coordinatedInfinitive(tokens: readonly Token[], first: number): number | null {
  const previous = tokens[first - 1]?.word;
  if (previous !== 'and' && previous !== 'or' && previous !== ',' && previous !== 'then') return null;
  for (let i = first - 2; i >= 0 && i > first - 15; i -= 1) {
    if (tokens[i]!.word === 'to') return i;
    if (/^[;:—–]$/.test(tokens[i]!.raw)) return null;
  }
  return null;
}
