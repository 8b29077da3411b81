import type { DatePrecision } from '../../precision.ts';
import type { CalendarDate } from '../../time.ts';
import { datePhraseWords, datePhraseWordsOf } from '../lexicon/dates/date-phrases.ts';
import { type DateTurn, dateTurns } from '../lexicon/dates/date-turns.ts';
import { hasEnding } from '../lexicon/grammar/endings.ts';
import type { Language, Token } from '../text/text.ts';
import type { Days } from './calendar.ts';

export type DateRole = 'when' | 'since' | 'until' | 'past' | 'future';

/** What every date reader sees. */
export type DatedSentence = {
  tokens: readonly Token[];
  language: Language;
  publishedOn: CalendarDate;
  /** The last day named before, in the sentence or the text: "the day before" counts from it. */
  anchor: CalendarDate | null;
  /** For each token, whether a unit of time follows so soon that an amount ("three days") may start here. */
  unitAhead: readonly boolean[];
};

/** A date that a reader found: its tokens and days. */
export type Found = Days & {
  first: number;
  /** Index of the token after it. */
  next: number;
  role?: DateRole;
  occurredOn?: CalendarDate;
  precision?: DatePrecision;
};

export type DateReader = (sentence: DatedSentence, at: number) => Found | null;

/** The token's plain form; empty beyond the sentence. */
export function plainAt(sentence: Pick<DatedSentence, 'tokens'>, at: number): string {
  return sentence.tokens[at]?.plain ?? '';
}

/** The token after a turn of phrase that starts here; null where none does. */
export function endOfTurn(
  sentence: Pick<DatedSentence, 'tokens'>,
  at: number,
  name: DateTurn,
): number | null {
  const found = dateTurns
    .get(name)!
    .get(plainAt(sentence, at))
    ?.find((turn) => turn.every((words, i) => words === null || words.has(plainAt(sentence, at + i))));
  return found ? at + found.length : null;
}

const clauseMarks = new Set([';', ':', '"', '“', '”', '«', '»', '(', ')']);

/** True where the words around a date tell of a plan: "will meet on Monday", "se réuniront lundi". */
export function isPlanned(sentence: DatedSentence, first: number, next: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 12); i -= 1) {
    const token = sentence.tokens[i];
    // "said on Monday it will": the day is that of the saying.
    if (token !== undefined && datePhraseWords.speech.has(token.plain) && first - i <= 3) return false;
    if (token === undefined || datePhraseWords.speech.has(token.plain) || clauseMarks.has(token.plain)) break;
    if (first - i <= 4 && datePhraseWords.fromNowOn.has(token.plain)) return true;
    if (first - i <= 3 && datePhraseWords.since.has(token.plain)) return false;
    if (isFutureAt(sentence, i)) return true;
    if (tellsPast(token, sentence.language)) return [1, 2, 3].some((back) => isFutureAt(sentence, i - back));
  }
  for (let i = next; i < Math.min(sentence.tokens.length, next + 7); i += 1) {
    const token = sentence.tokens[i];
    if (token === undefined || datePhraseWords.speech.has(token.plain) || clauseMarks.has(token.plain)) break;
    if (isPossessive(token, sentence.language)) break;
    if (isFutureAt(sentence, i)) return true;
  }
  return false;
}

/** "the rebels who seized the town on Monday will": the day is that of the seizure. */
function tellsPast(token: Token, language: Language): boolean {
  if (token.kind !== 'word') return false;
  const { pastAuxiliaries, pasts } = datePhraseWordsOf[language];
  return (
    pastAuxiliaries.has(token.word) || pasts.has(token.plain) || hasEnding(token.plain, language, 'pasts')
  );
}

/** "Monday's attack": what follows is told of that day. */
function isPossessive({ plain, before }: Token, language: Language): boolean {
  return before === 'apostrophe' && datePhraseWordsOf[language].possessives.has(plain);
}

function isFutureAt(sentence: DatedSentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined) return false;
  // "is set to meet on Monday", not "set up a roadblock on Monday".
  if (datePhraseWords.plannedWithTo.has(token.plain))
    return datePhraseWords.afterPlans.has(plainAt(sentence, at + 1));
  return tellsFuture(token, sentence.language);
}

function tellsFuture(token: Token, language: Language): boolean {
  if (token.kind !== 'word') return false;
  if (datePhraseWordsOf[language].future.has(token.plain)) return true;
  return token.shape === 'lower' && hasEnding(token.word, language, 'futures');
}
