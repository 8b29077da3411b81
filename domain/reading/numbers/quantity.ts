import { singularOf } from '../lexicon/grammar/endings.ts';
import type { Bound } from '../lexicon/numbers/bound-words.ts';
import { numberPhraseWords } from '../lexicon/numbers/number-phrases.ts';
import { halfDozens, looseNumbers, looseSingulars, roundGroups } from '../lexicon/numbers/numbers.ts';
import type { Language, Token } from '../text/text.ts';
import { boundAt, trailingBound } from './bounds.ts';
import { readCardinal } from './numbers.ts';

/** How many, as a report says it; null where the words set no such bound. */
export type Quantity = {
  low: number | null;
  best: number | null;
  high: number | null;
  /** Index of its first token and of the token after it. */
  first: number;
  next: number;
  /** No more than "a" or "un": may be an article. */
  article: boolean;
};

type Range = Pick<Quantity, 'low' | 'best' | 'high'>;
/** "About 30" is 24 to 36: a fifth either way. */
const aboutShare = 0.2;

/**
 * The quantity that starts at this token, with what bounds it: "at least 35", "between 10 and 15", "dozens",
 * "une dizaine", "two or three". "At least", "more than": low and best are the number itself, high is open. "Up to":
 * best and high are the number. "About": a fifth either way. Null where no quantity starts here.
 */
export function readQuantity(tokens: readonly Token[], at: number, language: Language): Quantity | null {
  let i = at;
  let bound: Bound = 'plain';
  for (let read = 0; read < 3; read += 1) {
    const found = boundAt(tokens, i, language);
    if (found === null) break;
    if (found.bound !== 'plain' && bound === 'plain') bound = found.bound;
    i = found.next;
  }
  const between = betweenAt(tokens, i, language);
  if (between !== null) return { ...between, first: at };
  const core = coreAt(tokens, i, language);
  if (core === null) return null;
  const second = alternativeAt(tokens, { ...core, first: i }, language);
  if (second !== null) return { ...second, first: at };
  const trailing = trailingBound(tokens, core.next, language);
  const bounded = bounds(core, trailing === null ? bound : 'least');
  return {
    ...bounded,
    first: at,
    next: trailing ?? core.next,
    article: core.article && i === at,
  };
}

function bounds(core: Range, bound: Bound): Range {
  const { low, best, high } = core;
  const number = best ?? low ?? 0;
  if (bound === 'least') return { low: core.high === null ? low : number, best, high: null };
  if (bound === 'most') return { low: null, best: number, high: number };
  if (bound === 'below') return { low: null, best: null, high: Math.max(0, number - 1) };
  if (low === null || low !== high) return core;
  if (bound === 'about') return around(number);
  if (bound === 'nearly') return { low: around(number).low, best: number, high: number };
  return core;
}

function around(number: number): Range {
  return {
    low: Math.round(number * (1 - aboutShare)),
    best: number,
    high: Math.round(number * (1 + aboutShare)),
  };
}

type Core = Range & { next: number; article: boolean };

/** A number, a group ("two dozen", "une trentaine") or a loose plural ("dozens of", "tens of thousands of"). */
function coreAt(tokens: readonly Token[], at: number, language: Language): Core | null {
  const half = halfDozenAt(tokens, at);
  if (half !== null) return half;
  const cardinal = readCardinal(tokens, at, language);
  if (cardinal !== null && !cardinal.article) {
    const group = roundGroups.get(singularOf(tokens[cardinal.next]?.plain ?? ''));
    if (group !== undefined) return groupOf(group, cardinal.value, cardinal.next + 1, tokens);
    return {
      low: cardinal.value,
      best: cardinal.value,
      high: cardinal.value,
      next: cardinal.next,
      article: false,
    };
  }
  let i = cardinal?.next ?? at;
  if (cardinal !== null && numberPhraseWords.fillers.has(tokens[i]?.plain ?? '')) i += 1;
  const group = cardinal === null ? undefined : roundGroups.get(tokens[i]?.plain ?? '');
  if (group !== undefined) return groupOf(group, 1, i + 1, tokens);
  if (cardinal === null && numberPhraseWords.partitives.has(tokens[i]?.plain ?? '')) i += 1;
  const loose = looseAt(tokens, i);
  if (loose !== null) return loose;
  return cardinal === null ? null : { low: 1, best: 1, high: 1, next: cardinal.next, article: true };
}

/** "dozens of", "several hundred", "des centaines de milliers de", "quelques". */
function looseAt(tokens: readonly Token[], at: number): Core | null {
  const word = tokens[at]?.plain ?? '';
  const loose = looseNumbers.get(word);
  if (loose === undefined) return null;
  const following = tokens[at + 1]?.plain ?? '';
  const several = loose.low <= 3 ? (looseNumbers.get(following) ?? looseSingulars.get(following)) : undefined;
  if (several !== undefined && several.low > 3)
    return { ...several, next: afterOf(tokens, at + 2), article: false };
  const scale = tokens[at + 2]?.plain ?? '';
  const isScaled =
    loose.low < 1000 && numberPhraseWords.of.has(following) && numberPhraseWords.thousands.has(scale);
  if (!isScaled) return { ...loose, next: afterOf(tokens, at + 1), article: false };
  const best = loose.best === null ? null : loose.best * 1000;
  return { low: loose.low * 1000, best, high: null, next: afterOf(tokens, at + 3), article: false };
}

function halfDozenAt(tokens: readonly Token[], at: number): Core | null {
  const found = halfDozens.find((words) =>
    words.every((word, i) => word === '*' || tokens[at + i]?.plain === word),
  );
  return found ? groupOf(6, 1, at + found.length, tokens) : null;
}

function groupOf(size: number, count: number, next: number, tokens: readonly Token[]): Core {
  const number = size * count;
  const range = size === 2 ? { low: number, best: number, high: number } : around(number);
  return { ...range, next: afterOf(tokens, next), article: false };
}

function afterOf(tokens: readonly Token[], at: number): number {
  return numberPhraseWords.ofAnything.has(tokens[at]?.plain ?? '') ? at + 1 : at;
}

/** "between 10 and 15", "entre 10 et 15", "from 10 to 15", "de 10 à 15". */
function betweenAt(tokens: readonly Token[], at: number, language: Language): Omit<Quantity, 'first'> | null {
  const opening = tokens[at]?.plain ?? '';
  if (!numberPhraseWords.between.has(opening)) return null;
  const from = readCardinal(tokens, at + 1, language);
  if (from === null || !numberPhraseWords.and.has(tokens[from.next]?.plain ?? '')) return null;
  const to = readCardinal(tokens, from.next + 1, language);
  return to === null ? null : range(from.value, to);
}

/** "10-15", "10 to 15", "two or three", "10 à 15", "deux ou trois". */
function alternativeAt(
  tokens: readonly Token[],
  core: Core & { first: number },
  language: Language,
): Omit<Quantity, 'first'> | null {
  if (core.low === null || core.low !== core.high || core.article) return null;
  const joint = tokens[core.next];
  if (!joint || numberPhraseWords.articleInRange.has(joint.word)) return null;
  if (joint.plain !== '-' && !numberPhraseWords.rangeJoints.has(joint.plain)) return null;
  // "rose from 35 to 40": two figures, not a range.
  const isStep = numberPhraseWords.stepJoints.has(joint.plain);
  if (isStep && numberPhraseWords.from.has(tokens[core.first - 1]?.plain ?? '')) return null;
  const other = readCardinal(tokens, core.next + 1, language);
  return other === null || other.article || other.value <= core.low ? null : range(core.low, other);
}

function range(low: number, to: { value: number; next: number }): Omit<Quantity, 'first'> {
  const [least, most] = [Math.min(low, to.value), Math.max(low, to.value)];
  return { low: least, best: Math.floor((least + most) / 2), high: most, next: to.next, article: false };
}
