import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../services/api/server.ts';
import { readSiteRisk } from '../../services/assessing/site-risk.ts';
import { collectEvents, collectRetraction, collectSites } from '../../services/collecting/collect.ts';
import { findSiteNo } from '../../services/database/sites/site-query.ts';
import {
  collectedOf,
  inputOf,
  type Region,
  type Saying,
  sayings,
  siteCount,
  sitesOf,
} from '../support/generated-events.ts';
import { startPipeline, type TestPipeline, testSite } from '../support/pipeline.ts';
import { serve } from '../support/serve.ts';
import { expectAnswerAddsUp, type ShownRisk } from './answer-by-hand.ts';
import { day, type Said, type Telling, textOfHand, textOfSignal, workOut } from './risk-by-hand.ts';

const start = new Date('2024-06-01T08:00:00Z');

type Operation = {
  /** Which of the run's events it is about. */
  event: number;
  /** What is said of it; null: it is retracted. */
  saying: Saying | null;
  hoursAfterTheLast: number;
  /** Where one of the run's sites is told to be at the same time, from the middle of the region. */
  move: { site: number; north: number; east: number } | null;
  waitsAfter: boolean;
};

/** Where a site was held to be from when on. */
type Position = { from: Date; latitude: number; longitude: number };

const operations: fc.Arbitrary<Operation[]> = fc.array(
  fc.record({
    event: fc.integer({ min: 0, max: 5 }),
    saying: fc.option(
      sayings(
        fc.oneof(
          { weight: 4, arbitrary: fc.integer({ min: 0, max: 100 }) },
          { weight: 1, arbitrary: fc.integer({ min: 600, max: 760 }) },
        ),
        siteCount,
      ),
      { freq: 5 },
    ),
    hoursAfterTheLast: fc.integer({ min: 1, max: 300 }),
    move: fc.option(
      fc.record({
        site: fc.integer({ min: 0, max: siteCount - 1 }),
        north: fc.double({ min: -1.1, max: 1.1, noNaN: true }),
        east: fc.double({ min: -1.1, max: 1.1, noNaN: true }),
      }),
      { freq: 2 },
    ),
    waitsAfter: fc.boolean(),
  }),
  { minLength: 3, maxLength: 12 },
);

const questions = fc.array(
  fc.record({
    atDays: fc.double({ min: -20, max: 400, noNaN: true }),
    knownAtDays: fc.option(fc.double({ min: -5, max: 160, noNaN: true }), { freq: 3 }),
  }),
  { minLength: 6, maxLength: 6 },
);

/** Sources that join their own reports themselves: each of their events is an incident of its own. */
const sources = ['acled', 'ucdp-ged'];

let pipeline: TestPipeline;
let server: RunningServer;
beforeAll(async () => {
  pipeline = await startPipeline();
  server = await serve(pipeline);
});
afterAll(async () => {
  await server?.close();
  await pipeline?.stop();
});

let runs = 0;
const saidEverywhere: Telling[] = [];

async function perform(todo: readonly Operation[]) {
  const run = runs++;
  // Regions are 9° and more apart, further than any event reaches.
  const region: Region = {
    name: `run${run}`,
    latitude: -40 + 20 * (Math.floor(run / 36) % 5),
    longitude: -175 + 10 * (run % 36),
  };
  const addedAt = new Date(start.getTime() - 30 * day);
  await pipeline.addSitesAt(addedAt, ...sitesOf(region));
  const places: Position[][] = sitesOf(region).map((site) => [{ ...site, from: addedAt }]);
  const source = sources[run % sources.length]!;
  const said = new Map<number, Said[]>();
  const idOf = new Map<number, number>();
  let at = start;
  for (const { event, saying, hoursAfterTheLast, move, waitsAfter } of todo) {
    at = new Date(at.getTime() + hoursAfterTheLast * 3_600_000);
    const history = said.get(event) ?? [];
    if (saying) {
      const identity = { source, sourceEventId: `${region.name}-${event}` };
      const item = collectedOf(inputOf(saying, region, identity, at), at);
      const [outcome] = await collectEvents(pipeline.context, [item], at);
      idOf.set(event, outcome!.eventId);
      saidEverywhere.push({ at, source, occurredOn: item.event.occurredOn });
      // A source that repeats itself says nothing new, not even of an event that was retracted.
      const lastContent = history.findLast(({ content }) => content)?.content;
      if (JSON.stringify(lastContent) !== JSON.stringify(item.event))
        history.push({ at, content: item.event });
    } else if (history.length > 0) {
      await collectRetraction(pipeline.context, idOf.get(event)!, at);
      if (history.at(-1)!.content) history.push({ at, content: null });
    }
    said.set(event, history);
    if (move) {
      const place = { latitude: region.latitude + move.north, longitude: region.longitude + move.east };
      const { id } = sitesOf(region)[move.site]!;
      await collectSites(pipeline.context, [testSite({ id, ...place })], at);
      places[move.site]!.push({ ...place, from: at });
    }
    if (waitsAfter) await pipeline.idle();
  }
  await pipeline.idle();
  return { region, said, idOf, places };
}

describe('the risk of a site', () => {
  it('is what can be worked out by hand from all that was said, for any instant and any state of knowledge', async () => {
    await fc.assert(
      fc.asyncProperty(operations, questions, async (todo, asked) => {
        const { region, said, idOf, places } = await perform(todo);
        for (const [i, site] of sitesOf(region).entries()) {
          const siteNo = (await findSiteNo(pipeline.database, site.id))!;
          for (const { atDays, knownAtDays } of asked) {
            const at = new Date(start.getTime() + Math.round(atDays * day));
            const knownAt =
              knownAtDays === null ? null : new Date(start.getTime() + Math.round(knownAtDays * day));
            const { risk } = await readSiteRisk(pipeline.context, siteNo, at, knownAt, new Date());
            const place = places[i]!.findLast(({ from }) => !knownAt || from <= knownAt) ?? places[i]![0]!;
            const byHand = workOut({ ...place, id: site.id }, said, idOf, saidEverywhere, at, knownAt);
            const what = `site ${i} at ${at.toISOString()} known at ${knownAt?.toISOString()}`;
            expect(Math.abs(risk.score - byHand.score), what).toBeLessThan(1e-9);
            expect(Math.abs(risk.violence.chance - byHand.violenceChance), what).toBeLessThan(1e-9);
            expect(risk.level, what).toBe(byHand.level);
            expect(risk.signals.map(textOfSignal).sort(), what).toEqual(
              byHand.signals.map(textOfHand).sort(),
            );
          }
          await checkAnswer(site.id, asked[0]!);
        }
      }),
      { numRuns: 15 },
    );
  }, 180_000);
});

/** Asks the API for the risk of a site at an instant, and works its answer out again. */
async function checkAnswer(
  siteId: string,
  { atDays, knownAtDays }: { atDays: number; knownAtDays: number | null },
) {
  const instant = (days: number) => new Date(start.getTime() + Math.round(days * day)).toISOString();
  const query = knownAtDays === null ? '' : `&knownAt=${instant(knownAtDays)}`;
  const answer = await fetch(`${server.url}/v1/sites/${siteId}/risk?at=${instant(atDays)}${query}`, {
    headers: { authorization: 'Bearer key' },
  });
  expect(answer.status).toBe(200);
  expectAnswerAddsUp((await answer.json()) as ShownRisk);
}
