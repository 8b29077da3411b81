import { besideWords } from '../reading/lexicon/gazetteer/beside.ts';
import { classWords } from '../reading/lexicon/gazetteer/classes.ts';
import { directions } from '../reading/lexicon/gazetteer/compass.ts';
import { isOrdinary } from '../reading/lexicon/gazetteer/names.ts';
import { countryOfPeople } from '../reading/lexicon/gazetteer/peoples.ts';
import { personWords } from '../reading/lexicon/gazetteer/persons.ts';
import { properNames } from '../reading/lexicon/gazetteer/proper-names.ts';
import type { Sentence, Token } from '../reading/text/text.ts';
import { classAfter, type Neighbours, neighboursOf } from './beside.ts';
import { countriesIn } from './countries-in-text.ts';
import { isFirmName } from './firms.ts';
import { type Gazetteer, isWellKnown } from './gazetteer.ts';
import {
  beginsName,
  type Found,
  type Lookup,
  longestName,
  type SentenceWords,
  sharedDirection,
} from './match-names.ts';
import type { PlaceMention } from './mention.ts';
import { isPersonName, personNamesIn } from './persons.ts';
import { isArea, isOfWorld } from './place.ts';
import { relateMentions } from './relate.ts';
import { readSurroundings } from './surroundings.ts';

type TokenizedSpan = Pick<Sentence, 'start' | 'end' | 'tokens'>;

/** A text names fewer places than this; what comes after them is not looked at. */
const maxMentions = 20_000;

/**
 * The places that a text names, in order: localities, areas, mining sites and operators. Only names written with a
 * capital count, the longest one first; a name that is also an ordinary word, a first name or a person's counts only
 * where a word beside it says that it is a place. Time grows with the length of the text, whatever it holds.
 */
export function findPlaces(
  text: string,
  sentences: readonly TokenizedSpan[],
  gazetteer: Gazetteer,
): PlaceMention[] {
  return findInSpans(text, sentences, gazetteer, false);
}

/** As `findPlaces`; `isBare`: the text is no prose but names places only, so that every name counts. */
export function findInSpans(
  text: string,
  spans: readonly TokenizedSpan[],
  gazetteer: Gazetteer,
  isBare: boolean,
): PlaceMention[] {
  const parts = spans.map((span) => sentenceWords(span, isBare));
  const persons = personNamesIn(parts.map((part) => part.tokens));
  const countries = isBare
    ? null
    : countriesIn(
        parts.map(({ tokens }) => tokens),
        gazetteer,
      );
  const lookup: Lookup = { gazetteer, countries };
  const mentions: PlaceMention[] = [];
  for (const part of parts) {
    if (mentions.length >= maxMentions) break;
    findInSentence(text, part, persons, lookup, mentions);
  }
  return relateMentions(mentions, text);
}

function sentenceWords({ start, tokens: all }: TokenizedSpan, isBare: boolean): SentenceWords {
  const tokens = all.filter(({ isWord }) => isWord);
  let words = 0;
  let capitals = 0;
  let uppers = 0;
  for (const { shape } of tokens) {
    if (shape === 'number') continue;
    words++;
    if (shape !== 'lower') capitals++;
    if (shape === 'UPPER') uppers++;
  }
  return {
    tokens,
    start,
    isBare,
    isTitleCase: !isBare && words >= 4 && capitals > words * 0.6,
    isUpperCase: words >= 3 && uppers > words * 0.6,
  };
}

function findInSentence(
  text: string,
  part: SentenceWords,
  persons: ReadonlySet<string>,
  lookup: Lookup,
  mentions: PlaceMention[],
): void {
  const { gazetteer } = lookup;
  const { tokens } = part;
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    if (mentions.length >= maxMentions || (token.shape === 'lower' && !beginsName(token, gazetteer))) {
      i++;
      continue;
    }
    const shared = sharedDirection(tokens, i, gazetteer);
    if (shared) {
      mentions.push(
        mentionOf(
          text,
          part,
          { start: token.start, end: token.end, at: i, length: 1 },
          shared,
          mentions.at(-1) ?? null,
        ),
      );
      i++;
      continue;
    }
    const beside = neighboursOf(tokens, i, mentions.at(-1) ?? null);
    const found = longestName(part, i, beside, lookup);
    if (found === null || (token.shape === 'lower' && found.length === 1)) {
      i++;
      continue;
    }
    const at = { start: token.start, end: tokens[i + found.length - 1]!.end, at: i, length: found.length };
    if (found.senses.length > 0 && isPlaceHere(part, at, found, beside, persons, gazetteer)) {
      mentions.push(mentionOf(text, part, at, found, mentions.at(-1) ?? null));
    }
    i += found.length;
  }
}

type At = { start: number; end: number; at: number; length: number };

function isPlaceHere(
  part: SentenceWords,
  { at, length }: At,
  { senses, foundBy, isOperator }: Found,
  beside: Neighbours,
  persons: ReadonlySet<string>,
  gazetteer: Gazetteer,
): boolean {
  if (isOperator) return !namesMine(part, at, length);
  const { tokens } = part;
  const token = tokens[at]!;
  const classWord = beside.classWord ?? classAfter(tokens, at + length);
  const isKnown = senses.some(({ place }) => isWellKnown(place)) && foundBy !== 'sound';
  const isDateline = at === 0 || tokens[at + length]?.before === 'hyphen';
  if (length === 1) {
    if (countryOfPeople.has(token.plain) && senses.every(({ place }) => place.kind !== 'country'))
      return false;
    if (isOrdinary(token.plain) && !(classWord && beside.classWord && !part.isTitleCase)) return false;
    const isArea_ = senses.some(({ place }) => isArea(place.kind));
    if (token.shape === 'UPPER' && !part.isUpperCase && token.plain.length <= 3 && !isArea_ && !isDateline)
      return false;
    if (token.plain.length <= 2 && !classWord && !isArea_) return false;
  }
  if (part.isBare) return true;
  if (isPartOfName(tokens, at, length, senses) || isHalfOfName(tokens, at, length, gazetteer)) return false;
  const isOfSite = senses.some(({ place }) => place.kind === 'site');
  // "Twangiza Mining" has its mine at Twangiza.
  if (!isOfSite && isFirmName(tokens, at, length, part.isTitleCase || part.isUpperCase)) return false;
  const isPerson = isPersonName(tokens, at, length, persons, part.isTitleCase);
  if (isPerson === 'certain' || (isPerson === 'likely' && !(isKnown && beside.isLocative))) return false;
  if (isKnown || classWord) return true;
  if (beside.isLocative || beside.isListed) return !part.isTitleCase || length > 1 || token.plain.length >= 6;
  const onlySites = senses.every(({ place }) => place.kind === 'site');
  if (part.isTitleCase || part.isUpperCase || onlySites) return false;
  // A village nobody knows, named without a word that places it: only by its own, whole and long enough name.
  return (
    token.plain.length >= 5 &&
    senses.some(({ byAlias }) => !byAlias) &&
    foundBy === 'name' &&
    !beside.isCapitalBefore &&
    !isCapital(tokens[at + length])
  );
}

/** "Gao'er", "Baie-Mahault", "Colonia Agrícola": the beginning or the end of another name. */
function isPartOfName(
  tokens: readonly Token[],
  at: number,
  length: number,
  senses: Found['senses'],
): boolean {
  const [first, before, next] = [tokens[at]!, tokens[at - 1], tokens[at + length]];
  // "d'Ituri", "qu'à"
  if (first.before === 'apostrophe' && before && before.plain.length > 2) return true;
  if (next?.before === 'apostrophe' && !besideWords.possessive.has(next.plain)) return true;
  // "Las Bambas" is no Bambas.
  const isOfWorldOnly = senses.every(({ place }) => isOfWorld(place));
  if (isOfWorldOnly && before && first.before === 'space' && properNames.beginnings.has(before.raw))
    return true;
  if (senses.some(({ place }) => isOfWorld(place)) && isQuarter(tokens, at, length)) return true;
  const isVague = senses.every(
    ({ place, byAlias }) => isOfWorld(place) && (byAlias || next?.before === 'hyphen'),
  );
  if (!isVague || !next || next.shape === 'lower' || next.shape === 'number') return false;
  return next.before === 'hyphen' || (next.before === 'space' && !personWords.followers.has(next.plain));
}

/** "Mayi-Moya" is no Mayi; "Beni-Kasindi" is two places, and "GOMA - Fighters" begins a text. */
function isHalfOfName(tokens: readonly Token[], at: number, length: number, { byName }: Gazetteer): boolean {
  const next = tokens[at + length];
  if (length > 1 || next?.before !== 'hyphen' || next.shape !== 'Capital') return false;
  if (next.start !== tokens[at]!.end + 1) return false;
  return !byName.has(next.plain) && !classWords.has(next.plain) && !directions.has(next.plain);
}

/** A name of a quarter may be so many words longer than the town that it holds. */
const quarterReach = 4;

/** "The Águilas de Zaragoza neighborhood", "barrio Chiquinquirá": a part of a town, not the town of its name. */
function isQuarter(tokens: readonly Token[], at: number, length: number): boolean {
  const [before, second] = [tokens[at - 1], tokens[at - 2]];
  const head = before && besideWords.links.has(before.plain) ? second : before;
  if (head && besideWords.quarters.has(head.plain)) return true;
  for (let k = at + length; k < at + length + quarterReach; k++) {
    const token = tokens[k];
    if (token?.before !== 'space') return false;
    if (besideWords.quarters.has(token.plain)) return true;
    if (token.shape === 'lower' && !besideWords.links.has(token.plain)) return false;
  }
  return false;
}

/** How far from a company its mine may be named, in words. */
const mineReach = 10;

/** "Zijin halted its Norton gold mine": where the mine is named, it is known by its own name or not at all. */
function namesMine({ tokens }: SentenceWords, at: number, length: number): boolean {
  for (let k = Math.max(0, at - mineReach); k < Math.min(tokens.length, at + length + mineReach); k++) {
    const { shape, plain } = tokens[k]!;
    if ((k >= at && k < at + length) || shape === 'lower' || shape === 'number') continue;
    if (isOrdinary(plain) || countryOfPeople.has(plain)) continue;
    if (classAfter(tokens, k + 1) === 'site' || neighboursOf(tokens, k, null).classWord === 'site')
      return true;
  }
  return false;
}

function isCapital(token: Token | undefined): boolean {
  return (
    token !== undefined && token.before === 'space' && token.shape !== 'lower' && token.shape !== 'number'
  );
}

function mentionOf(
  text: string,
  part: SentenceWords,
  { start, end, at, length }: At,
  found: Found,
  last: PlaceMention | null,
): PlaceMention {
  const { tokens } = part;
  const beside = neighboursOf(tokens, at, last);
  const around = readSurroundings(text, part.start, beside.phraseStart);
  const candidates = found.senses.map(({ place }) => place);
  const isDateline =
    at === 0 && /^\s?[-–—(]/.test(text.slice(end, end + 2)) && tokens[1]?.before !== 'hyphen';
  return {
    start,
    end,
    name: text.slice(start, end),
    candidates,
    offset: around.offset,
    relation: around.relation,
    isOperator: found.isOperator === true,
    classWord: classAfter(tokens, at + length) ?? beside.classWord,
    isLocative: beside.isLocative || beside.classWord !== null || around.relation !== 'at' || isDateline,
    isReference: false,
    distanceTo: around.awayKm === null ? null : { mention: -1, km: around.awayKm, bearingDeg: null },
    otherEnd: null,
    foundBy: found.foundBy,
  };
}
