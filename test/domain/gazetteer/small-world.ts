import { findPlaces } from '../../../domain/gazetteer/find-places.ts';
import { buildGazetteer, type Gazetteer } from '../../../domain/gazetteer/gazetteer.ts';
import type { PlaceMention } from '../../../domain/gazetteer/mention.ts';
import type { Operator, Place } from '../../../domain/gazetteer/place.ts';
import { type SettledPlace, settlePlaces } from '../../../domain/gazetteer/settle-places.ts';
import type { Sentence } from '../../../domain/reading/text/text.ts';
import { tokenize } from '../../../domain/reading/text/tokens.ts';

/** A made-up country of two provinces, 300 km apart, in which several names stand for several places. */

type Rough = Pick<Place, 'name' | 'kind' | 'latitude' | 'longitude'> & Partial<Place>;

function place({ id, name, ...rest }: Rough, i: number): Place {
  return {
    id: id ?? `test:${i}`,
    name,
    names: [],
    country: 'CD',
    admin1: null,
    admin2: null,
    population: null,
    siteId: null,
    ...rest,
  };
}

const rough: Rough[] = [
  { name: 'DR Congo', names: ['RDC', 'Congo'], kind: 'country', latitude: -3, longitude: 24 },
  { name: 'Nigeria', kind: 'country', country: 'NG', latitude: 9, longitude: 9 },
  {
    name: 'North Kivu',
    names: ['Nord-Kivu'],
    kind: 'admin1',
    latitude: -0.8,
    longitude: 28.8,
    radiusKm: 138,
  },
  { name: 'South Kivu', names: ['Sud-Kivu'], kind: 'admin1', latitude: -3.1, longitude: 28.2, radiusKm: 144 },
  { name: 'Ituri', kind: 'admin1', latitude: 1.6, longitude: 29.6, radiusKm: 145 },
  { name: 'Walikale', kind: 'admin2', admin1: 'North Kivu', latitude: -1.43, longitude: 28.08, radiusKm: 56 },
  { name: 'Shabunda', kind: 'admin2', admin1: 'South Kivu', latitude: -2.69, longitude: 27.35, radiusKm: 51 },
  { name: 'Masisi', kind: 'admin2', admin1: 'North Kivu', latitude: -1.4, longitude: 28.82, radiusKm: 40 },
  { name: 'Fizi', kind: 'admin2', admin1: 'South Kivu', latitude: -4.3, longitude: 28.94, radiusKm: 51 },
  { name: 'Uvira', kind: 'admin2', admin1: 'South Kivu', latitude: -3.4, longitude: 29.14, radiusKm: 51 },
  { name: 'Walikale', kind: 'locality', admin1: 'North Kivu', latitude: -1.43049, longitude: 28.07519 },
  { name: 'Shabunda', kind: 'locality', admin1: 'North Kivu', latitude: -1.26862, longitude: 28.07055 },
  { name: 'Shabunda', kind: 'locality', admin1: 'South Kivu', latitude: -2.69154, longitude: 27.34625 },
  { name: 'Kigoma', kind: 'locality', admin1: 'North Kivu', latitude: -1.23953, longitude: 28.18236 },
  { name: 'Kigoma', kind: 'locality', admin1: 'South Kivu', latitude: -3.07652, longitude: 29.10084 },
  { name: 'Kibati', kind: 'locality', admin1: 'North Kivu', latitude: -1.58309, longitude: 29.26012 },
  { name: 'Kibati', kind: 'locality', admin1: 'North Kivu', latitude: -1.32572, longitude: 28.61017 },
  {
    name: 'Goma',
    id: 'bundled:goma',
    kind: 'locality',
    latitude: -1.67409,
    longitude: 29.22845,
    population: 144_124,
  },
  { name: 'Bukavu', id: 'bundled:bukavu', kind: 'locality', latitude: -2.49076, longitude: 28.84281 },
  { name: 'Uvira', id: 'bundled:uvira', kind: 'locality', latitude: -3.39534, longitude: 29.13779 },
  { name: 'Sake', id: 'bundled:sake', kind: 'locality', latitude: -1.57386, longitude: 29.04339 },
  { name: 'Masisi', id: 'bundled:masisi', kind: 'locality', latitude: -1.39832, longitude: 28.8183 },
  { name: 'Mubi', id: 'bundled:mubi', kind: 'locality', latitude: -1.30883, longitude: 27.89323 },
  { name: 'Bunia', id: 'bundled:bunia', kind: 'locality', latitude: 1.55941, longitude: 30.25224 },
  { name: 'Beni', id: 'bundled:beni', kind: 'locality', latitude: 0.49113, longitude: 29.47306 },
  { name: 'Nyabiondo', id: 'bundled:nyabiondo', kind: 'locality', latitude: -1.31237, longitude: 28.73109 },
  { name: 'Mbuji-Mayi', kind: 'locality', latitude: -6.15, longitude: 23.6, population: 1_000_000 },
  { name: 'Mai', kind: 'locality', latitude: -2, longitude: 20 },
  { name: 'Home', kind: 'locality', latitude: -2, longitude: 20 },
  { name: 'May', kind: 'locality', latitude: -2, longitude: 21 },
  { name: 'Kabila', kind: 'locality', latitude: -3, longitude: 21 },
  { name: 'Katunda', kind: 'locality', latitude: -3, longitude: 22 },
  { name: 'Yakutumba', kind: 'locality', latitude: -4.4, longitude: 28.9 },
  { name: 'Tudu', kind: 'locality', latitude: 4.3, longitude: 21 },
  { name: 'Zamfara', kind: 'admin1', country: 'NG', latitude: 12.1, longitude: 6.2, radiusKm: 110 },
  { name: 'Lake Kivu', names: ['lac Kivu'], kind: 'feature', latitude: -2, longitude: 29, radiusKm: 45 },
  { name: 'Bisie', names: ['Mpama'], kind: 'site', siteId: 'bisie', latitude: -1.033, longitude: 27.744 },
  { name: 'Kamoto', kind: 'site', siteId: 'kamoto', latitude: -10.7, longitude: 25.39 },
  { name: 'Kibali', kind: 'site', siteId: 'kibali', latitude: 3.11, longitude: 29.59 },
];
const operators: Operator[] = [
  { name: 'Alphamin Bisie Mining', siteIds: ['bisie'] },
  { name: 'Worldwide Copper', siteIds: ['kamoto', 'kibali'] },
];

export const smallWorld: Gazetteer = buildGazetteer(rough.map(place), operators, [
  { name: 'Mai-Mai Yakutumba', country: 'CD' },
]);

/** The text as one sentence for each full stop; enough for names. */
function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(/[^.!?]+[.!?]*\s*/g)) {
    const end = start + match[0].length;
    sentences.push({
      start,
      end,
      text: match[0],
      tokens: tokenize(match[0], start),
      paragraph: 0,
      quotes: [],
      kind: 'body',
    });
    start = end;
  }
  return sentences;
}

export function mentionsIn(text: string, gazetteer = smallWorld): PlaceMention[] {
  return findPlaces(text, sentencesOf(text), gazetteer);
}

export function settledIn(text: string, gazetteer = smallWorld): SettledPlace[] {
  return settlePlaces(mentionsIn(text, gazetteer), gazetteer);
}

/** `name kind` of each place that was settled on. */
export function namesIn(text: string): string[] {
  return settledIn(text).map(({ place }) => (place ? `${place.name} ${place.kind}` : '?'));
}
