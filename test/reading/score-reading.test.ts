import { describe, expect, it } from 'vitest';
import type { Label } from '../../bench/labelled-reports.ts';
import { calibrationOf, figuresOf, scoreReading } from '../../bench/score-reading.ts';
import type { ReadEvent } from '../../domain/reading/read-report.ts';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const label: Label = {
  subTypes: ['Non-state actor overtakes territory'],
  occurredOn: ['2025-03-18', '2025-03-19'],
  place: { name: 'Pinga', latitude: -0.95, longitude: 28.7 },
  actors: ['m23'],
  deathsBest: null,
  is: 'M23 takes Pinga',
};

const event: ReadEvent = {
  type: 'Battles',
  subType: 'Non-state actor overtakes territory',
  occurredOn: '2025-03-18',
  datePrecision: 1,
  place: 'Pinga',
  latitude: -0.96,
  longitude: 28.7,
  locationPrecision: 1,
  uncertaintyKm: 5,
  actors: ['M23'],
  deathsLow: null,
  deathsBest: null,
  deathsHigh: null,
  siteIds: [],
  certainty: 0.9,
  span: { start: 0, end: 10, inTitle: false },
  rendering: 'M23 took Pinga.',
  rivals: [],
  attributedTo: null,
};

const told = (...events: Label[]) => ({ events, tolerated: [] as Label[] });

describe('the score of a reading', () => {
  it('is perfect where everything agrees', () => {
    const figures = figuresOf([scoreReading(told(label), [event], same)]);
    expect(figures).toMatchObject({ precision: 1, recall: 1, f1: 1, type: 1, place: 1, date: 1, actors: 1 });
  });

  it('counts an event of no label as a false alarm and a label of no event as missed', () => {
    const other = { ...event, occurredOn: '2025-03-01', latitude: 1, longitude: 30 };
    const scoring = scoreReading(told(label), [other], same);
    expect(scoring).toMatchObject({ pairs: [], missed: [label], falseAlarms: [other] });
    expect(figuresOf([scoring])).toMatchObject({ precision: 0, recall: 0, f1: 0 });
  });

  it('pairs each label with one event only: the one that agrees in most', () => {
    const vaguer = { ...event, latitude: null, longitude: null };
    const { pairs, falseAlarms } = scoreReading(told(label), [vaguer, event], same);
    expect(pairs.map((pair) => pair.event)).toEqual([event]);
    expect(falseAlarms).toEqual([vaguer]);
  });

  it('accepts a place within 10 km and a day on either side of the span', () => {
    const near = { ...event, latitude: -1.03, occurredOn: '2025-03-20' };
    expect(scoreReading(told(label), [near], same).pairs[0]!.agreement).toMatchObject({
      place: true,
      date: true,
    });
    const far = { ...event, latitude: -1.05, occurredOn: '2025-03-18' };
    expect(scoreReading(told(label), [far], same).pairs[0]!.agreement).toMatchObject({
      place: false,
      date: true,
    });
  });

  it('does not pair different kinds of events', () => {
    const protest = { ...event, type: 'Protests' as const, subType: 'Peaceful protest' as const };
    expect(scoreReading(told(label), [protest], same).pairs).toEqual([]);
  });

  it('is complete for a report in which nothing happened and nothing was read', () => {
    expect(figuresOf([scoreReading(told(), [], same)])).toMatchObject({ precision: 1, recall: 1 });
  });

  it('counts what a fair reader might leave out neither as a hit nor as a false alarm', () => {
    const { pairs, missed, falseAlarms } = scoreReading({ events: [], tolerated: [label] }, [event], same);
    expect({ pairs, missed, falseAlarms }).toEqual({ pairs: [], missed: [], falseAlarms: [] });
  });

  it('tells for each tenth of certainty how many events are right in kind, day and place', () => {
    const elsewhere = { ...event, latitude: 2, certainty: 0.93 };
    const scorings = [
      scoreReading(told(label), [event], same),
      scoreReading(told(label), [elsewhere], same),
      scoreReading(told(), [{ ...event, certainty: 0.35 }], same),
    ];
    expect(calibrationOf(scorings).filter(({ events }) => events > 0)).toEqual([
      { from: 0.3, events: 1, right: 0 },
      { from: 0.9, events: 2, right: 1 },
    ]);
  });
});
