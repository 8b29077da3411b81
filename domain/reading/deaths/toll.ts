import { tollWords } from '../lexicon/tolls.ts';
import type { Group } from './groups.ts';
import { groupStartingWith } from './groups.ts';
import { cueAt, type DeathsView, wordAt } from './view.ts';

const reach = 32;

/**
 * What a death toll says: "the toll rose to 40 from 35" is 40, "le bilan est passé de 35 à 40 morts" is 40; all null
 * where it says that nobody knows. Null where there is no toll here, or another word tells its number.
 */
export function readToll(view: DeathsView, at: number): Group | null {
  if (!isToll(view, at)) return null;
  const unknown: Group = { first: at, next: at + 1, low: null, best: null, high: null, who: null };
  const told = toldBefore(view, at);
  if (told !== null) return told;
  let found: Group | null = null;
  for (let i = at + 1; i < at + reach; i += 1) {
    const word = wordAt(view, i);
    if (view.tokens[i] === undefined || /^[.;!?"”»]$/.test(word)) break;
    if (tollWords.unknown.has(word)) return { ...unknown, next: i + 1 };
    if (tollWords.supposed.has(word)) return null;
    const count = view.startingAt.get(i);
    if (count === undefined) continue;
    if (cueAt(view, count.next) !== null) return null;
    const before = wordAt(view, i - 1);
    if (before === 'from' || before === 'de' || before === "d'") {
      if (before !== 'from' && !tollWords.risingFrom.has(wordAt(view, i - 2)))
        found ??= groupStartingWith(view, count);
    } else {
      found = groupStartingWith(view, count);
      break;
    }
    i = count.next - 1;
  }
  return found === null ? null : { ...found, first: at };
}

function isToll(view: DeathsView, at: number): boolean {
  const word = wordAt(view, at);
  if (word === 'toll') return wordAt(view, at + 1) !== 'road';
  if (word === 'bilan') return true;
  if (!tollWords.number.has(word)) return false;
  for (let i = at + 1; i < at + 6; i += 1) {
    if (view.startingAt.has(i)) return false;
    const cue = cueAt(view, i);
    if (cue !== null) return cue.kind === 'killed';
  }
  return false;
}

/** "bringing to 21 the number of those killed", "a fait passer de 35 à 51 le nombre de civils tués". */
function toldBefore(view: DeathsView, at: number): Group | null {
  if (!tollWords.tollOrNumber.has(wordAt(view, at)) || !tollWords.beforeToll.has(wordAt(view, at - 1)))
    return null;
  const count = view.endingAt.get(wordAt(view, at - 1) === 'death' ? at - 2 : at - 1);
  return count === undefined || !tollWords.risenTo.has(wordAt(view, count.first - 1))
    ? null
    : groupStartingWith(view, count);
}
