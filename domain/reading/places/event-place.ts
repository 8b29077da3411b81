import { radiusOf } from '../../gazetteer/place.ts';
import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import { distanceFromTrigger } from '../clauses/distance-from-trigger.ts';
import type { Placed, ReadSentence } from '../clauses/read-sentence.ts';
import { modalityWordsOf } from '../lexicon/modality/modality.ts';
import { placeRuleWords } from '../lexicon/story/places.ts';
import { isElsewhere, withoutContaining } from './place-rules.ts';

/**
 * How a place came to an event: the object of its verb ("took Walikale"), a place of its sentence, taken over from the
 * text before, or only from where the report was written.
 */
export type PlaceTie = 'object' | 'sentence' | 'inherited' | 'dateline';

export type EventPlace = {
  settled: SettledPlace;
  tie: PlaceTie /** In tokens, within the sentence. */;
  cost: number;
};

/** True for a place on the map; a province or country is none. */
export function isPoint({ mention, place, latitude }: SettledPlace): boolean {
  // A name that the gazetteer does not have, or too often.
  if (place === null) return !mention.isOperator;
  if (latitude === null || place.kind === 'country') return false;
  // A city that is a province of its own.
  if (place.kind === 'admin1') return mention.isLocative && radiusOf(place) <= cityKm;
  return true;
}

/** True for a district, a province or a stretch of land: it may stand in for a place, where none is told. */
export function isWide({ place, mention }: SettledPlace): boolean {
  // "Masisi territory", where only the town of that name is known.
  if (areaClasses.has(mention.classWord)) return true;
  return place !== null && place.kind !== 'locality' && place.kind !== 'site';
}

const areaClasses: ReadonlySet<SettledPlace['mention']['classWord']> = new Set([
  'admin1',
  'admin2',
  'region',
]);

/** A province no wider than this is a city, in km. */
const cityKm = 60;

/** How little a place suits an event, by the words before its name; 0 where nothing speaks against it. */
export function reluctance(analysis: ReadSentence, placed: Placed<SettledPlace>): number {
  const { tokens, language } = analysis;
  const { of, first, last } = placed;
  if (isElsewhere(analysis, placed)) return 40;
  let cost = isWide(of) ? 10 : of.place === null ? 4 : 0;
  if (of.mention.isReference) cost += 16;
  if (of.mention.isOperator) cost += 4;
  // "At X, on the road from A to B": the village rather than the road.
  if (of.mention.relation === 'along') cost += 6;
  if (!of.mention.isLocative && !of.mention.classWord && of.siteIds.length === 0) {
    // "Kigali denied", "selon Kinshasa": a government.
    cost += isSpeaking(tokens, first, last) ? 40 : 8;
  }
  const window = tokens.slice(Math.max(0, first - 5), first);
  if (window.some(({ word }) => placeRuleWords.speakers.has(word))) cost += 8;
  if (window.some(({ word }) => placeRuleWords.sayers.has(word))) cost += 14;
  if (window.slice(-2).some(({ word }) => placeRuleWords.motions.has(word)) && !isArrival(window)) cost += 12;
  // "A group close to Bamako": a government.
  if (
    window.some(({ word }) => placeRuleWords.loyalTo.has(word)) &&
    window.some(({ word }) => placeRuleWords.armedGroups.has(word))
  )
    cost += 14;
  if (of.mention.isLocative && tellsNext(tokens, language, last)) cost += 14;
  // "Rwanda-backed", "Kinshasa-based", "Goma-Rutshuru road" stays.
  const next = tokens[last];
  if (next?.raw === '-' && placeRuleWords.backedOrBased.has(tokens[last + 1]?.word ?? '')) cost += 20;
  return cost;
}

/** "came on motorcycles to Walikale": there they were. */
function isArrival(window: ReadSentence['tokens']): boolean {
  return (
    placeRuleWords.to.has(window.at(-1)?.word ?? '') &&
    window.some(({ word }) => placeRuleWords.cameFrom.has(word))
  );
}

/** "officials in Goma said", "des sources à Goma rapportent": where somebody speaks. */
function tellsNext(
  tokens: ReadSentence['tokens'],
  language: ReadSentence['language'],
  last: number,
): boolean {
  const word = tokens[last]?.word ?? '';
  if (placeRuleWords.have.has(word))
    return (
      modalityWordsOf[language].reporting.has(tokens[last + 1]?.word ?? '') || placeRuleWords.aOnt.has(word)
    );
  return (
    tokens[last]?.isWord === true &&
    modalityWordsOf[language].reporting.has(word) &&
    !placeRuleWords.statements.has(word)
  );
}

/** A capital that stands for its government. */
export function isSpeaking(tokens: ReadSentence['tokens'], first: number, last: number): boolean {
  if (placeRuleWords.accordingTo.has(tokens[first - 1]?.word ?? '')) return true;
  if (
    placeRuleWords.to.has(tokens[first - 1]?.word ?? '') &&
    placeRuleWords.accordingBeforeTo.has(tokens[first - 2]?.word ?? '')
  )
    return true;
  return placeRuleWords.speaking.has(tokens[last]?.word ?? '');
}

/** The places of the trigger's sentence, the one that suits best first. */
export function placesNear(
  analysis: ReadSentence,
  trigger: { first: number; end: number },
  others: readonly { first: number }[],
): EventPlace[] {
  return analysis.places
    .filter((placed) => isPoint(placed.of) && !isElsewhere(analysis, placed))
    .map((placed) => ({
      settled: placed.of,
      tie: 'sentence' as const,
      cost:
        (isLeading(analysis, placed)
          ? Math.min(leadingCost, distanceFromTrigger(analysis, trigger, placed, []))
          : distanceFromTrigger(analysis, trigger, placed, others)) +
        reluctance(analysis, placed) -
        (isDirectlyBehind(placed, trigger) ? directness : 0) +
        // What happened is mostly told before its place.
        (placed.last <= trigger.first ? 2 : 0),
    }))
    .sort((a, b) => a.cost - b.cost);
}

/** "shells hit Kamanyola", "tombés sur Kamanyola": the object of the verb, as good as "in Kamanyola". */
function isDirectlyBehind({ of, first }: Placed<SettledPlace>, { end }: { end: number }): boolean {
  return !of.mention.isLocative && !of.mention.classWord && first >= end && first <= end + 1;
}

const directness = 8;

/** What a place that opens the sentence costs at most, however far its verb is, in tokens. */
const leadingCost = 10;

/** "At Mugunga, a camp west of the city, …": the place before everything else holds for the whole sentence. */
function isLeading({ tokens }: ReadSentence, { of, first, last }: Placed<SettledPlace>): boolean {
  // "Kolwezi : des creuseurs barrent la route": the place that a note begins with.
  if (first === 0 && tokens[last]?.raw === ':' && !isWide(of)) return true;
  const isOpening = first <= 3 && tokens.slice(0, first).every(({ isWord }) => isWord);
  if (!isOpening || !of.mention.isLocative || of.mention.isReference || isWide(of)) return false;
  return tokens.slice(last, last + 3).some(({ raw }) => raw === ',');
}

/** "the town", "cette localité", "it": one that the text named before. */
function isDefiniteGround(tokens: ReadSentence['tokens'], i: number): boolean {
  const { word } = tokens[i]!;
  if (!placeRuleWords.towns.has(word)) return false;
  if (placeRuleWords.pronouns.has(word)) return true;
  return tokens.slice(Math.max(0, i - 3), i).some((token) => placeRuleWords.definite.has(token.word));
}

/** Where the object of a verb ends, and whether it speaks of ground. */
export function objectZone(
  { tokens, triggers, dates }: ReadSentence,
  end: number,
): { end: number; hasGround: boolean; isDefinite: boolean } {
  let hasGround = false;
  let isDefinite = false;
  let i = end;
  for (; i < tokens.length && i < end + 30; i += 1) {
    const token = tokens[i]!;
    if (!token.isWord && /^[;:—–.()]$/.test(token.raw)) break;
    if (token.raw === ',' && i === end) {
      // "ont pris le contrôle, dimanche, de la localité": the day between commas.
      const day = dates.find(({ first, last }) => first <= i + 2 && first > i && tokens[last]?.raw === ',');
      if (!day) break;
      i = day.last;
      continue;
    }
    if (token.isWord && placeRuleWords.objectEnds.has(token.word)) break;
    if (i > end && triggers.some((trigger) => trigger.first === i)) {
      const isVerbLike = triggers.some(
        (t) => t.first === i && t.readings.some((r) => r.trigger.form !== 'noun'),
      );
      if (isVerbLike) break;
    }
    if (placeRuleWords.ground.has(token.word)) {
      hasGround = true;
      if (isDefiniteGround(tokens, i)) isDefinite = true;
    }
  }
  return { end: i, hasGround, isDefinite };
}

/** The places that follow a verb as its object, with those joined to the first: "took Katoyi, Nyabiondo and Pinga". */
export function objectPlaces(analysis: ReadSentence, end: number, zoneEnd: number): Placed<SettledPlace>[] {
  const points = analysis.places.filter(
    (placed) => placed.first >= end && isPoint(placed.of) && !isElsewhere(analysis, placed),
  );
  const first = points[0];
  if (!first || first.first >= zoneEnd) return [];
  return [...withoutContaining(analysis, joined(analysis, points))];
}

/** A place with those joined to it on either side; it comes first. */
export function placesWith(analysis: ReadSentence, placed: Placed<SettledPlace>): Placed<SettledPlace>[] {
  const points = analysis.places.filter(({ of }) => isPoint(of));
  const at = points.indexOf(placed);
  if (at < 0) return [placed];
  const run = [placed];
  for (let i = at + 1; i < points.length && isJoined(analysis, points[i - 1]!, points[i]!); i += 1)
    run.push(points[i]!);
  for (let i = at - 1; i >= 0 && isJoined(analysis, points[i]!, points[i + 1]!); i -= 1) run.push(points[i]!);
  return [...withoutContaining(analysis, run)];
}

/** The places before a passive or "fell" as its subject; the last one, with those joined to it. */
export function subjectPlaces(analysis: ReadSentence, first: number): Placed<SettledPlace>[] {
  const points = analysis.places.filter((placed) => placed.last <= first && isPoint(placed.of));
  const last = points.at(-1);
  if (!last) return [];
  const clause = points.filter((placed) => placed.last > first - 35);
  // "The town of Sake, on the road west of Goma, was taken": what follows a comma and a preposition only describes.
  const heads = clause.filter((placed) => !isInside(analysis, placed));
  // "came from Nyamilima, in the territory of Rutshuru, which had fallen": the last place that is no area.
  const isRelative = analysis.tokens.slice(Math.max(0, first - 9), first).some(({ word }, i, near) => {
    if (!placeRuleWords.relatives.has(word)) return false;
    const at = first - near.length + i;
    return i >= near.length - 3
      ? !placeRuleWords.weakRelatives.has(word)
      : clause.some(({ last: end }) => end === at);
  });
  const head = isRelative ? (clause.findLast(({ of }) => !isWide(of)) ?? heads.at(-1)) : heads.at(-1);
  if (!head) return [];
  const at = points.indexOf(head);
  const run = [head];
  for (let i = at - 1; i >= 0; i -= 1) {
    if (isInside(analysis, points[i]!) || !isJoined(analysis, points[i]!, run[0]!)) break;
    run.unshift(points[i]!);
  }
  return [...withoutContaining(analysis, run)];
}

function isInside({ tokens }: ReadSentence, { first: start }: Placed<SettledPlace>): boolean {
  // "dans la chefferie de Bwito"
  const first = placeRuleWords.definite.has(tokens[start - 1]?.word ?? '') ? start - 1 : start;
  const before = tokens[first - 1];
  if (!before?.isWord || !placeRuleWords.prepositions.has(before.word)) return false;
  if (placeRuleWords.of.has(before.word)) {
    for (let i = first - 2; i >= Math.max(0, first - 4); i -= 1)
      if (placeRuleWords.namers.has(tokens[i]!.word)) return false;
  }
  return true;
}

function joined(analysis: ReadSentence, points: readonly Placed<SettledPlace>[]): Placed<SettledPlace>[] {
  const run = [points[0]!];
  for (const next of points.slice(1)) {
    if (!isJoined(analysis, run.at(-1)!, next)) break;
    run.push(next);
  }
  return run;
}

/** True where only "and", a comma, "the village of" or a date stands between two places. */
function isJoined({ tokens, dates }: ReadSentence, a: Placed<unknown>, b: Placed<unknown>): boolean {
  let hasJoint = false;
  if (b.first - a.last > 12) return false;
  for (let i = a.last; i < b.first; i += 1) {
    const token = tokens[i]!;
    if (token.raw === ',' || placeRuleWords.and.has(token.word)) hasJoint = true;
    else if (placeRuleWords.joints.has(token.word)) continue;
    else if (!dates.some(({ first, last }) => i >= first - 1 && i < last)) return false;
  }
  return hasJoint;
}

/** The same before a verb: "the town was taken", "y ont pris". */
export function isDefiniteBefore({ tokens }: ReadSentence, first: number): boolean {
  for (let i = first - 1; i >= 0 && i > first - 9; i -= 1) {
    if (/^[;:—–.]$/.test(tokens[i]!.raw)) return false;
    if (isDefiniteGround(tokens, i)) return true;
  }
  return false;
}

/** True where the words before a verb say "the town", "la cité" and the like as what it speaks of. */
export function hasGroundBefore({ tokens }: ReadSentence, first: number): boolean {
  for (let i = first - 1; i >= 0 && i > first - 9; i -= 1) {
    const token = tokens[i]!;
    if (/^[;:—–.]$/.test(token.raw)) return false;
    if (placeRuleWords.ground.has(token.word)) return true;
  }
  return false;
}
