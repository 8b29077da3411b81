import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import type { EventContent } from '../../domain/event.ts';
import { chanceWithin, meanOverPlace } from '../../domain/risk/place-chance.ts';
import type { Signal } from '../../domain/risk/signal.ts';
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

const day = 86_400_000;
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

/** What was said of one event, and when: the whole of what the answers must follow from. */
type Said = { at: Date; content: EventContent | null };

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
/** What was said in all runs: a source is fresh by what it told of any place. */
const saidEverywhere: { at: Date; source: string; occurredOn: string }[] = [];

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
            const byHand = workOut({ ...place, id: site.id }, said, idOf, at, knownAt);
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

type SignalByHand = { signal: string; events: Known[]; expected: number };

function textOfSignal({ signal, events, chances }: Signal): string {
  const expected = chances.reduce((sum, chance) => sum + chance.expected, 0);
  return `${signal} of ${events.map(({ eventId }) => eventId).join('+')}: ${expected.toFixed(9)}`;
}

function textOfHand({ signal, events, expected }: SignalByHand): string {
  return `${signal} of ${events.map(({ eventId }) => eventId).join('+')}: ${expected.toFixed(9)}`;
}

type Known = EventContent & { eventId: number; km: number; named: boolean };

/** The risk by the words of the glossary and the figures of the policy alone, without the product's code. */
function workOut(
  site: { id: string; latitude: number; longitude: number },
  said: ReadonlyMap<number, readonly Said[]>,
  idOf: ReadonlyMap<number, number>,
  at: Date,
  knownAt: Date | null,
) {
  const { score: s, weight: w, levelFrom, link, coverage } = riskPolicy;
  const events: Known[] = [];
  for (const [event, history] of said) {
    const last = history.findLast((one) => !knownAt || one.at <= knownAt);
    if (!last?.content || age(last.content, at) < 0) continue;
    const content = last.content;
    const named = content.siteIds.includes(site.id);
    const km = content.latitude === null ? 0 : Math.round(1000 * haversineKm(site, content)) / 1000;
    const reachKm = isControl(content) ? link.controlRadiusKm : link.radiusKm;
    if (named || (content.latitude !== null && km <= reachKm)) {
      events.push({ ...content, eventId: idOf.get(event)!, km, named });
    }
  }

  let expected = s.background;
  for (const e of events) {
    if ((e.locationPrecision ?? 1) >= 4 || weightless.includes(e.subType)) continue;
    if (age(e, at) > s.maxAgeDays || e.km > s.maxDistanceKm) continue;
    const isViolent = e.type === 'Battles' || e.type === 'Violence against civilians';
    const harm =
      (e.deathsBest ?? 0) > 0
        ? w.deadly
        : !isViolent
          ? w.nonViolent
          : e.deathsBest === null
            ? w.deathsUnknown
            : w.nonDeadly;
    const weight = harm * (e.locationPrecision === 3 ? w.districtOnly : 1) * w[e.confidence];
    for (const { amount, halfLifeDays, plateauKm, halvingKm } of s.terms) {
      const beyondKm = e.km > plateauKm ? e.km - plateauKm : 0;
      expected += weight * amount * 0.5 ** (age(e, at) / halfLifeDays) * 0.5 ** (beyondKm / halvingKm);
    }
  }
  const signals = signalsOf(events, at);
  const harm = signals.reduce((sum, signal) => sum + signal.expected, expected);
  const score = 100 * (1 - Math.exp(-harm));
  const violenceChance = 100 * (1 - Math.exp(-expected));
  const order = ['low', 'guarded', 'elevated', 'high', 'severe'];
  const band = order.filter((name) => score >= (levelFrom as Record<string, number>)[name]!).length;
  let level = order[band]!;
  const isFresh = saidEverywhere.some(({ at: toldAt, source, occurredOn }) => {
    const lagDays = coverage[source]!.lagDays;
    const lateMs = startOf(at.toISOString().slice(0, 10)) - startOf(occurredOn);
    return (!knownAt || toldAt <= knownAt) && lateMs <= lagDays * day;
  });
  if (level === 'low' && !isFresh) level = 'unknown';
  return { score, violenceChance, level, signals };
}

/** What tells of moves, words or the mine, not of violence. */
const weightless = [
  'Operation suspended',
  'Operation restarted',
  'Non-violent transfer of territory',
  'Withdrawal from territory',
];

function signalsOf(events: readonly Known[], at: Date): SignalByHand[] {
  const { harm, attestation, signal: p } = riskPolicy;
  const signals: SignalByHand[] = [];
  const add = (signal: string, expected: number, ...behind: Known[]) => {
    if (expected >= 0.001) signals.push({ signal, expected, events: behind });
  };
  const placed = events.filter((e) => (e.locationPrecision ?? 1) < 4 || e.named);

  for (const e of placed) {
    if (e.type !== 'Battles' && e.type !== 'Violence against civilians') continue;
    const place = e.named ? 1 : chanceWithin(e.km, e.uncertaintyKm, p.attack.reachKm);
    const fading = 0.5 ** (age(e, at) / p.attack.halfLifeDays);
    add('attack-on-site', harm.attack * p.attack.base * attestation[e.confidence] * place * fading, e);
  }

  for (const signal of frontsOf(placed, at)) add('front', signal.expected, ...signal.events);

  const news = events.filter((e) => e.named && e.subType.startsWith('Operation '));
  const restarts = news.filter((e) => e.subType === 'Operation restarted').map((e) => e.occurredOn);
  // Of a day on which work stopped and was taken up again it is not known how it ended: it may stand still.
  const stops = news
    .filter((e) => e.subType === 'Operation suspended' && restarts.every((on) => e.occurredOn >= on))
    .sort((a, b) => (a.occurredOn + a.sourceEventId < b.occurredOn + b.sourceEventId ? -1 : 1));
  if (stops.length > 0) {
    const sure = Math.max(...stops.map((e) => attestation[e.confidence]));
    const fading = 0.5 ** (age(stops.at(-1)!, at) / p.stop.halfLifeDays);
    add('operation-suspended', harm.stop * p.stop.base * sure * fading, ...stops);
  }
  return signals;
}

const sides = ['M23', 'ADF', 'FARDC'];

/** The side that took a place, '' where nobody is named; null where it was no armed group that took it. */
function takerOf({ subType, actors }: Known): string | null {
  const groups = actors.map((name) => sides.find((side) => name.endsWith(side)));
  const armed = (side: string | undefined) => side === 'M23' || side === 'ADF';
  if (subType === 'Non-state actor overtakes territory') return groups.find(armed) ?? '';
  return subType === 'Non-violent transfer of territory' && armed(groups[0]) ? groups[0]! : null;
}

/** The front of each side: its held place that adds most. */
function frontsOf(placed: readonly Known[], at: Date): SignalByHand[] {
  const { harm, attestation, signal } = riskPolicy;
  const { front } = signal;
  const located = placed.filter((e) => e.latitude !== null && (e.locationPrecision ?? 1) < 4);
  const changes = located.filter(isControl);
  const taken = changes.flatMap((e) => {
    const by = takerOf(e);
    return by === null ? [] : [{ e, by, until: endOf(e, by, changes) }];
  });
  const best = new Map<string, SignalByHand>();
  for (const { e, by, until } of taken) {
    if (until !== null) continue;
    const own = taken.filter((one) => one.by === by);
    const nearest = (on: number) =>
      Math.min(
        ...own
          .filter((one) => startOf(one.e.occurredOn) <= on && (one.until === null || one.until > on))
          .map((one) => one.e.km),
      );
    const today = startOf(at.toISOString().slice(0, 10));
    const earlier = Array.from({ length: front.approachWindowDays }, (_, i) =>
      nearest(today - (i + 1) * day),
    );
    const approaches = earlier.some((km) => Number.isFinite(km) && km > nearest(today) + front.approachKm);
    const heard = Math.min(
      ...located
        .filter((other) => other.occurredOn >= e.occurredOn && haversineKm(e, other) <= front.samePlaceKm)
        .filter((other) => other === e || other.actors.some((name) => by !== '' && name.endsWith(by)))
        .map((other) => age(other, at)),
    );
    const decay = (km: number, halvingKm: number) => 0.5 ** (Math.max(0, km - front.reachKm) / halvingKm);
    const falls = (km: number) =>
      km <= front.reachKm
        ? 1
        : km > front.maxKm
          ? 0
          : front.base * decay(km, front.halvingKm) * (approaches ? front.approachingFactor : 1);
    const stops = (km: number) =>
      km > front.maxKm
        ? 0
        : front.stop.base *
          decay(km, front.stop.halvingKm) *
          front.stop.kindFactor.artisanal *
          (approaches ? 1 : front.stop.standingFactor);
    const harmAt = (km: number) => harm.ground * falls(km) + harm.stop * stops(km);
    const mean = meanOverPlace(e.km, e.uncertaintyKm, harmAt, [front.reachKm, front.maxKm]);
    const expected = mean * attestation[e.confidence] * 0.5 ** (heard / front.quietHalfLifeDays);
    const known = best.get(by);
    if (!known || expected > known.expected + 1e-15) best.set(by, { signal: 'front', expected, events: [e] });
  }
  return [...best.values()];
}

/** The day on which a place was lost again, in ms; null while it is held. */
function endOf(e: Known, by: string, changes: readonly Known[]): number | null {
  const ends = changes
    .filter((later) => later.occurredOn > e.occurredOn)
    .filter((later) => haversineKm(e, later) <= riskPolicy.signal.front.samePlaceKm)
    .filter((later) => {
      if (later.subType === 'Government regains territory') return true;
      const who = takerOf(later) ?? sides.find((side) => later.actors[0]?.endsWith(side)) ?? '';
      return later.subType === 'Withdrawal from territory'
        ? who === by || later.actors.length === 0
        : who !== by;
    })
    .map((later) => startOf(later.occurredOn));
  return ends.length > 0 ? Math.min(...ends) : null;
}

function isControl({ subType }: EventContent): boolean {
  return subType.includes('territory');
}

function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function age({ occurredOn }: EventContent, at: Date): number {
  return (at.getTime() - startOf(occurredOn)) / day;
}

type Place = { latitude: number | null; longitude: number | null };

function haversineKm(a: Place, b: Place): number {
  const rad = (degrees: number | null) => ((degrees ?? 0) * Math.PI) / 180;
  const hav = (angle: number) => Math.sin(angle / 2) ** 2;
  const h =
    hav(rad(a.latitude) - rad(b.latitude)) +
    Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * hav(rad(a.longitude) - rad(b.longitude));
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}

/** An answer of the API can be worked out again from nothing but what it shows. */
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
  const shown = (await answer.json()) as Shown;
  const { background, terms } = shown.parameters;
  let sum = background;
  for (const { weight, ageDays, distanceKm, expected, occurredOn } of shown.contributions) {
    expect(ageDays).toBeCloseTo((Date.parse(shown.at) - startOf(occurredOn)) / day, 9);
    const adds = terms.reduce((total, { amount, halfLifeDays, plateauKm, halvingKm }) => {
      return (
        total +
        amount * 2 ** (-ageDays / halfLifeDays) * 2 ** (-Math.max(0, distanceKm - plateauKm) / halvingKm)
      );
    }, 0);
    expect(Math.abs(expected - weight * adds)).toBeLessThan(1e-9);
    sum += weight * adds;
  }
  expect(Math.abs(shown.violenceChance - 100 * (1 - Math.exp(-sum)))).toBeLessThan(1e-9);
  let harm = shown.parameters.harms.violence! * sum;
  for (const { chances } of shown.signals) {
    for (const { outcome, base, attestation, placeFactor, fading, p, harm: counts, expected } of chances) {
      expect(Math.abs(p - base * attestation * placeFactor * fading)).toBeLessThan(1e-9);
      expect(counts).toBe(shown.parameters.harms[outcome]);
      expect(Math.abs(expected - counts * p)).toBeLessThan(1e-9);
      harm += counts * p;
    }
  }
  expect(Math.abs(shown.score - 100 * (1 - Math.exp(-harm)))).toBeLessThan(1e-9);
  for (const { expected, share } of shown.contributions) expect(share).toBeCloseTo(expected / harm, 9);
  const expectations = shown.contributions.map(({ expected }) => expected);
  expect(expectations).toEqual([...expectations].sort((a, b) => b - a));
}

type Shown = {
  at: string;
  score: number;
  violenceChance: number;
  signals: {
    chances: {
      outcome: string;
      base: number;
      attestation: number;
      placeFactor: number;
      fading: number;
      p: number;
      harm: number;
      expected: number;
    }[];
  }[];
  contributions: {
    occurredOn: string;
    weight: number;
    ageDays: number;
    distanceKm: number;
    expected: number;
    share: number;
  }[];
  parameters: {
    background: number;
    terms: { amount: number; halfLifeDays: number; plateauKm: number; halvingKm: number }[];
    harms: Record<string, number>;
  };
};
