import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { violenceAt } from '../../domain/risk/score.ts';
import { addDays, calendarDate, millisecondsPerDay } from '../../domain/time.ts';
import { termColumn } from '../../services/backtest/columns.ts';
import { collectHistories } from '../../services/backtest/history.ts';
import { runBacktest } from '../../services/backtest/run-backtest.ts';
import { takeSamples } from '../../services/backtest/samples.ts';
import { BacktestError } from '../../services/backtest/years.ts';
import { linkedEvent } from '../support/events.ts';
import { eventOf, generateEvents, mines } from './world.ts';

const options = { radiusKm: 25, horizonDays: 30, refit: true, policy: riskPolicy };
const spans = { horizonDays: 30, memoryDays: riskPolicy.score.maxAgeDays };
const momentOf = (date: string) => ({
  day: Date.parse(date) / millisecondsPerDay,
  year: Number(date.slice(0, 4)),
});

function historiesOf(events: ReturnType<typeof generateEvents>) {
  const collected = collectHistories(mines, riskPolicy, 25);
  for (const event of events) collected.add(event);
  return collected.finish();
}

describe('the samples of a back-test', () => {
  it('hold the expectation that the service would show at that moment', () => {
    const { sites } = historiesOf(generateEvents(3));
    const moments = ['2013-05-01', '2016-01-01', '2018-11-01'].map(momentOf);
    const columns = riskPolicy.score.terms.map((term) => termColumn(term, riskPolicy.score));
    const samples = takeSamples(sites, moments, columns, spans);
    let compared = 0;
    sites.forEach(({ events }, siteNo) => {
      moments.forEach(({ day }, m) => {
        const at = new Date(day * millisecondsPerDay);
        const known = events
          .filter((event) => event.day < day)
          .map((event, eventId) =>
            linkedEvent({
              eventId,
              occurredOn: calendarDate(new Date(event.day * millisecondsPerDay)),
              distanceKm: event.distanceKm,
            }),
          );
        const { contributions } = violenceAt(known, at, riskPolicy);
        const served = contributions.reduce((sum, contribution) => sum + contribution.expected, 0);
        const row = siteNo * moments.length + m;
        const tested = riskPolicy.score.terms.reduce(
          (sum, { amount }, k) => sum + amount * samples.values[row * samples.width + k]!,
          0,
        );
        expect(tested).toBeCloseTo(served, 10);
        compared += served > 0 ? 1 : 0;
      });
    });
    expect(compared).toBeGreaterThan(50);
  });

  it('never hold an event both as known and as what followed', () => {
    const day = '2015-06-01';
    const outcomeOn = (date: string, over = {}) => {
      const { sites } = historiesOf([eventOf({ occurredOn: date, latitude: 0, longitude: 27, ...over })]);
      const columns = [{ name: 'count', add: () => 1 }];
      const { values, outcomes } = takeSamples(sites.slice(0, 1), [momentOf(day)], columns, spans);
      return [values[0], outcomes[0]];
    };
    expect(outcomeOn(addDays(day, -1))).toEqual([1, 0]);
    expect(outcomeOn(day)).toEqual([0, 1]);
    expect(outcomeOn(addDays(day, 29))).toEqual([0, 1]);
    expect(outcomeOn(addDays(day, 30))).toEqual([0, 0]);
    expect(outcomeOn(day, { latitude: 0.224 })).toEqual([0, 1]);
    expect(outcomeOn(day, { latitude: 0.226 })).toEqual([0, 0]);
    expect(outcomeOn(day, { deathsBest: 0 })).toEqual([0, 0]);
    expect(outcomeOn(day, { locationPrecision: 4 })).toEqual([0, 0]);
  });

  it('count an event once that the file holds twice', () => {
    const twice = eventOf({ occurredOn: '2015-05-01', latitude: 0, longitude: 27 });
    expect(historiesOf([twice, twice]).sites[0]!.events).toHaveLength(1);
  });
});

describe('a back-test', () => {
  it('finds a score that is better than counting, and calibrated, in a world where events follow events', () => {
    const histories = historiesOf(generateEvents(11));
    const test = { fromYear: 2017, untilYear: 2019 };
    const result = runBacktest(histories, { ...options, trainUntil: 2016, test });
    expect(result.train).toMatchObject({ fromYear: 2012, untilYear: 2016, months: 60, samples: 36 * 60 });
    expect(result.test).toMatchObject({ fromYear: 2017, untilYear: 2019, samples: 36 * 36 });
    expect(result.parameters).toMatchObject({
      origin: 'refit',
      fittedOn: { fromYear: 2012, untilYear: 2016 },
    });
    for (const { logLoss, name } of result.baselines.slice(1))
      expect(result.model.logLoss, name).toBeLessThan(logLoss + 0.01);
    expect(result.model.rocAuc).toBeGreaterThan(0.65);
    const said = result.model.levels.reduce((sum, level) => sum + level.count * (level.predicted ?? 0), 0);
    expect(said / result.test.withEvent).toBeGreaterThan(0.8);
    expect(said / result.test.withEvent).toBeLessThan(1.25);
  });

  it('does not look at the test years when it fits', () => {
    const events = generateEvents(11);
    const others = events.filter((event) => event.occurredOn < '2017-01-01' || event.deathsBest! > 2);
    const fitted = [events, others].map(
      (list) =>
        runBacktest(historiesOf(list), {
          ...options,
          trainUntil: 2016,
          test: { fromYear: 2017, untilYear: 2018 },
        }).parameters,
    );
    expect(fitted[0]).toEqual(fitted[1]);
  });

  it('measures on the training years where no test years are named', () => {
    const result = runBacktest(historiesOf(generateEvents(11)), { ...options, trainUntil: 2019, test: null });
    expect(result.isTested).toBe(false);
    expect(result.test).toEqual(result.train);
  });

  it('says what is wrong with the data or the years', () => {
    const histories = historiesOf(generateEvents(11));
    const run = (trainUntil: number, fromYear: number, of = histories) =>
      runBacktest(of, { ...options, trainUntil, test: { fromYear, untilYear: fromYear } });
    expect(() => run(2016, 2021)).toThrow(/2021.*not covered: the events lie between 2010/);
    expect(() => run(2010, 2015)).toThrow(/looks back 730 days/);
    expect(() => run(2016, 2018, historiesOf([]))).toThrow(BacktestError);
    const harmless = generateEvents(11).map((event) => ({ ...event, deathsBest: 0 }));
    expect(() => run(2016, 2018, historiesOf(harmless))).toThrow(/No deadly event follows within 25 km/);
  });
});
