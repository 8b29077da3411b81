import { datePhraseWords, datePhraseWordsOf } from '../lexicon/dates/date-phrases.ts';
import { type Days, thirdOf, yearDays, yearOf } from './calendar.ts';
import { yearAt } from './date-parts.ts';
import { type DatedSentence, type DateReader, plainAt } from './dated-sentence.ts';

/** "(2019", "mid-2021". */
const isMark = (word: string) => word === '-' || word === '(';

/** "in 2012", "since late 2021", "the 2023 elections", "in the 1990s", "les années 90". */
export const readYear: DateReader = (sentence, at) => {
  const decade = decadeAt(sentence, at);
  if (decade !== null) return { ...decade, role: 'past', precision: 5 };
  const year = yearAt(sentence, at);
  if (year === null) return null;
  const before = plainAt(sentence, at - 1);
  if (!isMark(before) && !datePhraseWords.yearLeads.has(before)) return null;
  if ((isMark(before) || datePhraseWords.weakYearLeads.has(before)) && !isLikelyYear(sentence, at, year))
    return null;
  if (sentence.tokens[at + 1]?.plain === '%') return null;
  const lead = before === '-' ? plainAt(sentence, at - 2) : before;
  const part = datePhraseWords.early.has(lead)
    ? 'early'
    : datePhraseWords.late.has(lead)
      ? 'late'
      : datePhraseWords.mid.has(lead)
        ? 'mid'
        : null;
  const days = part === null ? yearDays(year) : thirdOf(yearDays(year), part);
  const isCurrent = year === yearOf(sentence.publishedOn);
  return {
    ...days,
    first: part === null ? at : lead === before ? at - 1 : at - 2,
    next: at + 1,
    precision: 5,
    ...(isCurrent && part === null ? { role: 'since' } : {}),
  };
};

/** A round number after "of" or "the" may count people; an even older one is no year of the news. */
function isLikelyYear(sentence: DatedSentence, at: number, year: number): boolean {
  if (year > yearOf(sentence.publishedOn) + 10 || year < 1945) return false;
  const after = sentence.tokens[at + 1];
  const ends = after === undefined || after.kind === 'mark' || datePhraseWords.afterYear.has(after.plain);
  return ends || year % 100 !== 0;
}

function decadeAt(sentence: DatedSentence, at: number): (Days & { first: number; next: number }) | null {
  const token = sentence.tokens[at];
  if (token === undefined) return null;
  const written = /^((?:19|20)\d0)(\p{L}+)$/u.exec(token.word);
  if (written !== null && datePhraseWords.decadeEnds.has(written[2]!))
    return { ...decadeFrom(Number(written[1])), first: at, next: at + 1 };
  if (!datePhraseWordsOf[sentence.language].beforeDecades.has(token.plain)) return null;
  const number = /^(?:19[4-9]0|20[0-2]0|[4-9]0)$/.exec(sentence.tokens[at + 1]?.raw ?? '');
  if (number === null) return null;
  const start = number[0].length === 2 ? 1900 + Number(number[0]) : Number(number[0]);
  return { ...decadeFrom(start), first: at, next: at + 2 };
}

function decadeFrom(year: number): Days {
  return { from: `${year}-01-01`, to: `${year + 9}-12-31` };
}
