import { describe, expect, it } from 'vitest';
import type { CollectedSite, SiteOutcome } from '../../services/database/sites/collected-site.ts';
import { storeSites } from '../../services/database/sites/site.ts';
import { inTransaction } from '../../services/database/transaction.ts';
import {
  bundled,
  by,
  ipis,
  names,
  now,
  outcomesOf,
  query,
  setUpSites,
  store,
  test,
  toIpis,
  visit,
} from '../support/sites.ts';

setUpSites();

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
