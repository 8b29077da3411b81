import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../domain/time.ts';
import { addEvent, addSite, eventLike, type Json, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const siteNo = await addSite(api, 'besieged');
  for (let i = 0; i < 130; i++) {
    const day = addDays('2025-03-19', -(i % 20));
    await addEvent(api, eventLike(`b${i}`, { occurredOn: day }), { siteNo, distanceKm: (i % 40) / 4 });
  }
  for (let i = 0; i < 101; i++) {
    const vague = eventLike(`v${i}`, { locationPrecision: 4 });
    await addEvent(api, vague, { siteNo, distanceKm: 30 });
  }
});
afterAll(() => api.stop());

const sum = (parts: Json[], partOf: (part: Json) => number): number =>
  parts.reduce((total: number, part: Json) => total + partOf(part), 0);

describe('the risk of a site amid very many events', () => {
  const read = () => api.get('/v1/sites/besieged/risk?at=2025-03-20T12:00:00Z');

  test('names the strongest contributions and signals, and counts the others', async () => {
    const risk = await read();
    expect([risk.contributions.length, risk.furtherContributions.count]).toEqual([100, 30]);
    expect([risk.signals.length, risk.furtherSignals.count > 20]).toEqual([20, true]);
    expect([risk.context.length, risk.furtherContext]).toEqual([100, 1]);
    const least = risk.contributions.at(-1).expected;
    expect(risk.furtherContributions.expected).toBeLessThanOrEqual(30 * least);
  });

  test('sums up by hand from its answer alone, with what is counted', async () => {
    const risk = await read();
    const { furtherContributions: others, furtherSignals, background } = risk;
    const lambda = background + sum(risk.contributions, (c) => c.expected) + others.expected;
    expect(Math.abs(risk.violenceChance - 100 * (1 - Math.exp(-lambda)))).toBeLessThan(1e-9);
    const harm =
      background +
      sum(risk.contributions, (c) => c.expected * c.kept) +
      others.expected * others.kept +
      sum(risk.signals, ({ chances }) => sum(chances, (c) => c.expected)) +
      furtherSignals.expected;
    expect(Math.abs(risk.expectedHarm - harm)).toBeLessThan(1e-9);
    const shares =
      background / harm +
      sum(risk.contributions, (c) => c.share) +
      others.share +
      sum(risk.signals, ({ chances }) => sum(chances, (c) => c.share)) +
      furtherSignals.share;
    expect(Math.abs(shares - 1)).toBeLessThan(1e-9);
  });
});
