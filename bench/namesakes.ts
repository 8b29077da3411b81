import { riskPolicy } from '../config/risk-policy.ts';
import type { Gazetteer } from '../domain/gazetteer/gazetteer.ts';
import type { Place } from '../domain/gazetteer/place.ts';
import { buildActorLexicon } from '../domain/reading/actors/actor-lexicon.ts';
import { readReport } from '../domain/reading/read-report.ts';
import { distanceKm } from '../domain/sphere.ts';
import { readKnownActors } from '../services/sources/actors.ts';
import { worldPlaces } from '../services/sources/places/world-places.ts';
import { readBundledGazetteer } from './bundled-gazetteer.ts';
import { seededRandom } from './random.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
/** So many towns are read; all of the world would take an hour. */
const sampleSize = 10_000;
/** An event further off than this is one of another town. */
const farKm = 200;

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

/** Reads "Gunmen killed four people in X, in COUNTRY, on Saturday." for towns of the world, and prints how many are taken for others. */
export async function reportNamesakes(whosOnFirstFiles: readonly string[]): Promise<void> {
  const towns = sampled(worldPlaces().filter(({ country }) => country !== null));
  say(`"Gunmen killed four people in X, in COUNTRY, on Saturday.": ${towns.length} towns of the world`);
  report('bundled places only', towns, await readBundledGazetteer([], { withTowns: false }));
  if (whosOnFirstFiles.length > 0)
    report("and Who's On First", towns, await readBundledGazetteer(whosOnFirstFiles, { withTowns: false }));
  report('and the world', towns, await readBundledGazetteer(whosOnFirstFiles));
}

function sampled(towns: readonly Place[]): Place[] {
  const random = seededRandom(1);
  return Array.from({ length: sampleSize }, () => towns[Math.floor(random() * towns.length)]!);
}

function report(name: string, towns: readonly Place[], gazetteer: Gazetteer): void {
  const knowledge = { gazetteer, actors: buildActorLexicon(readKnownActors()) };
  let near = 0;
  let far = 0;
  for (const town of towns) {
    const text = `Gunmen killed four people in ${town.name}, in ${countryNames.of(town.country!)}, on Saturday.`;
    const { events } = readReport(
      { title: null, text, language: 'en', publishedOn: '2025-06-16' },
      knowledge,
    );
    const counted = events.flatMap(({ latitude, longitude, certainty }) =>
      latitude === null || longitude === null || certainty < riskPolicy.reading.doubtfulBelow
        ? []
        : [distanceKm(town, { latitude, longitude })],
    );
    if (counted.some((km) => km > farKm)) {
      far++;
      if (process.argv.includes('--misses')) say(`  ${text} -> ${events.map(({ place }) => place)}`);
    } else if (counted.length > 0) near++;
  }
  const percent = (count: number) => `${((100 * count) / towns.length).toFixed(2)} %`;
  say(`  ${name.padEnd(24)} ${percent(far)} more than ${farKm} km off, ${percent(near)} within`);
}
