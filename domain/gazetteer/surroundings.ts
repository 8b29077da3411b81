import { directions } from '../reading/lexicon/gazetteer/compass.ts';
import { distances, distanceWords } from '../reading/lexicon/gazetteer/distances.ts';
import { numbersByWord } from '../reading/lexicon/numbers/numbers.ts';
import { fold, wordsOf } from '../reading/text/fold.ts';

/** What stands right before a name: distances, directions and words such as "near". Windows are short and fixed. */

export type Surroundings = {
  offset: { km: number; bearingDeg: number | null } | null;
  relation: 'at' | 'near' | 'around' | 'offset';
  /** Where the phrase before the name begins: "20 km north of"; the start of the name where there is none. */
  phraseStart: number;
  /** "30 kilometres away in": so far from the place named before. */
  awayKm: number | null;
};

const windowLength = 110;

const raw = String.raw;
/** "20 km", "some twenty kilometres", "une dizaine de kilomètres". */
const distance = new RegExp(
  raw`(?:(?<digits>\d{1,4}(?:[.,]\d{1,2})?)(?: ?(?:-|–|${distances.rangeJoints}) ?\d{1,4})?|(?<!\p{L})(?<word>\p{L}{2,12}))[\s-]{0,2}${distances.beforeUnit}?(?:${distances.kilometres}|(?<miles>${distances.miles}))\b(?: ?\([^()]{0,40}\))?`,
  'giu',
);
/** "the town of" right before the name. */
const lead = raw`${distances.articles}?(?: ${distances.classes}${distances.of}?)?\s*$`;
const near = new RegExp(raw`(?<!\p{L})${distances.near}${distances.nearEnds}?${distances.of}?${lead}`, 'iu');
const around = new RegExp(raw`(?<!\p{L})${distances.around}${distances.of}?${lead}`, 'iu');
const direction = new RegExp(
  raw`${distances.beforeDirection}?\b(?<main>${distances.directions})(?:[- ]?(?<half>${distances.halfDirections}))?${distances.directionEnds}?${distances.behindDirection}${lead}`,
  'iu',
);
/** What "a few" kilometres are. */
const fewKm = 5;
const kmPerMile = 1.609;

/** Reads what stands before the name at `start`, not beyond `from`. */
export function readSurroundings(text: string, from: number, start: number): Surroundings {
  const windowStart = Math.max(from, start - windowLength);
  const window = text.slice(windowStart, start);
  const none: Surroundings = { offset: null, relation: 'at', phraseStart: start, awayKm: null };
  const told = lastDistance(window);
  if (told) {
    const between = wordsBetween(window.slice(told.end));
    const isPlain = between.every((word) => distanceWords.fillers.has(word) || directions.has(word));
    if (between.length > 0 && isPlain) {
      const phraseStart = windowStart + told.start;
      const isAway = distanceWords.away.has(between[0]!);
      if (distanceWords.in.has(between.at(-1)!) && (isAway || between.length > 1)) {
        if (isAway) return { ...none, awayKm: told.km, phraseStart };
      } else if (between.some((word) => distanceWords.joints.has(word))) {
        return {
          ...none,
          offset: { km: told.km, bearingDeg: bearingOf(between) },
          relation: 'offset',
          phraseStart,
        };
      }
    }
  }
  const beside = directionOnly(window)?.start ?? near.exec(window)?.index;
  if (beside !== undefined) return { ...none, relation: 'near', phraseStart: windowStart + beside };
  const begins = around.exec(window);
  return begins ? { ...none, relation: 'around', phraseStart: windowStart + begins.index } : none;
}

/** "north of", "au nord-est de" right before the name. */
export function directionOnly(window: string): { start: number; bearingDeg: number } | null {
  const match = direction.exec(window);
  if (!match) return null;
  const { main, half = '' } = match.groups!;
  const bearingDeg = directions.get(fold(`${main}${half}`)) ?? null;
  return bearingDeg === null ? null : { start: match.index, bearingDeg };
}

function lastDistance(window: string): { km: number; start: number; end: number } | null {
  let found: { km: number; start: number; end: number } | null = null;
  for (const match of window.matchAll(distance)) {
    const { digits, word, miles } = match.groups!;
    const value = digits ? Number(digits.replace(',', '.')) : kmOfWord(fold(word!));
    if (value === undefined) continue;
    const km = Math.round(value * (miles ? kmPerMile : 1) * 10) / 10;
    if (km <= 1000) found = { km, start: match.index, end: match.index + match[0].length };
  }
  return found;
}

function kmOfWord(word: string): number | undefined {
  return distanceWords.aFew.has(word) ? fewKm : numbersByWord.get(word);
}

/** The words between a distance and a name; none where the two do not belong together. */
function wordsBetween(part: string): string[] {
  return part.length > 60 || /[.;:!?,]/.test(part) ? [] : wordsOf(part);
}

function bearingOf(words: readonly string[]): number | null {
  for (let i = 0; i < words.length; i++) {
    const joined = directions.get(`${words[i]}${words[i + 1] ?? ''}`);
    if (joined !== undefined) return joined;
    const single = directions.get(words[i]!);
    if (single !== undefined && words[i]!.length > 1) return single;
  }
  return null;
}
