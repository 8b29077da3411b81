import { createReadStream } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../bench/random.ts';
import { packageRoot } from '../../../config/package-root.ts';
import type { Language } from '../../../domain/reading/text/text.ts';
import { distanceKm } from '../../../domain/sphere.ts';
import { readPlaceCsv } from '../../../services/sources/places/place-csv.ts';
import { worldPlaces } from '../../../services/sources/places/world-places.ts';
import { readSiteCsv } from '../../../services/sources/sites/site-csv.ts';
import { readAll, valuesOf } from '../../sources/read-all.ts';
import { farSentences } from './far-sentences.ts';
import { read } from './support.ts';

const sites = valuesOf(
  await readAll(readSiteCsv, createReadStream(path.join(packageRoot, 'data', 'sites.csv'))),
).map(({ site }) => site);

const places = valuesOf(
  await readAll(readPlaceCsv, createReadStream(path.join(packageRoot, 'data', 'places.csv'))),
).map(({ place }) => place);
const bundled = [...places, ...sites.map(({ name, aliases }) => ({ name, names: aliases }))];

/** An alert needs an event nearer than this to a site, or one that names it. */
const alertKm = 100;

function alarmsOf({ language, text }: { language: Language; text: string }): string[] {
  return read(language, text)
    .filter(
      ({ latitude, longitude, siteIds }) =>
        siteIds.length > 0 ||
        (latitude !== null &&
          longitude !== null &&
          sites.some((site) => distanceKm(site, { latitude, longitude }) < alertKm)),
    )
    .map(({ rendering }) => `${text} -> ${rendering}`);
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });
const templates = [
  (town: string, country: string) => `Gunmen killed four people in ${town}, in ${country}, on Saturday.`,
  (town: string, country: string) => `In ${country}, rebels attacked the village of ${town} on Saturday.`,
  (town: string, country: string) =>
    `Soldiers shelled ${town} in northern ${country} on Friday, killing two.`,
  (town: string, country: string) => `${country}: a bomb killed nine people near ${town} on Sunday.`,
  (town: string, country: string) => `Workers of the ${town} mine in ${country} were shot dead on Saturday.`,
];

/** Sentences about towns of countries without sites, half of them called like a bundled place; none lies near a site. */
function aboutFarTowns(count: number): { language: Language; text: string }[] {
  const watched = new Set(sites.map(({ country }) => country));
  const towns = worldPlaces().filter(({ country }) => country !== null && !watched.has(country));
  const bundledNames = new Set(bundled.flatMap(({ name, names: others }) => [name, ...others]));
  const namesakes = towns.filter(({ name }) => bundledNames.has(name));
  const random = seededRandom(7);
  const sentences: { language: Language; text: string }[] = [];
  while (sentences.length < count) {
    const among = sentences.length % 2 === 0 ? towns : namesakes;
    const town = among[Math.floor(random() * among.length)]!;
    if (sites.some((site) => distanceKm(site, town) < 3 * alertKm)) continue;
    const template = templates[sentences.length % templates.length]!;
    sentences.push({ language: 'en', text: template(town.name, countryNames.of(town.country!)!) });
  }
  return sentences;
}

describe('a sentence about a country without watched sites', () => {
  it('raises no alert, in 100 that were written to', () => {
    expect(farSentences.length).toBeGreaterThanOrEqual(100);
    expect(farSentences.flatMap(alarmsOf)).toEqual([]);
  });

  it('raises no alert, in 500 of towns of the world', () => {
    expect(aboutFarTowns(500).flatMap(alarmsOf)).toEqual([]);
  });
});
