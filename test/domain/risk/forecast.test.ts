import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import type { LinkedEvent } from '../../../domain/event.ts';
import { isHigher } from '../../../domain/level.ts';
import { assessSite, courseOfRisk, type Knowledge } from '../../../domain/risk/assess.ts';
import { forecastFall } from '../../../domain/risk/forecast.ts';
import { atOnce } from '../../../domain/steps.ts';
import { addDays, millisecondsPerHour } from '../../../domain/time.ts';
import { linkedEvent } from '../../support/events.ts';

const at = new Date('2025-03-20T12:30:00Z');
const actors: Knowledge['actors'] = new Map([['m23', { side: 'non-state', group: 'm23' }]]);
const quiet: Knowledge = { actors, kind: 'industrial', operator: null, isCovered: true, lastVisit: null };

function forecast(events: readonly LinkedEvent[], knowledge = quiet) {
  const course = atOnce(courseOfRisk(events, at, riskPolicy, knowledge));
  const now = course(at);
  return { now, fall: atOnce(forecastFall(course, now)) };
}

/** The first full hour after `at` at which the site stands below its level of now; null where none is found. */
function firstLowerHour(events: readonly LinkedEvent[], knowledge: Knowledge, hours: number) {
  const { level } = assessSite(events, at, riskPolicy, knowledge);
  for (let hour = 1; hour <= hours; hour++) {
    const then = new Date(at.getTime() + hour * millisecondsPerHour);
    const risk = assessSite(events, then, riskPolicy, knowledge);
    if (isHigher(level, risk.level)) return { at: then, level: risk.level };
  }
  return null;
}

const kinds = [
  { type: 'Battles', subType: 'Armed clash' },
  { type: 'Battles', subType: 'Non-state actor overtakes territory' },
  { type: 'Battles', subType: 'Government regains territory' },
  { type: 'Violence against civilians', subType: 'Attack' },
  { type: 'Protests', subType: 'Peaceful protest' },
] as const;

const generatedEvents = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      daysAgo: fc.integer({ min: 0, max: 200 }),
      distanceKm: fc.double({ min: 0, max: 120, noNaN: true }),
      latitude: fc.double({ min: -2, max: -1, noNaN: true }),
      deathsBest: fc.constantFrom(null, 0, 1, 30),
      locationPrecision: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((seeds) =>
    seeds.map(({ kind, daysAgo, ...rest }, i) =>
      linkedEvent({
        ...rest,
        ...kind,
        eventId: i + 1,
        sourceEventId: `${i + 1}`,
        occurredOn: addDays('2025-03-20', -daysAgo),
        actors: ['M23'],
      }),
    ),
  );

const generatedVisit = fc.option(
  fc.record({
    dataset: fc.constant('ipis'),
    visitedOn: fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2025-03-20', -days)),
    armedGroups: fc.subarray(['NDC-R']),
    interference: fc.boolean(),
  }),
);

describe('the forecast of when a level falls', () => {
  it('is the hour that stepping through the assessments hour by hour finds', () => {
    const hours = 500 * 24;
    fc.assert(
      fc.property(generatedEvents, generatedVisit, fc.boolean(), (events, lastVisit, isCovered) => {
        const knowledge: Knowledge = { ...quiet, isCovered, lastVisit };
        const { fall } = forecast(events, knowledge);
        const stepped = firstLowerHour(events, knowledge, hours);
        if (!stepped) {
          expect(fall === null || fall.at.getTime() > at.getTime() + hours * millisecondsPerHour).toBe(true);
          return;
        }
        expect(fall).not.toBeNull();
        const early = stepped.at.getTime() - fall!.at.getTime();
        // The forecast is late by less than an hour, and so is each step.
        expect(Math.abs(early)).toBeLessThan(millisecondsPerHour);
        const told = assessSite(events, fall!.at, riskPolicy, knowledge);
        expect(fall!.level).toBe(told.level);
      }),
      { numRuns: 40 },
    );
  });

  it('is nothing where a level is low already', () => {
    expect(forecast([]).fall).toBeNull();
  });

  it('lets a stop of work fade where nothing more is heard of it', () => {
    const halt = linkedEvent({
      occurredOn: '2025-03-20',
      type: 'Strategic developments',
      subType: 'Operation suspended',
      named: true,
      distanceKm: 0,
      deathsBest: null,
    });
    expect(forecast([halt])).toMatchObject({ now: { level: 'severe' }, fall: { level: 'high' } });
  });

  it('names unknown, not low, where no source covers the country', () => {
    const lastVisit = {
      dataset: 'ipis',
      visitedOn: '2025-01-01',
      armedGroups: ['NDC-R'],
      interference: false,
    };
    expect(forecast([], { ...quiet, lastVisit, isCovered: false }).fall).toMatchObject({ level: 'unknown' });
    expect(forecast([], { ...quiet, lastVisit }).fall).toMatchObject({ level: 'low' });
  });
});
