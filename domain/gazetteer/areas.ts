import { wordsOf } from '../reading/text/fold.ts';
import { isWellKnown } from './gazetteer.ts';
import { roughKm } from './geometry.ts';
import type { PlaceMention } from './mention.ts';
import type { Fit, Group } from './name-group.ts';
import { isArea, type Place, radiusOf } from './place.ts';

/** What the provinces, territories and countries that a text names say about its other places. */

export type AreaInText = { place: Place; group: Group; names: ReadonlySet<string>; at: number[] };

/** A text that names more areas is no report. */
const maxAreas = 24;
/** An area named further off than this says nothing of where a place lies. */
const besideLength = 90;
/** Neighbours further off than this are no neighbours. */
const aloneKm = 130;
const usedMentions = 8;
/** What it counts that a place is said to be in an area; beside 1.2 where the area is named in the same breath. */
const saidWeight = 2.4;

/** The areas that the text names for sure; a town stands for the territory of its name too. */
export function areasIn(groups: readonly Group[], mentions: readonly PlaceMention[]): AreaInText[] {
  const areas: AreaInText[] = [];
  for (const group of groups) {
    const place = areaMeant(group);
    if (!place) continue;
    const names = new Set([place.name, ...place.names].map((name) => wordsOf(name).join(' ')));
    areas.push({ place, group, names, at: group.mentions.slice(0, 12).map((i) => mentions[i]!.start) });
    if (areas.length >= maxAreas) break;
  }
  return areas;
}

function areaMeant({ senses }: Group): Place | null {
  const best = senses[0];
  if (!best) return null;
  if (!isArea(best.place.kind)) {
    const around = senses.find(
      ({ place }) => place.kind === 'admin2' && roughKm(place, best.place) < radiusOf(place),
    );
    return best.share > 0.5 ? (around?.place ?? null) : null;
  }
  // Two gazetteers may both have the area.
  const same = senses.filter(
    ({ place }) => place.kind === best.place.kind && roughKm(place, best.place) < radiusOf(best.place),
  );
  const mass = same.reduce((sum, sense) => sum + sense.share, 0);
  return mass < 0.5 ? null : (same.find(({ place }) => place.radiusKm) ?? best).place;
}

/** How well a sense of a name fits the areas of the text, from 0 to 6; `said` as `saidAreas` tells. */
export function areaSupport(
  place: Place,
  group: Group,
  areas: readonly AreaInText[],
  said: ReadonlySet<number>,
  mentions: readonly PlaceMention[],
): number {
  let sum = 0;
  for (const area of areas) {
    if (area.group === group) continue;
    // The province named again is the province: its namesakes in it are not meant.
    if (area.names.has(group.name) && isArea(place.kind)) {
      sum += area.place === place || area.place.kind === place.kind ? 3 : 0;
      continue;
    }
    const weight = area.at.some((start) => said.has(start)) ? saidWeight : nearness(group, area.at, mentions);
    sum += weight * membership(place, area);
  }
  return Math.min(6, sum);
}

/** Where the areas are named in which the text says outright that a place lies: "Florencia, Caquetá". */
export function saidAreas({ mentions: own }: Group, mentions: readonly PlaceMention[]): Set<number> {
  return new Set(
    own.slice(0, usedMentions).flatMap((i) => {
      const within = mentions[i]!.within;
      return within === undefined ? [] : [mentions[within]!.start];
    }),
  );
}

/** From 0 to about 3: how well a place lies in an area. A province counts more than a country, a territory most. */
function membership(place: Place, { place: area, names }: AreaInText): number {
  if (area.kind === 'country') return place.country !== null && place.country === area.country ? 1.2 : 0;
  const isNamed = (name: string | null) => name !== null && names.has(wordsOf(name).join(' '));
  if (area.kind === 'admin1' && isNamed(place.admin1)) return 2.2;
  if (area.kind === 'admin2' && isNamed(place.admin2)) return 3;
  const radius = radiusOf(area);
  const km = roughKm(place, area);
  if (km < radius) return area.kind === 'admin1' ? 1.8 : 3 - km / radius;
  // Areas are no circles: what lies a little outside of one may still be in it.
  return km < radius * 2 ? (area.kind === 'admin1' ? 1.4 : 2) * (2 - km / radius) : 0;
}

/** More than 1 where an area is named in the same breath, 0.3 far off in the text. */
function nearness(group: Group, at: readonly number[], mentions: readonly PlaceMention[]): number {
  const gap = gapTo(group, at, mentions);
  return gap < 80 ? 1.2 : gap < 250 ? 0.9 : gap < 800 ? 0.55 : 0.3;
}

function gapTo(group: Group, at: readonly number[], mentions: readonly PlaceMention[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const i of group.mentions.slice(0, usedMentions)) {
    for (const start of at) least = Math.min(least, Math.abs(mentions[i]!.start - start));
  }
  return least;
}

/** Whether a hamlet can be where its likeliest sense is; if not, another one of its name is meant, which is not known. */

/** Compares the likeliest sense of a name with the areas and places that the text names right beside it. */
export function fitOf(
  group: Group,
  areas: readonly AreaInText[],
  neighbours: readonly Group[],
  mentions: readonly PlaceMention[],
): Fit {
  const fit: Fit = { is: 'fit', area: null };
  const place = group.senses[0]?.place;
  if (!place || isArea(place.kind) || place.kind === 'site') return fit;
  const said = saidAreas(group, mentions);
  const beside = areas.filter(
    (area) =>
      area.place.kind !== 'country' &&
      area.group !== group &&
      // Of a known place only what the text says outright counts: it may be named beside an area that it is not in.
      (isWellKnown(place)
        ? area.at.some((start) => said.has(start))
        : gapTo(group, area.at, mentions) < besideLength),
  );
  const isInside = beside.some(
    (area) => roughKm(place, area.place) < radiusOf(area.place) * 2 + 10 || membership(place, area) > 2,
  );
  if (isInside) return fit;
  if (beside.length > 0) {
    const smallest = beside.reduce((a, b) => (radiusOf(b.place) < radiusOf(a.place) ? b : a));
    return { is: 'astray', area: smallest.place };
  }
  return !isWellKnown(place) && isAlone(group, place, neighbours, mentions)
    ? { is: 'alone', area: null }
    : fit;
}

function isAlone(
  group: Group,
  place: Place,
  neighbours: readonly Group[],
  mentions: readonly PlaceMention[],
): boolean {
  let hasSure = false;
  for (const { senses, mentions: own } of neighbours) {
    const other = senses[0];
    if (!other || other.share < 0.6 || other.place.kind === 'country' || other.place.kind === 'admin1')
      continue;
    const at = own.slice(0, usedMentions).map((i) => mentions[i]!.start);
    if (gapTo(group, at, mentions) > besideLength) continue;
    if (roughKm(other.place, place) < aloneKm) return false;
    hasSure = true;
  }
  return hasSure;
}
