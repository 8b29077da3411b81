import { months } from '../dates/date-words.ts';
import { tollWords } from '../lexicon/tolls.ts';
import type { Token } from '../numbers/number-tokens.ts';
import type { Language } from '../text/text.ts';

const phrases: Record<Language, readonly string[]> = {
  en: [
    'so far this year',
    'this year',
    'each year',
    'every year',
    'per year',
    'a year ,',
    'in recent months',
    'in recent weeks',
    'in recent years',
    'over the years',
    'over the past year',
    'decades of',
    'years of',
    'months of',
    'for years',
    'for decades',
    'in total since',
  ],
  fr: [
    'cette annee',
    'chaque annee',
    'par an',
    'ces derniers mois',
    'ces dernieres semaines',
    'ces dernieres annees',
    'depuis des annees',
    'depuis des mois',
    'en un an',
    'des derniers mois',
    'des dernieres semaines',
    'des dernieres annees',
    'annees de',
  ],
};

const split: Record<Language, string[][]> = {
  en: phrases.en.map((phrase) => phrase.split(' ')),
  fr: phrases.fr.map((phrase) => phrase.split(' ')),
};

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
  return split[language].some((words) => words.every((word, i) => tokens[at + i]?.plain === word));
}

/** "since January", "since 2021", "since the start of the offensive"; not "since Friday", "since the morning". */
function isLongSince(tokens: readonly Token[], at: number, language: Language): boolean {
  if (!tollWords.since.has(tokens[at]?.plain ?? '')) return false;
  for (let i = at + 1; i < at + 6; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'mark') return false;
    if (months[language].has(token.plain) || /^(?:19|20)\d\d$/.test(token.text) || longUnits.has(token.plain))
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
