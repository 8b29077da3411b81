import { describe, expect, it } from 'vitest';
import type { SiteContent } from '../../domain/site.ts';
import {
  asKnown,
  bundled,
  ipis,
  names,
  outcomesOf,
  query,
  setUpSites,
  store,
  toIpis,
  version,
  visit,
} from '../support/sites.ts';

setUpSites();

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
