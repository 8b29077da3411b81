import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SiteContent } from '../../domain/site.ts';
import type { CollectedSite, SiteOutcome } from '../../services/database/sites/collected-site.ts';
import { storeSites } from '../../services/database/sites/site.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const now = new Date('2025-04-01T12:00:00Z');
let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(() => test.database.query('truncate site restart identity cascade'));

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

type Change = Partial<Omit<CollectedSite, 'site'>> & { site?: Partial<SiteContent> };

function bundled({ site, ...change }: Change = {}): CollectedSite {
  const base = { dataset: 'orewatch', recordId: 'bisie', siteId: 'bisie', sameAs: [], visits: [] };
  return { ...base, ...change, site: { ...content, ...site } };
}

function ipis({ site, ...change }: Change = {}): CollectedSite {
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

const toIpis = [{ dataset: 'ipis', recordId: 'codmine00396' }];

function visit(visitId: string, workers = 10) {
  const presence = { armedPresence: true, interference: null, armedGroups: ['FDLR'] };
  return { visitId, visitedOn: visitId.split('/')[1]!, workers, ...presence, content: {} };
}

const by = { author: 'Ada', key: null };
const store = (...items: CollectedSite[]) =>
  inTransaction(test.database, (client) => storeSites(client, items, now, by));
const outcomesOf = async (...items: CollectedSite[]) =>
  (await store(...items)).outcomes.map(({ outcome, siteId }) => `${siteId} ${outcome}`);
const query = async (sql: string) => (await test.database.query(sql)).rows;
const version = async () => (await query('select version from site_set'))[0].version;
const names = async () =>
  (await query('select name, dataset from site_name order by name')).map(
    (row) => `${row.name} (${row.dataset})`,
  );

const asKnown = {
  ...{ outcome: 'unchanged', siteId: 'bisie', isWithdrawn: false, idTakenBy: null, beside: null },
  ...{ newVisits: 0, changedVisits: 0, olderVisits: 0 },
};

describe('storing sites', () => {
  it('makes new sites, to be linked to past events', async () => {
    const before = await version();
    const { outcomes, toLink } = await store(bundled(), bundled({ recordId: 'b', siteId: 'b' }));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['new', 'new']);
    expect(toLink).toHaveLength(2);
    expect(await version()).toBe(before + 1);
    expect((await query(`select commodities from site where id = 'bisie'`))[0].commodities).toEqual(['tin']);
  });

  it('changes nothing the second time', async () => {
    await store(bundled({ sameAs: toIpis, visits: [visit('x/2020-01-01')] }));
    const before = await version();
    const { outcomes, toLink } = await store(bundled({ sameAs: toIpis, visits: [visit('x/2020-01-01')] }));
    expect(outcomes).toEqual([asKnown]);
    expect(toLink).toEqual([]);
    expect(await version()).toBe(before);
    expect(await query('select * from site_record where revision > 0')).toHaveLength(1);
  });

  it('keeps what a dataset said before as history', async () => {
    await store(bundled());
    expect(await outcomesOf(bundled({ site: { status: 'suspended' } }))).toEqual(['bisie changed']);
    const revisions = await query(
      `select revision, content ->> 'status' as status from site_record order by revision`,
    );
    expect(revisions).toEqual([
      { revision: 1, status: 'operating' },
      { revision: 2, status: 'suspended' },
    ]);
    expect((await query('select status from site'))[0].status).toBe('suspended');
  });

  it('notes that a site has moved, and only then that it is to be linked again', async () => {
    const [siteNo] = (await store(bundled())).toLink;
    expect((await store(bundled({ site: { operator: 'Other' } }))).toLink).toEqual([]);
    const before = await version();
    expect((await store(bundled({ site: { latitude: -1.05 } }))).toLink).toEqual([siteNo]);
    expect(await version()).toBe(before + 1);
    expect((await query('select location_revision from site'))[0].location_revision).toBe(2);
  });
});

describe('two datasets that describe one site', () => {
  it('make one site where one of them names the record of the other, whichever comes first', async () => {
    await store(bundled({ sameAs: toIpis }));
    expect(await outcomesOf(ipis())).toEqual(['bisie changed']);
    expect(await outcomesOf(ipis())).toEqual(['bisie unchanged']);
    expect(await query('select id from site')).toEqual([{ id: 'bisie' }]);
  });

  it('make one site, under its first id, where the one that names the other comes last', async () => {
    await store(ipis());
    expect(await outcomesOf(bundled({ sameAs: toIpis }))).toEqual(['ipis-codmine00396 changed']);
    expect(await query('select id, name from site')).toEqual([
      { id: 'ipis-codmine00396', name: 'Bisie Mpama' },
    ]);
  });

  it('make one site where both come in one batch', async () => {
    expect(await outcomesOf(bundled({ sameAs: toIpis }), ipis())).toEqual(['bisie new', 'bisie new']);
    expect(await query('select name, kind from site')).toEqual([{ name: 'Bisie', kind: 'industrial' }]);
  });

  it('are weighed: the first decides, the other fills gaps and adds its names', async () => {
    const silent: Partial<SiteContent> = { operator: null, minerals: [], admin1: null, kind: 'unknown' };
    await store(bundled({ sameAs: toIpis, site: silent }));
    await store(ipis({ site: { operator: 'A cooperative', country: 'RW' } }));
    expect((await query('select * from site'))[0]).toMatchObject({
      name: 'Bisie',
      latitude: -1.03,
      operator: 'A cooperative',
      minerals: ['cassiterite'],
      commodities: ['tin'],
      admin1: 'North Kivu',
      kind: 'artisanal',
      country: 'CD',
    });
    expect(await names()).toEqual(['Bisie Mpama (ipis)', 'Mpama (ipis)']);
  });

  it('take back what they filled in or named when they no longer say it', async () => {
    await store(bundled({ sameAs: toIpis, site: { operator: null } }));
    await store(ipis({ site: { operator: 'A cooperative' } }));
    await store(ipis({ site: { aliases: [] } }));
    expect((await query('select operator from site'))[0].operator).toBeNull();
    expect(await names()).toEqual(['Bisie Mpama (ipis)']);
  });

  it('that use one id mean one site if it lies in the same place, and two if not', async () => {
    await store(bundled());
    const near = bundled({ dataset: 'acme', site: { name: 'Near', latitude: -1.04 } });
    const far = bundled({ dataset: 'other', site: { latitude: -2 } });
    const farther = bundled({ dataset: 'third', site: { latitude: -3 } });
    expect(await outcomesOf(near, far, farther)).toEqual(['bisie changed', 'bisie-2 new', 'bisie-3 new']);
    expect(await outcomesOf(near, far, farther)).toEqual([
      'bisie unchanged',
      'bisie-2 unchanged',
      'bisie-3 unchanged',
    ]);
  });
});

describe('a new site', () => {
  const at = (siteId: string, latitude: number, dataset = 'acme') =>
    bundled({ ...{ dataset, recordId: siteId, siteId }, site: { name: siteId, latitude } });
  const besides = async (...items: CollectedSite[]) =>
    (await store(...items)).outcomes.map(({ beside }) => beside && [beside.siteId, beside.distanceKm]);
  /** 20 m of latitude. */
  const step = 0.00018;

  it('whose id is taken tells by whom, and how far that is', async () => {
    await store(bundled());
    const far = bundled({ dataset: 'other', site: { latitude: -2.03 } });
    const { outcomes } = await store(far);
    expect(outcomes[0]).toMatchObject({
      siteId: 'bisie-2',
      idTakenBy: { siteId: 'bisie', name: 'Bisie', dataset: 'orewatch', recordId: 'bisie' },
    });
    expect(outcomes[0]!.idTakenBy!.distanceKm).toBeCloseTo(111.2, 1);
    expect((await store(far)).outcomes[0]!.idTakenBy).toBeNull();
  });

  it('whose id is taken is refused where that is asked for, and nothing is stored', async () => {
    await store(bundled());
    const taken = inTransaction(test.database, (client) =>
      storeSites(client, [at('fine', 5), bundled({ dataset: 'other', site: { latitude: -2 } })], now, by, {
        isPosted: true,
      }),
    );
    await expect(taken).rejects.toMatchObject({ takenBy: { siteId: 'bisie', dataset: 'orewatch' } });
    expect(await query('select id from site')).toEqual([{ id: 'bisie' }]);
  });

  it('tells which of those that were there lies beside it, the nearest one', async () => {
    await store(at('a', 0), at('b', 3 * step));
    expect(await besides(at('c', 2 * step, 'other'))).toEqual([['b', expect.closeTo(0.02, 3)]]);
    expect(await besides(at('c', 2 * step, 'other'))).toEqual([null]);
    expect(await besides(at('d', 10 * step))).toEqual([null]);
  });

  it('is held apart from others of a dataset that numbers its mines, and from no others', async () => {
    const numbered = (id: string, latitude: number, dataset = 'ipis') => ({
      ...at(`ipis-${id}`, latitude, dataset),
      recordId: id,
    });
    await store(at('a', 0), numbered('c1', 2 * step));
    expect(await besides(numbered('c2', 2 * step))).toEqual([['a', expect.closeTo(0.04, 3)]]);
    expect(await besides(numbered('c3', 2 * step, 'other'))).toEqual([['ipis-c2', 0]]);
  });

  it('tells the other one of its own batch, once of the two', async () => {
    expect(await besides(at('a', 0), at('b', step))).toEqual([null, ['a', expect.closeTo(0.02, 3)]]);
  });
});

describe('a site that was withdrawn', () => {
  const withdraw = (id: string) =>
    query(
      `update site set withdrawn_at = now(), withdrawn_by = 'Ada', withdrawn_reason = 'twice' where id = '${id}'`,
    );

  it('is told, and nothing of it is stored, by whatever dataset', async () => {
    await store(bundled());
    await withdraw('bisie');
    const seen = [visit('x/2020-01-01')];
    const moved = bundled({ site: { latitude: -1.05 }, visits: seen });
    const [own, others] = (await store(moved, bundled({ dataset: 'acme', visits: seen }))).outcomes;
    const nothing = { outcome: 'unchanged', siteId: 'bisie', isWithdrawn: true, newVisits: 0 };
    expect([own, others]).toMatchObject([nothing, nothing]);
    expect(await query('select latitude, withdrawn_by from site')).toEqual([
      { latitude: -1.03, withdrawn_by: 'Ada' },
    ]);
    expect(await query('select from site_visit')).toEqual([]);
  });

  it('is refused where it is posted', async () => {
    await store(bundled());
    await withdraw('bisie');
    const posted = inTransaction(test.database, (client) =>
      storeSites(client, [bundled({ dataset: 'api' })], now, by, { isPosted: true }),
    );
    await expect(posted).rejects.toMatchObject({ name: 'SiteWithdrawnError', siteId: 'bisie' });
  });

  it('stands beside no new one', async () => {
    await store(bundled());
    await withdraw('bisie');
    const [{ beside }] = (await store(bundled({ recordId: 'b', siteId: 'b' }))).outcomes as [SiteOutcome];
    expect(beside).toBeNull();
  });

  it('gives its record to the watched one that the record names: the two are one from then on', async () => {
    await store(ipis());
    expect(await outcomesOf(bundled())).toEqual(['bisie new']);
    await withdraw('bisie');
    const tied = bundled({ sameAs: toIpis, visits: [visit('x/2020-01-01')] });
    expect(await outcomesOf(tied)).toEqual(['ipis-codmine00396 changed']);
    expect(await outcomesOf(tied)).toEqual(['ipis-codmine00396 unchanged']);
    expect(await names()).toContain('Bisie (orewatch)');
    const [{ operator }] = await query(`select operator from site where id = 'ipis-codmine00396'`);
    expect(operator).toBe('Alphamin');
    expect(await query('select site.id from site_visit join site using (site_no)')).toEqual([
      { id: 'ipis-codmine00396' },
    ]);
  });
});

describe('a dataset that tells of a site once for each visit', () => {
  const seen = (day: string, site: Partial<SiteContent> = {}) =>
    ipis({ asOf: `x/${day}`, visits: [visit(`x/${day}`)], site });

  it('is taken by its newest visit, in whatever order the visits come', async () => {
    const older = seen('2015-01-01', { minerals: ['gold'] });
    const newer = seen('2020-01-01', { minerals: ['coltan'] });
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      await test.database.query('truncate site restart identity cascade');
      for (const item of order) await store(item);
      expect((await query('select minerals from site'))[0].minerals).toEqual(['coltan']);
      expect(await query('select visited_on from site_visit order by 1')).toHaveLength(2);
      expect(await outcomesOf(...order)).toEqual([
        'ipis-codmine00396 unchanged',
        'ipis-codmine00396 unchanged',
      ]);
    }
  });

  it('is not made older by a visit between two that say the same', async () => {
    await store(seen('2015-01-01'));
    await store(seen('2020-01-01'));
    await store(seen('2017-01-01', { minerals: ['gold'] }));
    expect((await query('select minerals from site'))[0].minerals).toEqual(['cassiterite']);
  });

  it('has its visits changed where a newer edition corrects them', async () => {
    await store(seen('2015-01-01'));
    const { outcomes } = await store(ipis({ visits: [visit('x/2015-01-01', 99), visit('x/2016-01-01')] }));
    expect(outcomes[0]).toMatchObject({ newVisits: 1, changedVisits: 1 });
    expect(
      (await query('select workers from site_visit order by visited_on')).map((row) => row.workers),
    ).toEqual([99, 10]);
  });
});

describe('two editions of a dataset', () => {
  const said = (edition: string, workers: number, site: Partial<SiteContent> = {}) =>
    ipis({ asOf: 'x/2020-01-01', edition, visits: [visit('x/2020-01-01', workers)], site });
  const older = said('2021-10-09', 10, { latitude: -1.03, minerals: ['gold'] });
  const newer = said('2024-02-29', 99, { latitude: -1.06, minerals: ['coltan'] });
  const known = () =>
    query('select minerals, latitude, workers, site_visit.edition from site join site_visit using (site_no)');
  const asNewer = [{ minerals: ['coltan'], latitude: -1.06, workers: 99, edition: '2024-02-29' }];

  it('leave what the newer one says, in whatever order they come', async () => {
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      await test.database.query('truncate site restart identity cascade');
      for (const item of order) await store(item);
      expect(await known()).toEqual(asNewer);
    }
  });

  it('tell what the older one would have changed, and move nothing', async () => {
    await store(newer);
    expect(await store(older)).toEqual({
      outcomes: [{ ...asKnown, siteId: 'ipis-codmine00396', olderVisits: 1 }],
      toLink: [],
    });
    expect(await query('select from site_record')).toHaveLength(1);
  });

  it('leave what the newer one says where both once said the same', async () => {
    for (const item of [said('2021-10-09', 99, newer.site), newer, older]) await store(item);
    expect(await known()).toEqual(asNewer);
  });

  it('add up in their visits: one that the newer edition has left out stays, and makes no site older', async () => {
    await store(newer);
    const visited = visit('x/2021-06-01');
    const { outcomes } = await store({ ...older, asOf: 'x/2021-06-01', visits: [visited] });
    expect(outcomes[0]).toMatchObject({ outcome: 'unchanged', newVisits: 1 });
    expect((await known())[0]).toMatchObject({ minerals: ['coltan'], latitude: -1.06 });
  });

  it('are told apart only where both are known', async () => {
    await store(newer);
    const { edition: _, ...undated } = older;
    expect((await store(undated)).outcomes[0]).toMatchObject({ outcome: 'changed', changedVisits: 1 });
  });
});

describe('many transactions at once', () => {
  it('neither wait for each other for ever nor make a site twice', async () => {
    const batch = (start: number) =>
      Array.from({ length: 60 }, (_, i) => {
        const n = String((start + i) % 100);
        return bundled({
          recordId: n,
          siteId: `site-${n}`,
          site: { name: `Site ${n}`, latitude: start / 100 },
        });
      });
    await Promise.all(
      [0, 40, 80, 20, 60, 10].map((start, i) => store(...(i % 2 ? batch(start).reverse() : batch(start)))),
    );
    expect((await query('select count(*) from site'))[0].count).toBe(100);
    expect((await query('select count(distinct record_id) as count from site_record'))[0].count).toBe(100);
  });
});
