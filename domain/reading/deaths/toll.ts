import { tollWords } from '../lexicon/deaths/tolls.ts';
import { type CountedSentence, cueAt, wordAt } from './counted-sentence.ts';
import type { Group } from './groups.ts';
import { groupStartingWith } from './groups.ts';

const reach = 32;

/**
 * What a death toll says: "the toll rose to 40 from 35" is 40, "le bilan est passé de 35 à 40 morts" is 40; all null
 * where it says that nobody knows. Null where there is no toll here, or another word tells its number.
 */
export function readToll(sentence: CountedSentence, at: number): Group | null {
  if (!isToll(sentence, at)) return null;
  const unknown: Group = { first: at, next: at + 1, low: null, best: null, high: null, who: null };
  const told = toldBefore(sentence, at);
  if (told !== null) return told;
  let found: Group | null = null;
  for (let i = at + 1; i < at + reach; i += 1) {
    const word = wordAt(sentence, i);
    if (sentence.tokens[i] === undefined || /^[.;!?"”»]$/.test(word)) break;
    if (tollWords.unknown.has(word)) return { ...unknown, next: i + 1 };
    if (tollWords.supposed.has(word)) return null;
    const count = sentence.startingAt.get(i);
    if (count === undefined) continue;
    if (cueAt(sentence, count.next) !== null) return null;
    const before = wordAt(sentence, i - 1);
    if (tollWords.from.has(before) || tollWords.of.has(before)) {
      if (tollWords.of.has(before) && !tollWords.risingFrom.has(wordAt(sentence, i - 2)))
        found ??= groupStartingWith(sentence, count);
    } else {
      found = groupStartingWith(sentence, count);
      break;
    }
    i = count.next - 1;
  }
  return found === null ? null : { ...found, first: at };
}

function isToll(sentence: CountedSentence, at: number): boolean {
  const word = wordAt(sentence, at);
  if (tollWords.toll.has(word)) return !tollWords.noToll.has(wordAt(sentence, at + 1));
  if (!tollWords.number.has(word)) return false;
  for (let i = at + 1; i < at + 6; i += 1) {
    if (sentence.startingAt.has(i)) return false;
    const cue = cueAt(sentence, i);
    if (cue !== null) return cue.kind === 'killed';
  }
  return false;
}

/** "bringing to 21 the number of those killed", "a fait passer de 35 à 51 le nombre de civils tués". */
function toldBefore(sentence: CountedSentence, at: number): Group | null {
  if (
    !tollWords.tollOrNumber.has(wordAt(sentence, at)) ||
    !tollWords.beforeToll.has(wordAt(sentence, at - 1))
  )
    return null;
  const count = sentence.endingAt.get(tollWords.death.has(wordAt(sentence, at - 1)) ? at - 2 : at - 1);
  return count === undefined || !tollWords.risenTo.has(wordAt(sentence, count.first - 1))
    ? null
    : groupStartingWith(sentence, count);
}
