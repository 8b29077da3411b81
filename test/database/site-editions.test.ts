import { describe, expect, it } from 'vitest';
import type { SiteContent } from '../../domain/site.ts';
import { asKnown, ipis, outcomesOf, query, setUpSites, store, test, visit } from '../support/sites.ts';

setUpSites();

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
