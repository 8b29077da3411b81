import { hasStem } from '../lexicon/claims/stems.ts';
import { deathClauseWords, deathClauseWordsOf } from '../lexicon/deaths/death-clauses.ts';
import type { DeathsKind } from '../lexicon/deaths/death-words.ts';
import type { DeathCue } from '../lexicon/deaths/deaths.ts';
import { traits } from '../lexicon/grammar/traits.ts';
import {
  type CountedSentence,
  countAfter,
  countBefore,
  cueAt,
  skipBack,
  skipOn,
  wordAt,
} from './counted-sentence.ts';
import type { Count } from './counts.ts';
import { bareObject, type Group, groupEndingWith, groupStartingWith, subjectOf } from './groups.ts';

type Found = Group & { kind: DeathsKind };

const several = { low: 2, best: null, high: null } as const;
const one = { low: 1, best: 1, high: 1 } as const;

/** Those that the word at this token speaks of; empty where it counts nobody or only feared, planned or denied it. */
export function countedBy(sentence: CountedSentence, at: number, cue: DeathCue): Found[] {
  const { kind } = cue;
  const { form, verb } = formAt(sentence, at, cue);
  if (isUnreal(sentence, at, form)) return [];
  const group =
    form === 'participle'
      ? byVoice(sentence, at, verb, kind)
      : form === 'object'
        ? objectOf(sentence, at, kind)
        : form === 'subject'
          ? subject(sentence, at, verb, kind)
          : form === 'zero'
            ? nobody(sentence, at)
            : byNoun(sentence, at);
  if (group === null) return [];
  const found = { ...group, first: Math.min(group.first, at), next: Math.max(group.next, at + 1), kind };
  return form === 'participle' || form === 'noun' ? shared(sentence, at, found) : [found];
}

/** "killed or wounded 35", "35 dead and wounded": how many of each is not told. */
function shared(sentence: CountedSentence, at: number, found: Found): Found[] {
  const joint = wordAt(sentence, at + 1);
  const other = cueAt(sentence, at + 2);
  const isShared =
    deathClauseWords.andOr.has(joint) && other !== null && other.kind !== found.kind && (found.best ?? 0) > 0;
  // "Seven dead and displaced 2,000": the second verb has its own.
  const hasOwn = found.first < at && sentence.startingAt.has(at + 3);
  if (!isShared || hasOwn || sentence.startingAt.has(at + 2)) return [found];
  const part = { low: 1, best: null, high: found.high ?? found.best };
  return [
    { ...found, ...part },
    { ...found, ...part, kind: other.kind, next: Math.max(found.next, at + 3) },
  ];
}

/** Phrases change what a word does: "lost their lives", "shot dead", "taken hostage", "trouvé la mort". */
function formAt(
  sentence: CountedSentence,
  at: number,
  cue: DeathCue,
): { form: DeathCue['form']; verb: number } {
  const [before, second] = [wordAt(sentence, at - 1), wordAt(sentence, at - 2)];
  const word = wordAt(sentence, at);
  if (deathClauseWords.lives.has(word) && deathClauseWords.possessives.has(before))
    return { form: 'subject', verb: at - 2 };
  if (deathClauseWords.dead.has(word) && deathClauseWords.beforeDead.has(before))
    return { form: 'participle', verb: at - 1 };
  if (deathClauseWords.death.has(word) && deathClauseWords.toDeath.has(before))
    return { form: 'participle', verb: at - 2 };
  if (deathClauseWords.hostage.has(word) && deathClauseWords.takenHostage.has(before))
    return { form: 'participle', verb: at - 1 };
  if (
    deathClauseWords.hostages.has(word) &&
    deathClauseWords.intoHostage.has(before) &&
    hasStem(second, 'taken')
  )
    return { form: 'participle', verb: at - 2 };
  if (
    deathClauseWords.foundDead.has(word) &&
    deathClauseWords.theDeath.has(before) &&
    deathClauseWords.foundDeath.has(second)
  )
    return { form: 'subject', verb: at - 2 };
  // "ont été découvertes sans vie"
  if (deathClauseWords.life.has(word) && deathClauseWords.without.has(before) && hasStem(second, 'found'))
    return { form: 'subject', verb: at - 2 };
  if (deathClauseWords.life.has(word))
    return hasStem(second, 'losing') ? { form: 'subject', verb: at - 2 } : { form: 'noun', verb: at };
  // "gunmen murder seven people": a verb after all.
  if (cue.form === 'noun' && cue.kind === 'killed' && sentence.startingAt.get(at + 1)?.isPeople === true)
    return { form: 'object', verb: at };
  if (deathClauseWords.nounsAsWritten.has(sentence.tokens[at]?.word ?? '')) return { form: 'noun', verb: at };
  if (deathClauseWords.deadAdjectives.has(word) && isCopula(wordAt(sentence, skipBack(sentence, at - 1))))
    return { form: 'subject', verb: at };
  if (deathClauseWords.dead.has(word) && isCopula(wordAt(sentence, skipBack(sentence, at - 1))))
    return { form: 'subject', verb: at };
  return { form: cue.form, verb: at };
}

function isCopula(word: string): boolean {
  return deathClauseWords.copulas.has(word);
}

const { passives, perfects, singulars } = deathClauseWords;

/** By voice: "35 were killed", "they killed 35", "35 killed". */
function byVoice(sentence: CountedSentence, at: number, verb: number, kind: DeathsKind): Group | null {
  const aux = skipBack(sentence, verb - 1, 2) === verb - 1 ? verb - 1 : auxBefore(sentence, verb);
  const word = wordAt(sentence, aux);
  if (passives.has(word)) return subjectBehind(sentence, at) ?? passiveSubject(sentence, aux, kind);
  const after = objectCount(sentence, at);
  const before = countBefore(sentence, verb);
  if (perfects.has(word))
    return after === null ? bare(sentence, at, kind) : groupStartingWith(sentence, after);
  if (after !== null) return groupStartingWith(sentence, after);
  if (before !== null && !sentence.used.has(before) && before.isPeople !== false)
    return groupEndingWith(sentence, before);
  return bare(sentence, at, kind) ?? bareBefore(sentence, verb, kind);
}

/** The auxiliary before a participle, adverbs aside. */
function auxBefore(sentence: CountedSentence, verb: number): number {
  for (let i = verb - 1; i >= verb - 4 && i >= 0; i -= 1) {
    const word = wordAt(sentence, i);
    if (passives.has(word) || perfects.has(word)) return i;
    if (sentence.endingAt.has(i + 1)) return verb - 1;
  }
  return verb - 1;
}

/** An object right after the verb, or after "or wounded": "killed and wounded 35". */
function objectCount(sentence: CountedSentence, at: number): Count | null {
  const isJoint =
    deathClauseWords.andOr.has(wordAt(sentence, at + 1)) && cueAt(sentence, at + 2)?.form === 'participle';
  const start = isJoint ? at + 3 : at + 1;
  if (deathClauseWords.ofAnything.has(wordAt(sentence, start)) && !sentence.startingAt.has(start))
    return null;
  const count = countAfter(sentence, start);
  return count === null || sentence.used.has(count) || count.isPart ? null : count;
}

function passiveSubject(sentence: CountedSentence, aux: number, kind: DeathsKind): Group | null {
  let first = aux;
  while (
    first > 0 &&
    first > aux - 3 &&
    (passives.has(wordAt(sentence, first - 1)) || perfects.has(wordAt(sentence, first - 1)))
  )
    first -= 1;
  first = skipBack(sentence, first - 1) + 1;
  const found = subjectOf(sentence, first);
  if (found !== null && typeof found === 'object') return found;
  if (kind !== 'killed' || found === 'thing') return null;
  const before = wordAt(sentence, first - 1);
  const base = { first: Math.max(0, first - 1), next: aux + 1, who: null };
  if (found === 'bare') return { ...base, ...several, who: sentence.tokens[first - 1]?.raw ?? null };
  if (before === ',' || deathClauseWords.pronounSubjects.has(before) || first === 0) return null;
  return singulars.has(wordAt(sentence, first)) ? { ...base, ...one } : null;
}

function objectOf(sentence: CountedSentence, at: number, kind: DeathsKind): Group | null {
  const count = countAfter(sentence, at + 1);
  if (count !== null && !sentence.used.has(count)) return groupStartingWith(sentence, count);
  const joined = objectCount(sentence, at);
  if (joined !== null) return groupStartingWith(sentence, joined);
  return deathClauseWords.of.has(wordAt(sentence, at + 1)) ? null : bare(sentence, at, kind);
}

function bare(sentence: CountedSentence, at: number, kind: DeathsKind): Group | null {
  if (kind !== 'killed') return null;
  const object = bareObject(sentence, at + 1);
  if (object === null) return null;
  return { first: at, next: object.next, ...(object.isPlural ? several : one), who: object.who };
}

/** A headline has its verb among so many tokens. */
const headReach = 4;

/** "villagers killed in the raid". */
function bareBefore(sentence: CountedSentence, verb: number, kind: DeathsKind): Group | null {
  const found = subjectOf(sentence, verb);
  // "Deputy mayor shot dead".
  if (found !== null && typeof found === 'object' && verb <= headReach) return found;
  if (kind !== 'killed' || found !== 'bare') return null;
  // "the number of people killed": the number itself is told elsewhere.
  if (
    deathClauseWords.of.has(wordAt(sentence, verb - 2)) &&
    deathClauseWords.number.has(wordAt(sentence, verb - 3))
  )
    return null;
  return { first: verb - 1, next: verb, ...several, who: sentence.tokens[verb - 1]?.raw ?? null };
}

/** "Murieron cuatro soldados", "fueron hallados tres cuerpos". */
function subjectBehind(sentence: CountedSentence, at: number): Group | null {
  if (!traits[sentence.language].subjectsBehind) return null;
  const count = sentence.startingAt.get(skipOn(sentence, at + 1));
  if (count === undefined || count.isPart || sentence.used.has(count)) return null;
  return count.isPeople === true ? groupStartingWith(sentence, count) : null;
}

function subject(sentence: CountedSentence, at: number, verb: number, kind: DeathsKind): Group | null {
  const behind = subjectBehind(sentence, at);
  if (behind !== null) return behind;
  let first = verb;
  while (
    first > 0 &&
    first > verb - 4 &&
    (isCopula(wordAt(sentence, first - 1)) ||
      perfects.has(wordAt(sentence, first - 1)) ||
      skipBack(sentence, first - 1, 1) < first - 1)
  )
    first -= 1;
  const found = subjectOf(sentence, first);
  if (found !== null && typeof found === 'object') return found;
  if (kind !== 'killed' || found !== 'bare') return null;
  return { first: first - 1, next: at + 1, ...several, who: sentence.tokens[first - 1]?.raw ?? null };
}

function byNoun(sentence: CountedSentence, at: number): Group | null {
  const before = countBefore(sentence, at);
  if (before !== null && !sentence.used.has(before)) return groupEndingWith(sentence, before);
  const isOf = deathClauseWords.ofNoun.has(wordAt(sentence, at + 1));
  const after = isOf ? countAfter(sentence, at + 1) : null;
  return after === null || sentence.used.has(after) ? null : groupStartingWith(sentence, after);
}

/** "no casualties", "aucune victime", "sans faire de victimes". */
function nobody(sentence: CountedSentence, at: number): Group | null {
  const before = sentence.endingAt.get(at) ?? sentence.endingAt.get(at + 1);
  return before === undefined || before.best !== 0 ? null : groupEndingWith(sentence, before);
}

/** "did not kill", "could kill", "vowed to kill", "n'a pas été tué". */
function isUnreal(sentence: CountedSentence, at: number, form: DeathCue['form']): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    const word = wordAt(sentence, i);
    if (sentence.tokens[i]?.kind === 'mark' && word !== '-') return false;
    if (sentence.endingAt.has(i + 1)) return false;
    if (deathClauseWords.contractedNot.has(word) && sentence.tokens[i]!.before === 'apostrophe') return true;
    if (!deathClauseWordsOf[sentence.language].unreal.has(word)) continue;
    if (deathClauseWords.infinitiveMark.has(word) && form !== 'object') continue;
    if (deathClauseWords.infinitiveMark.has(word))
      return i === at - 1 && !deathClauseWords.managed.has(wordAt(sentence, i - 1));
    return !(deathClauseWords.not.has(word) && deathClauseWords.only.has(wordAt(sentence, i + 1)));
  }
  return false;
}
