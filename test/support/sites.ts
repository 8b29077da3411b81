import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { SiteContent } from '../../domain/site.ts';
import type { CollectedSite } from '../../services/database/sites/collected-site.ts';
import { storeSites } from '../../services/database/sites/site.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export const now = new Date('2025-04-01T12:00:00Z');
export let test: TestDatabase;

/** A database for this file, without sites before each case. */
export function setUpSites(): void {
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());
  beforeEach(() => test.database.query('truncate site restart identity cascade'));
}

const content: SiteContent = {
  name: 'Bisie',
  aliases: [],
  minerals: ['cassiterite'],
  kind: 'industrial',
  operator: 'Alphamin',
  country: 'CD',
  admin1: 'North Kivu',
  latitude: -1.03,
  longitude: 27.74,
  status: 'operating',
};

export type Change = Partial<Omit<CollectedSite, 'site'>> & { site?: Partial<SiteContent> };

export function bundled({ site, ...change }: Change = {}): CollectedSite {
  const base = { dataset: 'orewatch', recordId: 'bisie', siteId: 'bisie', sameAs: [], visits: [] };
  return { ...base, ...change, site: { ...content, ...site } };
}

export function ipis({ site, ...change }: Change = {}): CollectedSite {
  const own: Partial<SiteContent> = {
    name: 'Bisie Mpama',
    aliases: ['Mpama'],
    operator: null,
    kind: 'artisanal',
    status: 'unknown',
  };
  const record = { dataset: 'ipis', recordId: 'codmine00396', siteId: 'ipis-codmine00396' };
  return bundled({ ...record, ...change, site: { ...own, latitude: -1.04, ...site } });
}

export const toIpis = [{ dataset: 'ipis', recordId: 'codmine00396' }];

export function visit(visitId: string, workers = 10) {
  const presence = { armedPresence: true, interference: null, armedGroups: ['FDLR'] };
  return { visitId, visitedOn: visitId.split('/')[1]!, workers, ...presence, content: {} };
}

export const by = { author: 'Ada', key: null };
export const store = (...items: CollectedSite[]) =>
  inTransaction(test.database, (client) => storeSites(client, items, now, by));
export const outcomesOf = async (...items: CollectedSite[]) =>
  (await store(...items)).outcomes.map(({ outcome, siteId }) => `${siteId} ${outcome}`);
export const query = async (sql: string) => (await test.database.query(sql)).rows;
export const version = async () => (await query('select version from site_set'))[0].version;
export const names = async () =>
  (await query('select name, dataset from site_name order by name')).map(
    (row) => `${row.name} (${row.dataset})`,
  );

export const asKnown = {
  ...{ outcome: 'unchanged', siteId: 'bisie', isWithdrawn: false, idTakenBy: null, beside: null },
  ...{ newVisits: 0, changedVisits: 0, olderVisits: 0 },
};
