import { describe, expect, test } from 'vitest';
import { type MatchableReading, matchReadings } from '../../../domain/reading/reports/match-readings.ts';

function reading(over: Partial<MatchableReading> = {}): MatchableReading {
  return {
    type: 'Battles',
    subType: 'Armed clash',
    occurredOn: '2025-03-19',
    place: 'Mubi',
    latitude: -1.30883,
    longitude: 27.89323,
    ...over,
  };
}
const walikale = reading({ place: 'Walikale', latitude: -1.43049, longitude: 28.07519 });

describe('the events of two readings of one report', () => {
  test('are the same where type, place and day are, in whatever order they stand', () => {
    expect(matchReadings([walikale, reading()], [reading(), walikale])).toEqual([1, 0]);
  });

  test('are the same where the day or the kind was read a little differently', () => {
    expect(matchReadings([reading()], [reading({ occurredOn: '2025-03-18' })])).toEqual([0]);
    const taken = reading({ subType: 'Non-state actor overtakes territory' });
    expect(matchReadings([reading()], [taken])).toEqual([0]);
  });

  test('are not the same where the same happened at the same place days later', () => {
    expect(matchReadings([reading()], [reading({ occurredOn: '2025-03-25' })])).toEqual([null]);
  });

  test('go first to what is plainly the same', () => {
    const dayBefore = reading({ occurredOn: '2025-03-18' });
    expect(matchReadings([dayBefore], [reading(), dayBefore])).toEqual([null, 0]);
  });

  test('are not the same at another place, nor where kind and day both differ', () => {
    expect(matchReadings([reading()], [walikale])).toEqual([null]);
    const attack = reading({
      type: 'Violence against civilians',
      subType: 'Attack',
      occurredOn: '2025-03-18',
    });
    expect(matchReadings([reading()], [attack])).toEqual([null]);
  });

  test('are the same at a place that is spelled otherwise or lies next to it', () => {
    expect(matchReadings([reading()], [reading({ place: 'Mubí', latitude: null, longitude: null })])).toEqual(
      [0],
    );
    expect(matchReadings([reading()], [reading({ place: 'Mubi centre', latitude: -1.31 })])).toEqual([0]);
  });

  test('are each matched once', () => {
    expect(matchReadings([reading()], [reading(), reading()])).toEqual([0, null]);
  });
});
