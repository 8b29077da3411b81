import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import { sameOccurrence } from '../../../domain/incidents/occurrence.ts';
import { readActors } from '../../../services/sources/actors.ts';
import { incidentEvent } from '../../support/incidents.ts';

type Over = Parameters<typeof incidentEvent>[0];

const actors = readActors();

/** A clash at Mubi as UCDP and as a newspaper tell of it; each test states what differs. */
function compare(news: Over = {}, ucdp: Over = {}) {
  const a = incidentEvent({ eventId: 1, source: 'news', sourceEventId: 'n', ...news });
  const b = incidentEvent({ eventId: 2, source: 'ucdp-ged', sourceEventId: 'u', ...ucdp });
  const [there, back] = [sameOccurrence(a, b, riskPolicy, actors), sameOccurrence(b, a, riskPolicy, actors)];
  expect(there).toEqual(back);
  return there;
}

describe('two reports of one occurrence', () => {
  it('are joined, and the reason says why', () => {
    expect(compare({ latitude: -1.28, deathsBest: 4 }, { deathsBest: 3 })).toEqual({
      same: true,
      reason: 'on the same day; 3.2 km apart, within 10 km; both Armed clash; M23 in both; 4 and 3 deaths',
    });
  });

  it('may be a day apart, for a fight in the night, but not two', () => {
    expect(compare({ occurredOn: '2025-03-20' })).toMatchObject({ same: true });
    expect(compare({ occurredOn: '2025-03-21' })).toEqual({ same: false, reason: '2 days apart' });
  });

  it('may lie apart by what the dates leave open', () => {
    expect(compare({ occurredOn: '2025-03-26' }, { datePrecision: 3 }).same).toBe(true);
    expect(compare({ occurredOn: '2025-03-27' }, { datePrecision: 3 }).same).toBe(false);
    expect(compare({}, { datePrecision: 4 }).same).toBe(false);
  });

  it('may lie apart by the uncertainty of both places, and by no more than 30 km', () => {
    expect(compare({ latitude: -1.2 }).reason).toBe('12 km apart, more than 10 km');
    expect(compare({ latitude: -1.2, uncertaintyKm: 25, locationPrecision: 2 }).same).toBe(true);
    expect(compare({ latitude: -1.03, uncertaintyKm: 40, locationPrecision: 3 }).reason).toBe(
      '31 km apart, more than 30 km',
    );
  });

  it('are not joined by the centre of a province, nor without a place', () => {
    expect(compare({ locationPrecision: 4, uncertaintyKm: 150 }).same).toBe(false);
    expect(compare({ latitude: null, longitude: null }).same).toBe(false);
  });

  it('are joined by the site that both name, without a place', () => {
    const named = { siteIds: ['bisie'] };
    expect(compare({ ...named, latitude: null, longitude: null }, named).reason).toContain('both name bisie');
  });

  it('are joined over the names of one actor', () => {
    expect(
      compare({ actors: ['AFC/M23', 'Forces armées de la République démocratique du Congo'] }).same,
    ).toBe(true);
    expect(compare({ actors: ['APCLS'] }, { actors: ['Wazalendo'] }).same).toBe(true);
  });

  it('are not joined by the army alone, which fights several groups', () => {
    expect(compare({ actors: ['ADF', 'FARDC'] })).toEqual({ same: false, reason: 'different actors' });
    expect(compare({ actors: ['FARDC'] }).same).toBe(true);
  });

  it('are joined where the actors of one are unknown', () => {
    expect(compare({ actors: [] }).same).toBe(true);
    expect(
      compare({ actors: ['Unidentified Armed Group (Democratic Republic of Congo)', 'Civilians'] }).same,
    ).toBe(true);
  });

  it('may differ in deaths by a factor of two, and by anything where one does not know', () => {
    expect(compare({ deathsBest: 6 }, { deathsBest: 3 }).same).toBe(true);
    expect(compare({ deathsBest: 7 }, { deathsBest: 3 }).reason).toBe('7 and 3 deaths');
    expect(compare({ deathsBest: 0 }, { deathsBest: 2 }).same).toBe(true);
    expect(compare({ deathsBest: 0 }, { deathsBest: 3 }).same).toBe(false);
    expect(compare({ deathsBest: null }, { deathsBest: 300 }).same).toBe(true);
  });

  it('are not joined with a retracted one', () => {
    expect(compare({ retracted: true }).same).toBe(false);
  });
});

describe('the types of one occurrence', () => {
  const types = (a: [string, string], b: [string, string]) =>
    compare({ type: a[0], subType: a[1] } as Over, { type: b[0], subType: b[1] } as Over).same;
  const clash: [string, string] = ['Battles', 'Armed clash'];
  const seizure: [string, string] = ['Battles', 'Non-state actor overtakes territory'];

  it('are kinds of violence, which sources tell apart differently', () => {
    expect(types(clash, seizure)).toBe(true);
    expect(types(clash, ['Explosions/Remote violence', 'Air/drone strike'])).toBe(true);
    expect(types(clash, ['Violence against civilians', 'Attack'])).toBe(true);
  });

  it('are not opposites, nor an abduction and a battle, nor a fight and a protest', () => {
    expect(types(seizure, ['Battles', 'Government regains territory'])).toBe(false);
    expect(types(clash, ['Violence against civilians', 'Abduction/forced disappearance'])).toBe(false);
    expect(types(clash, ['Protests', 'Peaceful protest'])).toBe(false);
    expect(types(clash, ['Strategic developments', 'Withdrawal from territory'])).toBe(false);
  });

  it('are a place taken with and without a fight by the same actor', () => {
    const transfer: [string, string] = ['Strategic developments', 'Non-violent transfer of territory'];
    expect(types(seizure, transfer)).toBe(true);
    const byArmy = { type: 'Strategic developments', subType: transfer[1], actors: ['FARDC', 'M23'] } as Over;
    expect(compare(byArmy, { subType: 'Non-state actor overtakes territory' }).same).toBe(false);
  });

  it('are one sub-type of news of operation that names one site, whoever says it', () => {
    const halt = {
      type: 'Strategic developments',
      subType: 'Operation suspended',
      siteIds: ['bisie', 'bisie-mpama-south'],
      actors: ['Alphamin Bisie Mining'],
      deathsBest: null,
    } as Over;
    expect(compare(halt, { ...halt, siteIds: ['bisie'], actors: ['Government of DR Congo'] }).same).toBe(
      true,
    );
    expect(compare(halt, { ...halt, siteIds: [] }).same).toBe(false);
    expect(compare(halt, { ...halt, subType: 'Site evacuated' } as Over).same).toBe(false);
  });
});

describe('two reports of one source', () => {
  it('are joined where it says the same of the same day', () => {
    expect(compare({}, { source: 'news' }).same).toBe(true);
    expect(compare({}, { source: 'news', occurredOn: '2025-03-20' }).same).toBe(false);
    expect(compare({}, { source: 'news', subType: 'Non-state actor overtakes territory' }).same).toBe(false);
  });

  it('are never joined where the source does so itself', () => {
    expect(compare({ source: 'ucdp-ged' })).toEqual({
      same: false,
      reason: 'ucdp-ged joins its own reports itself',
    });
    expect(compare({ source: 'acled' }, { source: 'acled' }).same).toBe(false);
    expect(compare({ source: 'acled' }).same).toBe(true);
  });
});
