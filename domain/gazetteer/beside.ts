import { besideWords } from '../reading/lexicon/gazetteer/beside.ts';
import { classWords } from '../reading/lexicon/gazetteer/classes.ts';
import { directions } from '../reading/lexicon/gazetteer/compass.ts';
import type { Token } from '../reading/text/text.ts';
import type { PlaceMention } from './mention.ts';
import type { PlaceClass } from './place.ts';

/** The words right beside a name. */

export type Neighbours = {
  /** What a class word before the name says it is. */
  classWord: PlaceClass | null;
  /** Where the class word before the name begins, with its article; else where the name does. */
  phraseStart: number;
  /** A word before the name says that something is there. */
  isLocative: boolean;
  /** The name goes on a list of places: "Goma, Sake and …". */
  isListed: boolean;
  /** The word before has a capital, and is no place's: the name may be part of a longer one. */
  isCapitalBefore: boolean;
};

export function neighboursOf(tokens: readonly Token[], i: number, last: PlaceMention | null): Neighbours {
  const token = tokens[i]!;
  const before = tokens[i - 1];
  const { classWord, from } = classBefore(tokens, i, last);
  let j = from - 1;
  for (let steps = 0; steps < 3 && j >= 0 && tokens[j + 1]!.before !== 'break'; steps++, j--) {
    if (
      !besideWords.articles.has(tokens[j]!.plain) &&
      !besideWords.adjectives.has(tokens[j]!.plain) &&
      !directions.has(tokens[j]!.plain)
    )
      break;
  }
  const cue = j >= 0 && tokens[j + 1]!.before !== 'break' ? tokens[j]! : null;
  const isLocative =
    cue !== null &&
    besideWords.locatives.has(cue.plain) &&
    (cue.shape === 'lower' || j === 0 || cue.before === 'break');
  const gap = last ? token.start - last.end : Number.POSITIVE_INFINITY;
  const isListed =
    last?.isLocative === true &&
    gap <= 8 &&
    (gap <= 2 ? token.before === 'break' : besideWords.listJoints.has(before?.plain ?? ''));
  return {
    classWord:
      classWord ?? (isListed && last!.classWord && last!.classWord !== 'seat' ? last!.classWord : null),
    phraseStart: from < i ? tokens[from]!.start : token.start,
    isLocative,
    isListed,
    isCapitalBefore:
      before !== undefined &&
      token.before === 'space' &&
      before.shape !== 'lower' &&
      before.shape !== 'number' &&
      i > 1 &&
      last?.end !== before.end,
  };
}

/** "territoire de Shabunda", "the town of Sake", "village Kibati": the class word, and the word where it begins. */
function classBefore(
  tokens: readonly Token[],
  i: number,
  last: PlaceMention | null,
): { classWord: PlaceClass | null; from: number } {
  let j = i - 1;
  for (let steps = 0; steps < 3 && j >= 0; steps++, j--) {
    if (tokens[j + 1]!.before === 'break') return { classWord: null, from: i };
    if (!besideWords.links.has(tokens[j]!.plain)) break;
  }
  const word = tokens[j];
  if (!word || tokens[j + 1]!.before === 'break') return { classWord: null, from: i };
  // "Walikale District of North Kivu": the class word is that of the name before it.
  if (last && word.start - last.end <= 1) return { classWord: null, from: i };
  const classWord = classWords.get(word.plain) ?? null;
  return { classWord, from: classWord ? j : i };
}

/** "Walikale territory", "Masisi-centre", "Bisie tin mine": the class word behind a name whose last word is `next - 1`. */
export function classAfter(tokens: readonly Token[], next: number): PlaceClass | null {
  for (let k = next; k < next + 2; k++) {
    const token = tokens[k];
    if (!token || (token.before !== 'space' && token.before !== 'hyphen')) return null;
    // "Ituri villages" are villages in Ituri.
    if (besideWords.manyPlaces.has(token.plain)) return null;
    const classWord = classWords.get(token.plain);
    if (classWord) return k === next || classWord === 'site' ? classWord : null;
    if (!besideWords.adjectives.has(token.plain) && !besideWords.possessive.has(token.plain)) return null;
  }
  return null;
}
