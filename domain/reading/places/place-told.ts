import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import type { Placed, ReadSentence } from '../clauses/read-sentence.ts';
import { placeRuleWords } from '../lexicon/story/places.ts';
import { isPoint, isWide, placesWith } from './event-place.ts';

/** "Bunyuka, Beni", "Fataki, in Djugu territory": of two places with nothing but a comma between them the second holds the first. */
function holds({ tokens }: ReadSentence, outer: Placed<SettledPlace>, inner: Placed<SettledPlace>): boolean {
  const between = tokens.slice(inner.last, outer.first);
  const isApposed =
    between[0]?.raw === ',' &&
    between
      .slice(1)
      .every(({ word }) => placeRuleWords.inAreas.has(word) || placeRuleWords.joints.has(word)) &&
    !between.some(({ word }) => placeRuleWords.and.has(word));
  if (!isApposed || !inner.of.mention.isLocative) return false;
  // "in Kayes, Nioro and Niono": a list goes on.
  const next = tokens.slice(outer.last, outer.last + 2).map(({ word }) => word);
  return (
    !placeRuleWords.and.has(next[0] ?? '') && !(next[0] === ',' && placeRuleWords.and.has(next[1] ?? ''))
  );
}

/** The place that a clause means where it names one within another. */
export function innermost(analysis: ReadSentence, placed: Placed<SettledPlace>): Placed<SettledPlace> {
  const before = analysis.places.filter(({ of, last }) => last <= placed.first && isPoint(of)).at(-1);
  return before && holds(analysis, placed, before) ? before : placed;
}

/** "the administrator of Beni": the place is part of who speaks. */
export function isOfSpeaker({ tokens, places }: ReadSentence, settled: SettledPlace): boolean {
  const first = places.find(({ of }) => of === settled)?.first ?? 0;
  return (
    placeRuleWords.of.has(tokens[first - 1]?.word ?? '') &&
    placeRuleWords.speakers.has(tokens[first - 2]?.word ?? '')
  );
}

/** A place with those of its list that lie somewhere on the map, without the area that holds it. */
export function listedWith(analysis: ReadSentence, own: Placed<SettledPlace>): Placed<SettledPlace>[] {
  // "In the territories of Beni and Mambasa": one toll for both.
  const list = placesWith(analysis, own);
  if (list.some(({ of }) => isWide(of))) return [own];
  return list.filter(
    (placed) => placed === own || (placed.of.latitude !== null && innermost(analysis, placed) === placed),
  );
}
