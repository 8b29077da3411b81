import { wordsOf } from '../reading/text/fold.ts';
import { areaSupport, areasIn, fitOf, saidAreas } from './areas.ts';
import { type Gazetteer, isWatched, isWellKnown, prominenceOf } from './gazetteer.ts';
import { bearing, roughKm } from './geometry.ts';
import type { PlaceMention } from './mention.ts';
import type { Group, WeighedSense } from './name-group.ts';
import type { Place, PlaceClass } from './place.ts';

/** Weighs what a name can stand for, by the name itself and by the other places of the text. */

/** Senses beyond so many, in the order of their priors, are not looked at, nor are groups further off than these. */
const maxSenses = 16;
const neighboursEachSide = 7;
const sensesOfNeighbour = 6;

/** Groups the mentions by name, with the prior weight of each sense. */
export function groupMentions(
  mentions: readonly PlaceMention[],
  gazetteer: Gazetteer,
): { groups: Group[]; groupOf: Int32Array } {
  const byKey = new Map<string, number>();
  const groups: Group[] = [];
  const groupOf = new Int32Array(mentions.length);
  mentions.forEach((mention, i) => {
    const name = wordsOf(mention.name).join(' ');
    const key = `${name}|${mention.classWord ?? ''}|${mention.isOperator}`;
    let at = byKey.get(key);
    if (at === undefined) {
      at = groups.length;
      byKey.set(key, at);
      groups.push({
        name,
        classWord: mention.classWord,
        mentions: [],
        senses: sensesOf(mention, name, gazetteer),
        fit: { is: 'fit', area: null },
      });
    }
    groups[at]!.mentions.push(i);
    groupOf[i] = at;
  });
  return { groups, groupOf };
}

function sensesOf(mention: PlaceMention, name: string, gazetteer: Gazetteer): WeighedSense[] {
  const senses = withoutNamesakesOfAreas(mention).map((place) => ({
    place,
    prior: priorOf(place, mention, name) + (isWatched(gazetteer, place) ? watchedWeight : 0),
    share: 0,
  }));
  senses.sort((a, b) => b.prior - a.prior);
  if (senses.length > maxSenses) senses.length = maxSenses;
  share(senses, (sense) => sense.prior);
  return senses;
}

/** A hamlet that bears the name of its province or country is meant only where the text calls it a village. */
function withoutNamesakesOfAreas({ candidates, classWord }: PlaceMention): Place[] {
  const places = [...new Set(candidates)];
  if (classWord === 'locality' || classWord === 'seat') return places;
  const isLarge = places.some(({ kind }) => kind === 'country' || kind === 'admin1');
  return isLarge ? places.filter((place) => place.kind !== 'locality' || isWellKnown(place)) : places;
}

/** What the class word says for each kind of place. */
const classWeights: Record<PlaceClass, Partial<Record<Place['kind'], number>>> = {
  country: { country: 6 },
  admin1: { admin1: 6, admin2: 1, locality: -1, site: -3 },
  admin2: { admin2: 6, admin1: 1, locality: -1, site: -3 },
  region: { admin1: 3, admin2: 3, feature: 2, locality: 1 },
  locality: { locality: 3, feature: 1, site: 0, country: -4, admin1: -3, admin2: -3 },
  seat: { locality: 4, country: -4, admin1: -3, admin2: -3 },
  site: { site: 5, locality: 1, country: -4, admin1: -3, admin2: -3 },
  feature: { feature: 5, locality: 1, site: -1, admin2: -1, country: -3, admin1: -2 },
};
const watchedWeight = 1.2;
const usualWeights: Partial<Record<Place['kind'], number>> = {
  country: 1.5,
  admin1: 1.5,
  locality: 2,
  site: -0.5,
  feature: -0.5,
};

function priorOf(place: Place, mention: PlaceMention, name: string): number {
  const weights = mention.classWord ? classWeights[mention.classWord] : usualWeights;
  const isAlias = wordsOf(place.name).join(' ') !== name;
  return prominenceOf(place) + (weights[place.kind] ?? 0) - (isAlias ? 1 : 0);
}

function share(senses: WeighedSense[], scoreOf: (sense: WeighedSense) => number): void {
  let highest = Number.NEGATIVE_INFINITY;
  const scores = senses.map(scoreOf);
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  senses.forEach((sense, i) => {
    sense.share = Math.exp(scores[i]! - highest);
    sum += sense.share;
  });
  for (const sense of senses) sense.share /= sum;
  senses.sort((a, b) => b.share - a.share);
}

/**
 * Settles the shares of all senses by the text: the areas that it names, the places around, the distances that it
 * tells. Twice, so that what was settled helps to settle the rest. Each group is compared with a bounded number of
 * others: time grows with the number of groups.
 */
export function weighSenses(
  groups: readonly Group[],
  groupOf: Int32Array,
  mentions: readonly PlaceMention[],
): void {
  const areas = areasIn(groups, mentions);
  for (let round = 0; round < 2; round++) {
    const shares = groups.map((group) => {
      if (group.senses.length < 2) return null;
      const neighbours = neighboursOf(group, groups, groupOf);
      const said = saidAreas(group, mentions);
      return group.senses.map(
        (sense) =>
          sense.prior +
          areaSupport(sense.place, group, areas, said, mentions) +
          coherence(sense.place, neighbours) +
          distanceSupport(sense.place, group, groups, groupOf, mentions),
      );
    });
    groups.forEach((group, i) => {
      const scores = shares[i];
      if (!scores) return;
      const byPlace = new Map(group.senses.map((sense, k) => [sense, scores[k]!]));
      share(group.senses, (sense) => byPlace.get(sense)!);
    });
  }
  for (const group of groups) {
    group.fit = fitOf(group, areas, neighboursOf(group, groups, groupOf), mentions);
  }
}

function neighboursOf(group: Group, groups: readonly Group[], groupOf: Int32Array): Group[] {
  const found = new Set<Group>();
  const look = (from: number, step: number) => {
    let taken = 0;
    // Repetitions of few names are passed over, but not for ever.
    for (let i = from, looks = 0; i >= 0 && i < groupOf.length && looks < 60; i += step, looks++) {
      const other = groups[groupOf[i]!]!;
      if (other.name === group.name || found.has(other)) continue;
      found.add(other);
      if (++taken >= neighboursEachSide) return;
    }
  };
  look(group.mentions[0]! - 1, -1);
  look(group.mentions[0]! + 1, 1);
  return [...found];
}

/** The nearer the likely senses of the other places, the better. */
function coherence(place: Place, neighbours: readonly Group[]): number {
  let sum = 0;
  for (const { senses } of neighbours) {
    let best = 0;
    for (let k = 0; k < senses.length && k < sensesOfNeighbour; k++) {
      const { place: other, share } = senses[k]!;
      if (share < 0.05 || other.kind === 'country' || other.kind === 'admin1') continue;
      best = Math.max(best, share * Math.exp(-roughKm(place, other) / 70));
    }
    sum += best;
  }
  return 2.2 * Math.min(3, sum);
}

/** "30 km from", "north of": the sense at that distance of the other place. */
function distanceSupport(
  place: Place,
  group: Group,
  groups: readonly Group[],
  groupOf: Int32Array,
  mentions: readonly PlaceMention[],
): number {
  let sum = 0;
  for (const i of group.mentions.slice(0, 8)) {
    const told = mentions[i]!.distanceTo;
    if (!told) continue;
    const other = groups[groupOf[told.mention]!];
    if (!other || other === group) continue;
    let best = 0;
    for (const { place: anchor, share } of other.senses.slice(0, sensesOfNeighbour)) {
      const km = roughKm(place, anchor);
      const fit =
        told.km === null ? Math.exp(-km / 40) : Math.exp(-Math.abs(km - told.km) / (6 + told.km * 0.3));
      const turn = told.bearingDeg === null ? 0 : turnBetween(told.bearingDeg, bearing(anchor, place));
      best = Math.max(best, share * fit * (turn > 80 ? 0.3 : 1));
    }
    sum += 3.5 * best;
  }
  return Math.min(5, sum);
}

function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % 360;
  return turn > 180 ? 360 - turn : turn;
}
