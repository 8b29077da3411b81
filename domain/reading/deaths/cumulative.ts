import { months } from '../lexicon/dates/dates.ts';
import { runningTotals, tollWords } from '../lexicon/deaths/tolls.ts';
import type { Language, Token } from '../text/text.ts';

const { longUnits } = tollWords;

/** Indices of the tokens that make a number a running total: "since January", "ces derniers mois". */
export function cumulativeMarks(tokens: readonly Token[], language: Language): number[] {
  const marks: number[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (
      tokens[i]?.kind === 'word' &&
      (isLongSince(tokens, i, language) || isLongPeriod(tokens, i) || isPhrase(tokens, i, language))
    ) {
      marks.push(i);
    }
  }
  return marks;
}

function isPhrase(tokens: readonly Token[], at: number, language: Language): boolean {
  return runningTotals[language].some((words) => words.every((word, i) => tokens[at + i]?.plain === word));
}

/** "since January", "since 2021", "since the start of the offensive"; not "since Friday", "since the morning". */
function isLongSince(tokens: readonly Token[], at: number, language: Language): boolean {
  if (!tollWords.since.has(tokens[at]?.plain ?? '')) return false;
  for (let i = at + 1; i < at + 6; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'mark') return false;
    if (months[language].has(token.plain) || /^(?:19|20)\d\d$/.test(token.raw) || longUnits.has(token.plain))
      return true;
    if (tollWords.beginnings.has(token.plain)) return true;
  }
  return false;
}

/** "over the last three months", "in the past year", "au cours des six derniers mois". */
function isLongPeriod(tokens: readonly Token[], at: number): boolean {
  if (!tollWords.past.has(tokens[at]?.plain ?? '')) return false;
  if (
    !tollWords.periodArticles.has(tokens[at - 1]?.plain ?? '') &&
    !tollWords.periodArticles.has(tokens[at - 2]?.plain ?? '')
  )
    return false;
  return [1, 2, 3].some((step) => longUnits.has(tokens[at + step]?.plain ?? ''));
}
