import { eachLanguage } from '../lexicon/join-words.ts';
import { harmlessDoubts } from '../lexicon/modality/harmless-doubts.ts';
import { modalityWords, modalityWordsOf } from '../lexicon/modality/modality.ts';
import { phrases, phrasesOf } from '../lexicon/modality/phrases.ts';
import { placeRuleWords } from '../lexicon/story/places.ts';
import type { Language, Token } from '../text/text.ts';
import type { Trigger } from './frames.ts';
import { isUndone } from './headline.ts';
import type { ReadSentence } from './read-sentence.ts';
import { endsOpeningClause } from './side-clauses.ts';
import type { Reason, Standing } from './standing.ts';
import { readStanding } from './verb-group.ts';
import { wordsBetween } from './words-of-sentence.ts';

export type Judgement = Standing & {
  /** A charge of one side against another. */
  isAccusation: boolean;
  isHabit: boolean;
  /** Told by somebody: "security sources said". */
  isReported: boolean;
};

/** No cue reaches further than this, in tokens. */
const reach = 30;

/** Whether what a trigger tells of is told as a fact, from its verb and from the words before it. */
export function judge(analysis: ReadSentence, first: number, end: number, trigger: Trigger): Judgement {
  const { tokens, language, isHeadline, sentence } = analysis;
  const standing = readStanding(tokens, { first, end }, trigger, language, isHeadline);
  const known = modalityWordsOf[language];
  let { isReal, reason } = standing;
  const drop = (why: Reason) => {
    if (isReal) [isReal, reason] = [false, why];
  };
  let isAccusation = false;
  // "The murder of a trader", whatever form its first word has.
  const isNoun = standing.voice === 'noun' || placeRuleWords.of.has(tokens[end]?.word ?? '');
  const hasNoToll = isHeadline && !analysis.deaths.some(({ of }) => of.kind === 'killed');
  for (let i = first - 1; i >= 0 && i >= first - reach; i -= 1) {
    const token = tokens[i]!;
    if (isBoundary(tokens, i, known.boundaries)) break;
    if (!token.isWord) continue;
    if (known.unreal.has(token.word) && !isHarmless(tokens, i, language)) drop(`"${token.word}"`);
    if (isNoun && first - i <= 8 && known.unrealForNouns.has(token.word) && !isHarmless(tokens, i, language))
      drop(`"${token.word}"`);
    if (isNoun && hasNoToll && known.reactions.has(token.word)) drop('a reaction');
    if (known.accusations.has(token.word)) isAccusation = true;
  }
  if (isDeniedAfter(analysis, end)) drop('denied');
  const before = wordsBetween(tokens, first - 12, first);
  if (uninvolved.test(before)) drop('negated');
  if (unconfirmed.test(before)) drop('unconfirmed');
  if (arrested.test(before) || (isNoun && arrestedFor.test(before))) drop('a description');
  if (analysis.around.explained) drop('an explanation');
  if (trigger.frame === 'abduct' && isUndone(analysis, end)) drop('undone since');
  if (isNoun && isCalledOff(analysis, end)) drop('called off');
  if (isNoun && isSupposedAfter(analysis, end)) drop('supposed');
  if (analysis.around.court || analysis.around.elsewhere)
    drop('a court, an exercise, a work or a commemoration');
  if (sentence.text.trimEnd().endsWith('?')) drop('a question');
  const isHabit =
    tokens.some((token, i) => known.habits.has(token.word) && i >= first - reach && i <= end + 6) ||
    forYears.test(wordsBetween(tokens, 0, first));
  const isReported = tokens.some((token) => known.reporting.has(token.word));
  return { ...standing, isReal, reason, isAccusation, isHabit, isReported };
}

/** "was not involved in the clashes", "n'a pas participé aux combats". */
const uninvolved = new RegExp(`(?<!\\p{L})${phrases.uninvolved}(?: \\p{L}+){0,3}$`, 'u');
/** "Asked about reports that two villagers had been killed", "have yet to return to work". */
const unconfirmed = new RegExp(`(?<!\\p{L})${phrases.unconfirmed}(?: \\p{L}+){0,6}$`, 'u');
/** "arrested two men who killed a trader": of when they did it nothing is told. */
const arrested = new RegExp(`(?<!\\p{L})${phrases.arrestedWho}(?: \\p{L}+){0,2}$`, 'u');

/** "Woman arrested over murder in Beni", "capturan a alias Chala por homicidio". */
const arrestedFor = new RegExp(`(?<!\\p{L})${phrases.arrestedFor}(?: [^ ,;]+){0,5}$`, 'u');

const forYears = new RegExp(`^${phrases.forYears}`, 'u');

/** What cuts the reach of the words before it: a new clause. */
export function isBoundary(tokens: readonly Token[], i: number, boundaries: ReadonlySet<string>): boolean {
  const token = tokens[i]!;
  if (!token.isWord) {
    // "[ALERTE] Tirs à Uvira", "Alerte : tirs à Uvira": a label before the news.
    if (/^[;—–\]]$/.test(token.raw) || (token.raw === ':' && i <= 2)) return true;
    if (token.raw === '-' && tokens[i - 1] && tokens[i - 1]!.end < token.start) return true;
    return (
      token.raw === ',' &&
      (modalityWords.joints.has(tokens[i + 1]?.word ?? '') || endsOpeningClause(tokens, i))
    );
  }
  return boundaries.has(token.word);
}

/** Words of doubt that are none here: "no fewer than", "as if", "against" without a protection before it. */
function isHarmless(tokens: readonly Token[], i: number, language: Language): boolean {
  const { fewer, than } = modalityWordsOf[language];
  const wordAt = (at: number) => tokens[at]?.word ?? '';
  if (fewer.has(wordAt(i + 1)) && than.has(wordAt(i + 2))) return true;
  const [previous, next] = [wordAt(i - 1), wordAt(i + 1)];
  const has = (words: string, word: string) => words.split(' ').includes(word);
  return (harmlessDoubts[language].get(wordAt(i)) ?? []).some(
    ({ after, notAfter, before, notBefore, beforeNumber, afterStem }) =>
      (after === undefined || has(after, previous)) &&
      (notAfter === undefined || !has(notAfter, previous)) &&
      (before === undefined || has(before, next)) &&
      (notBefore === undefined || !has(notBefore, next)) &&
      (!beforeNumber || /^\d/.test(next)) &&
      (afterStem === undefined || wordAt(i - 2).startsWith(afterStem) || wordAt(i - 3).startsWith(afterStem)),
  );
}

/** "a single ambush would be enough", "une attaque pourrait": the verb behind a noun. */
function isSupposedAfter({ tokens }: ReadSentence, end: number): boolean {
  for (const { word, isWord } of tokens.slice(end, end + 8)) {
    if (!isWord) return false;
    if (modalityWords.supposing.has(word)) return true;
    if (modalityWords.verbsAfterNoun.has(word)) return false;
  }
  return false;
}

const calledOff = eachLanguage(
  phrasesOf,
  ({ calledOffAtOnce, calledOff: further }) => new RegExp(`^${calledOffAtOnce}\\b|\\b${further}`),
);

/** "a march planned in Bukavu did not take place", "l'attaque n'a pas eu lieu". */
function isCalledOff({ tokens, language }: ReadSentence, end: number): boolean {
  return calledOff[language].test(wordsBetween(tokens, end, end + 16));
}

const saidUntrue = new RegExp(`(?<!\\p{L})${phrases.saidUntrue}(?!\\p{L})`, 'u');

/** "…, a claim the army denied", "ce que l'armée dément": a denial after the trigger. */
function isDeniedAfter({ tokens, language }: ReadSentence, end: number): boolean {
  for (let i = end; i < tokens.length; i += 1) {
    const { word } = tokens[i]!;
    if (
      modalityWords.untrue.has(word) &&
      i < end + reach &&
      saidUntrue.test(wordsBetween(tokens, end, i + 1))
    )
      return true;
    if (!modalityWordsOf[language].denials.has(word)) continue;
    const before = tokens.slice(Math.max(end, i - 8), i).map((token) => token.word);
    if (before.some((w) => modalityWords.deniedThings.has(w))) return true;
    const next = tokens[i + 1]?.word ?? '';
    if (modalityWords.deniedObjects.has(next) && before.length < 7) return true;
  }
  return false;
}
