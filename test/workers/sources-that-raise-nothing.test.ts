import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPipeline, type TestPipeline, today } from '../support/pipeline.ts';

const mine = { latitude: -1, longitude: 27 };
const gdelt = { source: 'gdelt', ...mine, confidence: 'provisional', deaths: null } as const;
const kinds = [
  { type: 'Battles', subType: 'Armed clash' },
  { type: 'Violence against civilians', subType: 'Attack' },
  { type: 'Explosions/Remote violence', subType: 'Air/drone strike' },
  { type: 'Battles', subType: 'Non-state actor overtakes territory' },
] as const;

describe('what GDELT alone tells', () => {
  let pipeline: TestPipeline;

  beforeEach(async () => {
    pipeline = await startPipeline();
    await pipeline.addSites({ id: 'mine', ...mine });
    await pipeline.subscribe('buyer@example.org', { sites: ['mine'] });
  });
  afterEach(() => pipeline?.stop());

  const alerts = async () => (await pipeline.database.query('select from alert')).rowCount;
  const risk = async () => (await pipeline.database.query('select level, score from site_risk')).rows[0];
  /** A hundred events of every kind at the mine itself. */
  const many = Array.from({ length: 100 }, (_, i) => ({
    ...gdelt,
    ...kinds[i % kinds.length]!,
    sourceEventId: `many-${i}`,
    actors: [`Group ${i}`],
  }));

  it('raises no score and no alert, however often it says so and whatever it tells', async () => {
    await pipeline.post(...many, { ...many[0]!, sourceEventId: 'named', siteIds: ['mine'], deaths: 40 });
    expect(await alerts()).toBe(0);
    expect(await pipeline.mails()).toHaveLength(0);
    expect(await risk()).toMatchObject({ level: 'unknown', score: expect.closeTo(0.4, 1) });
  });

  it('stands beside what another source tells of the same, and that alone is weighed', async () => {
    await pipeline.post({ ...gdelt, sourceEventId: 'clash', occurredOn: today() });
    expect(await alerts()).toBe(0);
    const told = { source: 'news', sourceEventId: 'told', ...mine, occurredOn: today(), deaths: 3 } as const;
    await pipeline.post(told);
    expect(await alerts()).toBe(1);
    const { rows } = await pipeline.database.query(
      `select event.source from incident_member m join event on event.id = m.event_id order by 1`,
    );
    expect(rows.map(({ source }) => source)).toEqual(['gdelt', 'news']);
    const before = await risk();
    await pipeline.post(...many);
    expect(await risk()).toEqual(before);
  });
});
