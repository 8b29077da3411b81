import { type IndexedSites, indexForLinking } from '../../domain/sites/link.ts';
import type { Database, Queryable } from '../database/pool.ts';
import { readSitePositions, readSiteSetVersion } from '../database/sites/site-position.ts';

const cache = new WeakMap<Database, { version: number; indexed: IndexedSites }>();

/**
 * The index over all sites, made anew when the set of sites has changed since. It reads the version by `client`,
 * inside the transaction that links: an event that commits after a site has been added then sees that site.
 */
export async function loadIndexedSites(database: Database, client: Queryable): Promise<IndexedSites> {
  const version = await readSiteSetVersion(client);
  const cached = cache.get(database);
  if (cached?.version === version) return cached.indexed;
  const indexed = indexForLinking(await readSitePositions(client));
  cache.set(database, { version, indexed });
  return indexed;
}
