import type { DatePrecision } from '../../precision.ts';
import type { CalendarDate } from '../../time.ts';
import { datePhraseWords, datePhraseWordsOf } from '../lexicon/date-phrases.ts';
import type { Token } from '../numbers/number-tokens.ts';
import type { Language } from '../text/text.ts';
import type { Days } from './calendar.ts';

export type DateRole = 'when' | 'since' | 'until' | 'past' | 'future';

/** What every date reader sees. */
export type DateView = {
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

export type DateReader = (view: DateView, at: number) => Found | null;

/** The token's plain form; empty beyond the sentence. */
export function plainAt(view: Pick<DateView, 'tokens'>, at: number): string {
  return view.tokens[at]?.plain ?? '';
}

const clauseMarks = new Set([';', ':', '"', '“', '”', '«', '»', '(', ')']);

/** True where the words around a date tell of a plan: "will meet on Monday", "se réuniront lundi". */
export function isPlanned(view: DateView, first: number, next: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 12); i -= 1) {
    const token = view.tokens[i];
    // "said on Monday it will": the day is that of the saying.
    if (token !== undefined && datePhraseWords.speech.has(token.plain) && first - i <= 3) return false;
    if (token === undefined || datePhraseWords.speech.has(token.plain) || clauseMarks.has(token.low)) break;
    if (first - i <= 4 && datePhraseWords.fromNowOn.has(token.plain)) return true;
    if (first - i <= 3 && datePhraseWords.since.has(token.plain)) return false;
    if (isFutureAt(view, i)) return true;
    if (tellsPast(token, view.language)) return [1, 2, 3].some((back) => isFutureAt(view, i - back));
  }
  for (let i = next; i < Math.min(view.tokens.length, next + 7); i += 1) {
    const token = view.tokens[i];
    if (token === undefined || datePhraseWords.speech.has(token.plain) || clauseMarks.has(token.low)) break;
    if (token.low === "'s") break;
    if (isFutureAt(view, i)) return true;
  }
  return false;
}

/** "the rebels who seized the town on Monday will": the day is that of the seizure. */
function tellsPast(token: Token, language: Language): boolean {
  if (token.kind !== 'word') return false;
  if (language === 'fr') return datePhraseWords.pastAuxiliaries.has(token.low);
  return datePhraseWords.pasts.has(token.plain) || (token.plain.length > 4 && token.plain.endsWith('ed'));
}

function isFutureAt(view: DateView, at: number): boolean {
  const token = view.tokens[at];
  if (token === undefined) return false;
  // "is set to meet on Monday", not "set up a roadblock on Monday".
  if (token.plain === 'set') return datePhraseWords.afterPlans.has(plainAt(view, at + 1));
  return tellsFuture(token, view.language);
}

function tellsFuture(token: Token, language: Language): boolean {
  if (token.kind !== 'word') return false;
  if (datePhraseWordsOf[language].future.has(token.plain)) return true;
  if (language === 'en') return false;
  return (
    token.low.length > 5 &&
    /(?:er(?:a|ont)|ir(?:a|ont)|dr(?:a|ont)|tr(?:a|ont))$/.test(token.low) &&
    token.text[0] === token.low[0]
  );
}
