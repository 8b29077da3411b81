import { addDays } from '../../time.ts';
import { hasStem } from '../lexicon/claims/stems.ts';
import { datePhraseWords, datePhraseWordsOf } from '../lexicon/dates/date-phrases.ts';
import { units } from '../lexicon/dates/dates.ts';
import { isPlural } from '../lexicon/grammar/endings.ts';
import { readQuantity } from '../numbers/quantity.ts';
import { moved, type Unit, unitDays } from './calendar.ts';
import {
  type DatedSentence,
  type DateReader,
  endOfTurn,
  type Found,
  isPlanned,
  plainAt,
} from './dated-sentence.ts';

export type Amount = { count: number; unit: Unit; exact: boolean; next: number };

/** "three days", "a few weeks", "dix ans", "quelques jours", "several months". */
export function amountAt(sentence: DatedSentence, at: number): Amount | null {
  const first = sentence.tokens[at];
  if (first === undefined || first.kind === 'mark' || !sentence.unitAhead[at]) return null;
  const bare = units[sentence.language].get(first.plain);
  if (bare !== undefined)
    return isPlural(first.plain) ? { count: 3, unit: bare, exact: false, next: at + 1 } : null;
  const quantity = readQuantity(sentence.tokens, at, sentence.language);
  if (quantity === null) return null;
  let i = quantity.next;
  while (datePhraseWords.amountFillers.has(plainAt(sentence, i)) && i < quantity.next + 2) i += 1;
  const unit = units[sentence.language].get(plainAt(sentence, i));
  const count = quantity.best ?? quantity.low ?? 3;
  if (unit === undefined || count > 5000) return null;
  return { count, unit, exact: quantity.low === quantity.high, next: i + 1 };
}

/** A time so long ago is known no better than its unit: "a month ago" is a month around the day. */
export function spread(centre: string, amount: Amount, first: number, next: number): Found {
  const { unit, exact } = amount;
  if (unit === 'hour' || (unit === 'day' && exact)) return { from: centre, to: centre, first, next };
  if (unit === 'day') return { from: addDays(centre, -2), to: addDays(centre, 2), first, next, precision: 3 };
  if (unit === 'week') {
    const days = exact && amount.count === 1 ? 1 : 3;
    return { from: addDays(centre, -days), to: addDays(centre, days), first, next };
  }
  if (unit === 'month')
    return { from: addDays(centre, -15), to: addDays(centre, 15), first, next, precision: 4 };
  return { ...unitDays('year', centre, 0), first, next, precision: 5 };
}

/** "two days ago", "a week ago", "il y a trois jours", "voici dix ans". */
export const readAgo: DateReader = (sentence, at) => {
  const start = endOfTurn(sentence, at, 'agoBefore') ?? at;
  const amount = amountAt(sentence, start);
  if (amount === null) return null;
  const behind = endOfTurn(sentence, amount.next, 'agoBehind');
  if (behind === null && start === at) return null;
  const centre = moved(sentence.publishedOn, amount.unit, -amount.count);
  const found = spread(centre, amount, at, behind ?? amount.next);
  if (found.to > sentence.publishedOn) found.to = sentence.publishedOn;
  return amount.unit === 'year' || amount.unit === 'decade' ? { ...found, role: 'past' } : found;
};

/** "over the last few months", "in recent weeks", "ces derniers jours", "for the past week", "depuis trois jours". */
export const readPeriod: DateReader = (sentence, at) => {
  let i = at;
  const lead = plainAt(sentence, i);
  const isSince = datePhraseWords.lastingSince.has(lead);
  if (datePhraseWords.periodArticles.has(lead)) i += 1;
  const word = plainAt(sentence, i);
  let amount: Amount | null = null;
  let next = i;
  let isLong = false;
  if (datePhraseWords.recent.has(word)) {
    const isRecent = units[sentence.language].get(plainAt(sentence, i + 1));
    const single = datePhraseWords.recentSingle.has(word) && !isPlural(plainAt(sentence, i + 1));
    if (isRecent !== undefined && single) return null;
    amount =
      isRecent === undefined
        ? amountAt(sentence, i + 1)
        : {
            count: isPlural(plainAt(sentence, i + 1)) ? 3 : 1,
            unit: isRecent,
            exact: false,
            next: i + 2,
          };
    if (amount === null) return null;
    next = amount.next;
    if (amount.count === 1 && datePhraseWords.lastAlone.has(word) && i === at) return null;
  } else if (i > at || isSince) {
    if (isSince) i = datePhraseWords.pluralArticles.has(plainAt(sentence, at + 1)) ? at + 2 : at + 1;
    amount = amountAt(sentence, i);
    if (amount === null) return null;
    const isPast =
      datePhraseWords.pastPlurals.has(plainAt(sentence, amount.next)) ||
      hasStem(plainAt(sentence, amount.next - 2), 'last');
    if (!isSince && !isPast) return null;
    isLong = isSince;
    next =
      isPast &&
      isPlural(plainAt(sentence, amount.next)) &&
      !units[sentence.language].has(plainAt(sentence, amount.next))
        ? amount.next + 1
        : amount.next;
    if (hasStem(plainAt(sentence, amount.next - 2), 'last')) next = amount.next;
  } else if (datePhraseWords.lasting.has(lead)) {
    amount = amountAt(sentence, at + 1);
    if (amount === null || endOfTurn(sentence, amount.next, 'agoBehind') !== null) return null;
    if (amount.exact && !hasBeen(sentence, at)) return null;
    if (isPlanned(sentence, at, amount.next)) return null;
    isLong = true;
    next = amount.next;
  }
  if (amount === null) return null;
  const { unit, count } = amount;
  const from = moved(sentence.publishedOn, unit, unit === 'hour' ? -Math.max(1, count) : -count);
  const isShort = !isLong && (unit === 'hour' || unit === 'day' || (unit === 'week' && count === 1));
  return {
    from,
    to: sentence.publishedOn,
    first: at,
    next,
    role: isShort ? 'when' : 'since',
    ...(isShort
      ? {}
      : { precision: unit === 'year' || unit === 'decade' || unit === 'month' ? 5 : undefined }),
  };
};

function hasBeen(sentence: DatedSentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 8); i -= 1)
    if (datePhraseWords.haveBeen.has(plainAt(sentence, i))) return true;
  return false;
}

/** "in the coming days", "dans les prochaines heures", "les jours à venir", "d'ici trois jours", "in two weeks' time". */
export const readAhead: DateReader = (sentence, at) => {
  const word = plainAt(sentence, at);
  if (datePhraseWords.coming.has(word)) {
    const unit = units[sentence.language].get(plainAt(sentence, at + 1));
    const amount =
      unit !== undefined && isPlural(plainAt(sentence, at + 1))
        ? { count: 3, unit, next: at + 2 }
        : amountAt(sentence, at + 1);
    return amount === null ? null : ahead(sentence, amount, at, amount.next);
  }
  const unit = units[sentence.language].get(word);
  const coming = endOfTurn(sentence, at + 1, 'comingBehind');
  if (unit !== undefined && coming !== null) return ahead(sentence, { count: 3, unit }, at, coming);
  const within = endOfTurn(sentence, at, 'within');
  if (within === null && !datePhraseWordsOf[sentence.language].ahead.has(word)) return null;
  const amount = amountAt(sentence, within ?? at + 1);
  if (amount === null) return null;
  if (within !== null) return ahead(sentence, amount, at, amount.next);
  const behind = endOfTurn(sentence, amount.next, 'aheadBehind');
  if (behind === null && !isPlanned(sentence, at, amount.next)) return null;
  return ahead(sentence, amount, at, behind ?? amount.next);
};

function ahead(
  sentence: DatedSentence,
  amount: { count: number; unit: Unit },
  first: number,
  next: number,
): Found {
  const to = moved(sentence.publishedOn, amount.unit, amount.count);
  const days =
    to < sentence.publishedOn
      ? { from: sentence.publishedOn, to: sentence.publishedOn }
      : { from: sentence.publishedOn, to };
  return {
    ...days,
    first,
    next,
    role: 'future',
  };
}
