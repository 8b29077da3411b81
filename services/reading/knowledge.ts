import { buildGazetteer, type Gazetteer } from '../../domain/gazetteer/gazetteer.ts';
import { withWorld } from '../../domain/gazetteer/world.ts';
import { type ActorLexicon, buildActorLexicon } from '../../domain/reading/actors/actor-lexicon.ts';
import { readPlaceSetVersion, readPlaces } from '../database/places/place.ts';
import type { Database } from '../database/pool.ts';
import { readKnownActors } from '../sources/actors.ts';
import { loadBundledPlaces } from '../sources/places/place-bundled.ts';
import { worldPlaces } from '../sources/places/world-places.ts';

/** What the reader knows before it reads: the places there are, and the actors. */
export type Knowledge = { gazetteer: Gazetteer; actors: ActorLexicon };

type Loaded = { version: string; knowledge: Promise<Knowledge> };

const loaded = new WeakMap<Database, Loaded>();

/**
 * The gazetteer and the actors, loaded once per process and again when the gazetteer has changed: about a second for
 * 65,000 places. A process that reads for the first time makes sure that the bundled places are in the database.
 */
export async function loadKnowledge(database: Database): Promise<Knowledge> {
  if (!loaded.has(database)) await loadBundledPlaces(database, new Date());
  const version = await readPlaceSetVersion(database);
  const known = loaded.get(database);
  if (known?.version === version) return known.knowledge;
  const knowledge = build(database);
  loaded.set(database, { version, knowledge });
  // What failed is tried again the next time.
  knowledge.catch(() => loaded.delete(database));
  return knowledge;
}

async function build(database: Database): Promise<Knowledge> {
  const actors = readKnownActors();
  const { places, operators } = await readPlaces(database);
  const names = actors.flatMap(({ name, aliases, country }) =>
    [name, ...aliases].map((spelling) => ({ name: spelling, country })),
  );
  return {
    gazetteer: buildGazetteer(withWorld(places, worldPlaces()), operators, names),
    actors: buildActorLexicon(actors),
  };
}
