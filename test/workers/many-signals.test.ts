import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/time.ts';
import { findAlertRevisions } from '../../services/database/alerts/alert-query.ts';
import type { EventInput } from '../../services/sources/events/event-input.ts';
import { startPipeline, type TestPipeline, today } from '../support/pipeline.ts';

let pipeline: TestPipeline;
beforeAll(async () => {
  pipeline = await startPipeline();
  await pipeline.addSites({ id: 'besieged', latitude: 0, longitude: 20 });
  await pipeline.subscribe('desk@example.org', { sites: ['besieged'] });
});
afterAll(() => pipeline?.stop());

/** An attack close to the site; its source joins its own reports, so that each stands alone. */
const attack = (i: number, daysAgo: number): Partial<EventInput> => ({
  sourceEventId: `attack-${i}`,
  occurredOn: addDays(today(), -daysAgo),
  latitude: 0.01,
  longitude: 20,
});

async function revisions() {
  const { rows } = await pipeline.database.query('select id from alert');
  return findAlertRevisions(pipeline.database, rows[0].id);
}

describe('the alert of a site with very many signals', () => {
  beforeAll(() => pipeline.post(...Array.from({ length: 70 }, (_, i) => attack(i, i % 5))));

  it('names the strongest signals and events, and counts the others', async () => {
    const [opened] = await revisions();
    expect(opened!.signals).toHaveLength(20);
    expect(opened!.furtherSignals.count).toBe(50);
    expect(opened!.evidence).toHaveLength(50);
    expect(opened!.furtherEvidence).toBe(20);
    const shares = opened!.signals.flatMap(({ chances }) => chances as { share: number }[]);
    const named = shares.reduce((sum, { share }) => sum + share, 0);
    expect(named).toBeGreaterThan(0);
    expect(named + opened!.furtherSignals.share).toBeLessThan(1);
    expect(Math.min(...shares.map(({ share }) => share))).toBeGreaterThanOrEqual(
      opened!.furtherSignals.share / 50,
    );
  });

  it('tells a new signal that is not among the strongest, once', async () => {
    await pipeline.post(attack(100, 25));
    const told = await revisions();
    expect(told.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['opened', 'level rose to severe'],
      ['updated', 'new signal at the same level: attack-on-site'],
    ]);
    expect(told[1]!.furtherSignals.count).toBe(51);
    await pipeline.post({ ...attack(100, 25), notes: 'at dawn' });
    expect(await revisions()).toHaveLength(2);
    const { rows } = await pipeline.database.query(
      `select jsonb_array_length(signals) as named, jsonb_array_length(further_signals) as further
       from assessment order by id desc limit 1`,
    );
    expect(rows[0]).toEqual({ named: 20, further: 51 });
  });
});
