import { defaultUncertaintyKm, type LocationPrecision } from '../precision.ts';
import { distanceKm } from '../sphere.ts';
import type { Gazetteer } from './gazetteer.ts';
import { middle, moved, roughKm } from './geometry.ts';
import type { PlaceMention } from './mention.ts';
import type { Group, WeighedSense } from './name-group.ts';
import { isArea, isOfWorld, type Place, radiusOf } from './place.ts';
import { groupMentions, weighSenses } from './senses.ts';

/** What a mention was taken for. */
export type SettledPlace = {
  mention: PlaceMention;
  /** Null where nothing is known that the name could be; areas are for context, or where nothing closer is named. */
  place: Place | null;
  latitude: number | null;
  longitude: number | null;
  locationPrecision: LocationPrecision;
  uncertaintyKm: number;
  /** Sites that the text names themselves, by their names or as those of their operator. */
  siteIds: string[];
  /** Other senses that stay possible, the likeliest first. */
  rivals: Rival[];
  /** From 0 to 1. */
  certainty: number;
};

type Rival = {
  name: string;
  latitude: number;
  longitude: number;
  country: string | null;
  admin1: string | null;
  distanceKm: number;
};

/** Senses this near to each other are one place for all that matters here. */
const samePlaceKm = 5;
const rivalShare = 0.04;
const maxRivals = 6;
/** A town of the world is left open where its namesakes have a greater share than the rest, and lie this far off, in km. */
const surelyMeant = 0.85;
const openEnoughKm = 100;
/** A city of so many people is meant, where it has so many times those of each of its namesakes. */
const cityPopulation = 50_000;
const timesAHamlet = 100;
const maxUncertaintyKm = 2000;

/** Decides what each mention stands for, in the order of the mentions. */
export function settlePlaces(mentions: readonly PlaceMention[], gazetteer: Gazetteer): SettledPlace[] {
  const { groups, groupOf } = groupMentions(mentions, gazetteer);
  weighSenses(groups, groupOf, mentions);
  const outcomes = groups.map((group) => settleGroup(group, mentions[group.mentions[0]!]!));
  return mentions.map((mention, i) => {
    const outcome = outcomes[groupOf[i]!]!;
    const other = mention.otherEnd === null ? undefined : outcomes[groupOf[mention.otherEnd]!];
    return settleMention(mention, outcome, other);
  });
}

type Outcome = Pick<SettledPlace, 'place' | 'rivals' | 'certainty' | 'siteIds'> & {
  /** How far the place may be off because the choice is open. */
  openKm: number;
};

function settleGroup(group: Group, mention: PlaceMention): Outcome {
  const { senses } = group;
  const best = senses[0];
  if (!best) return { place: null, rivals: [], certainty: 0, siteIds: [], openKm: 0 };
  // "Tudu village in Zamfara": the only Tudu that is known is elsewhere; what is known of this one is its area.
  if (group.fit.area) return { place: group.fit.area, rivals: [], certainty: 0.3, siteIds: [], openKm: 0 };
  const place = preferred(senses, best);
  let same = 0;
  let mass = 0;
  let openKm = 0;
  const rivals: Rival[] = [];
  for (const { place: other, share } of senses) {
    const km = roughKm(place, other);
    // The seat of a territory and the territory are no rivals: the one lies in the other.
    const isWithin =
      isArea(other.kind) && (!isArea(place.kind) || other.kind === place.kind) && km < radiusOf(other) * 1.2;
    if (km <= samePlaceKm || isWithin) same += share;
    else if (share >= rivalShare && rivals.length < maxRivals) {
      const { name, latitude, longitude, country, admin1 } = other;
      rivals.push({
        name,
        latitude,
        longitude,
        country,
        admin1,
        distanceKm: Math.round(distanceKm(place, other)),
      });
      if (mass < 0.92) openKm = Math.max(openKm, km);
    }
    mass += share;
  }
  const siteIds = siteIdsOf(senses, place, mention);
  const isOpen =
    isOfWorld(place) && same < surelyMeant && openKm > openEnoughKm && !isCityAmongHamlets(place, senses);
  const doubt = (mention.foundBy === 'sound' ? 0.75 : 1) * (group.fit.is === 'fit' ? 1 : 0.3);
  return {
    // A company with mines in many places is none of them, and of the world's namesakes none is meant for sure.
    place: (mention.isOperator && siteIds.length === 0) || isOpen ? null : place,
    rivals,
    certainty: Math.round(Math.min(1, same) * doubt * 100) / 100,
    siteIds,
    openKm: same >= 0.8 ? 0 : openKm,
  };
}

/** "Fresnillo" is the city, and not one of the hamlets of its name. */
function isCityAmongHamlets(place: Place, senses: readonly WeighedSense[]): boolean {
  return (
    (place.population ?? 0) >= cityPopulation &&
    senses.every(
      ({ place: other }) => other === place || (other.population ?? 0) < place.population! / timesAHamlet,
    )
  );
}

/** Of senses at one point, the best known one: of an area the bundled one, whose extent is known. */
function preferred(senses: readonly WeighedSense[], best: WeighedSense): Place {
  const reachKm = isArea(best.place.kind) ? radiusOf(best.place) : samePlaceKm;
  const near = senses.filter(
    ({ place }) => place.kind === best.place.kind && roughKm(place, best.place) <= reachKm,
  );
  if (isArea(best.place.kind)) return (near.find(({ place }) => place.radiusKm) ?? best).place;
  return near.reduce((a, b) => (b.prior > a.prior + 0.5 ? b : a), best).place;
}

/** A mine that bears the name of its village is only meant where the text speaks of a mine, or where the two are one. */
function siteIdsOf(senses: readonly WeighedSense[], place: Place, mention: PlaceMention): string[] {
  if (mention.isOperator) {
    const near = senses.filter((sense) => roughKm(sense.place, place) <= 30);
    // A company with mines in several countries names none of them by its own name.
    return near.length === senses.length || senses[0]!.share > 0.7
      ? near.flatMap((sense) => sense.place.siteId ?? [])
      : [];
  }
  if (isArea(place.kind)) return [];
  const reachKm = mention.classWord === 'site' ? samePlaceKm : 1;
  return [
    ...new Set(
      senses.flatMap(({ place: other }) =>
        other.siteId !== null && (other === place || roughKm(other, place) <= reachKm) ? [other.siteId] : [],
      ),
    ),
  ];
}

function settleMention(mention: PlaceMention, outcome: Outcome, other: Outcome | undefined): SettledPlace {
  const { place, rivals, certainty, siteIds } = outcome;
  const base = { mention, place, siteIds, rivals, certainty };
  if (!place) return { ...base, latitude: null, longitude: null, locationPrecision: 6, uncertaintyKm: 0 };
  const { latitude, longitude } = place;
  if (isArea(place.kind)) {
    const locationPrecision = place.kind === 'country' ? 6 : place.kind === 'admin1' ? 4 : 3;
    return { ...base, latitude, longitude, locationPrecision, uncertaintyKm: areaSpreadKm(place) };
  }
  if (mention.relation === 'along' && other?.place && !isArea(other.place.kind)) {
    const halfKm = distanceKm(place, other.place) / 2;
    const spreadKm = Math.max(halfKm + 3, outcome.openKm, other.openKm);
    return { ...base, ...middle(place, other.place), ...spread(spreadKm, halfKm > 60 ? 5 : 2) };
  }
  if (mention.offset) {
    const { km, bearingDeg } = mention.offset;
    if (bearingDeg === null)
      return { ...base, latitude, longitude, ...spread(Math.max(km * 1.3 + 5, outcome.openKm), 2) };
    return {
      ...base,
      ...moved(place, km, bearingDeg),
      ...spread(Math.max(15, 5 + km * 0.5, outcome.openKm), 2),
    };
  }
  // "Kherson region": the province around the city of that name.
  if (isRegionOf(mention, place)) return { ...base, latitude, longitude, ...regionSpread };
  const own = ownSpreadKm(mention, place);
  if (outcome.openKm > own) return { ...base, latitude, longitude, ...spread(outcome.openKm, 2) };
  return { ...base, latitude, longitude, ...spread(own, own > 5 ? 2 : 1) };
}

/** An area is no circle, and its point seldom its middle: what is in it may be further off than its radius. */
function areaSpreadKm(place: Place): number {
  return Math.round(radiusOf(place) * 1.6);
}

const regionSpread = { locationPrecision: 4, uncertaintyKm: 150 } as const;

function isRegionOf({ classWord }: PlaceMention, place: Place): boolean {
  return place.kind === 'locality' && (classWord === 'region' || classWord === 'admin1');
}

/** Radius in km that the wording leaves, where it is plain which place is meant. */
function ownSpreadKm({ relation, classWord, foundBy }: PlaceMention, place: Place): number {
  if (classWord === 'admin2') return 80;
  if (place.kind === 'feature' || classWord === 'feature') return Math.max(30, areaSpreadKm(place));
  if (relation === 'near' || relation === 'around' || foundBy === 'sound') return 25;
  return defaultUncertaintyKm(1);
}

function spread(
  km: number,
  least: LocationPrecision,
): Pick<SettledPlace, 'locationPrecision' | 'uncertaintyKm'> {
  const uncertaintyKm = Math.min(maxUncertaintyKm, Math.round(km));
  const locationPrecision = least === 2 && uncertaintyKm > 25 ? 3 : least;
  return { uncertaintyKm, locationPrecision };
}
