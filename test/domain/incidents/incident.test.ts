import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import {
  formIncidents,
  joinOccurrences,
  occurrencesOf,
  wordPair,
} from '../../../domain/incidents/form-incidents.ts';
import { incidentGroupsOf, onePerIncident } from '../../../domain/incidents/incident-groups.ts';
import { type IncidentEvent, sameOccurrence } from '../../../domain/incidents/occurrence.ts';
import { assessSite } from '../../../domain/risk/assess.ts';
import { atOnce } from '../../../domain/steps.ts';
import { weightOf, weightParts } from '../../../domain/weight.ts';
import { readActors } from '../../../services/sources/actors.ts';
import { linkedEvent } from '../../support/events.ts';
import { type CrowdedReport, crowdedReport, groupsOf, incidentEvent } from '../../support/incidents.ts';

const actors = readActors();

function form(events: IncidentEvent[], separations: { eventA: number; eventB: number }[] = []) {
  return atOnce(formIncidents(events, riskPolicy, separations, actors));
}

/** Events of generated reports; their ids are the order in which they came in. */
function eventsOf(reports: readonly (CrowdedReport & { name: string })[]): IncidentEvent[] {
  return reports.map(({ name, source, day, step, kind: [type, subType], deaths, ...rest }, i) =>
    incidentEvent({
      eventId: i + 1,
      source,
      sourceEventId: name,
      occurredOn: `2025-03-${day}`,
      latitude: -1.3 + step * 0.036,
      type,
      subType,
      deathsBest: deaths,
      ...rest,
    } as Partial<IncidentEvent>),
  );
}

const reports = fc
  .array(crowdedReport, { minLength: 2, maxLength: 25 })
  .map((all) => all.map((report, i) => ({ ...report, name: `r${i}` })));

describe('incidents', () => {
  it('do not depend on the order in which events came in', () => {
    fc.assert(
      fc.property(
        reports.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const named = (items: typeof all) => {
            const events = eventsOf(items);
            return groupsOf(form(events).map(({ members }) => members.map((id) => items[id - 1]!.name)));
          };
          expect(named(shuffled)).toEqual(named(all));
        },
      ),
    );
  });

  it('hold only events of which each two are the same occurrence, and each event once', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const events = eventsOf(all);
        const incidents = form(events);
        const members = incidents.flatMap((incident) => incident.members);
        expect(new Set(members).size).toBe(members.length);
        for (const { id, members } of incidents) {
          expect(id).toBe(Math.min(...members));
          for (const a of members)
            for (const b of members)
              if (a !== b)
                expect(sameOccurrence(events[a - 1]!, events[b - 1]!, riskPolicy, actors).same).toBe(true);
        }
      }),
    );
  });

  it('are found among the pairs that a comparison of all with all finds', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const events = eventsOf(all);
        const expected = events.flatMap((a) =>
          events
            .filter((b) => a.eventId < b.eventId && sameOccurrence(a, b, riskPolicy, actors).same)
            .map((b) => `${a.eventId} ${b.eventId}`),
        );
        const { ties } = atOnce(joinOccurrences(occurrencesOf(events, actors), riskPolicy, []));
        const pairs = ties.map((tie) => wordPair(tie, riskPolicy));
        const found = pairs.map((pair) => `${pair.eventA} ${pair.eventB}`);
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });

  it('do not grow by chains: who matches one member but not the best confirmed stays apart', () => {
    const at = (eventId: number, km: number, over: Partial<IncidentEvent> = {}) =>
      incidentEvent({ eventId, source: `s${eventId}`, latitude: -1.3 + km / 111.2, ...over });
    const west = at(1, 0, { confidence: 'provisional' });
    const middle = at(2, 8);
    const east = at(3, 16, { confidence: 'provisional' });
    expect(form([west, middle, east])).toEqual([{ id: 1, members: [2, 1] }]);
    expect(form([at(1, 1, { confidence: 'provisional' }), middle, east])).toEqual([
      { id: 1, members: [2, 1] },
    ]);
  });

  it('put a report with the nearer one of two events that match it', () => {
    const clash = (eventId: number, latitude: number) =>
      incidentEvent({ eventId, source: 'ucdp-ged', sourceEventId: `${eventId}`, latitude });
    const news = incidentEvent({ eventId: 3, latitude: -1.33, confidence: 'provisional' });
    expect(form([clash(1, -1.3), clash(2, -1.35), news])).toEqual([{ id: 2, members: [2, 3] }]);
  });

  it('part what a person has separated', () => {
    const events = [1, 2, 3].map((eventId) => incidentEvent({ eventId, source: `s${eventId}` }));
    expect(form(events)).toEqual([{ id: 1, members: [1, 2, 3] }]);
    expect(form(events, [{ eventA: 1, eventB: 2 }])).toEqual([{ id: 1, members: [1, 3] }]);
  });
});

describe('an incident', () => {
  const confirmed = linkedEvent({ eventId: 8, incidentId: 5, distanceKm: 4 });
  const news = linkedEvent({
    eventId: 5,
    source: 'news',
    incidentId: 5,
    confidence: 'provisional',
    distanceKm: 3,
  });
  const alone = linkedEvent({ eventId: 9, distanceKm: 4 });
  const at = new Date('2025-03-02T00:00:00Z');
  const knowledge = { actors, kind: 'unknown', operator: null, isCovered: true, lastVisit: null } as const;

  it('counts once, with its best confirmed member, which names the others', () => {
    expect(onePerIncident(incidentGroupsOf([news, confirmed, alone], riskPolicy))).toEqual([
      alone,
      {
        ...confirmed,
        alsoReportedBy: [{ eventId: 5, revision: 1, source: 'news', origin: null }],
        origins: ['news', 'ucdp-ged'],
      },
    ]);
    const both = assessSite([news, confirmed], at, riskPolicy, knowledge);
    expect(both.violence.chance).toBe(assessSite([confirmed], at, riskPolicy, knowledge).violence.chance);
  });

  it('gives one signal with all its reports as evidence, under the key that was told first', () => {
    const first = assessSite([{ ...news, incidentId: null }], at, riskPolicy, knowledge).signals;
    const { signals } = assessSite([news, confirmed], at, riskPolicy, knowledge);
    expect(signals).toHaveLength(1);
    expect(signals[0]!.events.map((event) => event.eventId).sort()).toEqual([5, 8]);
    expect(first).toMatchObject([{ signal: 'attack-on-site', events: [{ eventId: 5 }] }]);
    expect(signals[0]!.key).toBe(first[0]!.key);
  });
});

describe('reports of one incident by several', () => {
  const told = (
    eventId: number,
    origin: string | null,
    over: Partial<Parameters<typeof linkedEvent>[0]> = {},
  ) =>
    linkedEvent({
      eventId,
      incidentId: 1,
      source: 'news',
      origin,
      sourceEventId: `${eventId}`,
      confidence: 'provisional',
      ...over,
    });
  const counted = (...events: ReturnType<typeof told>[]) => {
    const [one, ...others] = onePerIncident(incidentGroupsOf(events, riskPolicy));
    expect(others).toEqual([]);
    return { origins: one!.origins, weight: weightOf(one!, riskPolicy) };
  };

  it('weigh more where two do not copy each other', () => {
    expect(counted(told(1, 'afp'), told(2, 'radio'))).toEqual({ origins: ['afp', 'radio'], weight: 0.8 });
    expect(counted(told(1, 'afp'), told(2, null, { source: 'acled' })).weight).toBe(0.8);
  });

  it('weigh no more than one where they share their origin, however many they are', () => {
    const copies = Array.from({ length: 10 }, (_, i) => told(i + 1, 'afp'));
    expect(counted(...copies)).toEqual({ origins: ['afp'], weight: 0.5 });
  });

  it('weigh no more for news of an unknown origin, or for what is made from the same news', () => {
    expect(counted(told(1, 'afp'), told(2, null)).weight).toBe(0.5);
    expect(counted(told(1, 'afp'), told(2, null, { source: 'gdelt' })).weight).toBe(0.5);
  });

  it('add nothing to what is confirmed', () => {
    expect(
      counted(
        told(1, 'afp'),
        told(2, 'radio'),
        told(3, null, { source: 'ucdp-ged', confidence: 'confirmed' }),
      ),
    ).toEqual({
      origins: ['afp', 'radio', 'ucdp-ged'],
      weight: 1,
    });
  });

  it('give a weight whose parts multiply to it', () => {
    const reports = [
      told(1, 'afp', { locationPrecision: 3, deathsBest: null }),
      told(2, 'radio', { locationPrecision: 3, deathsBest: null }),
    ];
    const [event] = onePerIncident(incidentGroupsOf(reports, riskPolicy));
    const { harm, place, confidence, source } = weightParts(event!, riskPolicy);
    expect({ harm, place, confidence, source }).toEqual({
      harm: 0.5,
      place: 0.7,
      confidence: 0.8,
      source: 1,
    });
    expect(weightOf(event!, riskPolicy)).toBe(harm * place * confidence * source);
  });
});

describe('events read from reports in prose', () => {
  const read = (eventId: number, report: string, origin: string, over: Partial<IncidentEvent> = {}) =>
    incidentEvent({
      eventId,
      source: 'news',
      sourceEventId: `${report}#${eventId}`,
      origin,
      confidence: 'provisional',
      ...over,
    });

  it('are not joined where one report tells of both', () => {
    expect(form([read(1, 'https://a', 'afp'), read(2, 'https://a', 'afp')])).toEqual([]);
    expect(form([read(1, 'https://a', 'afp'), read(2, 'https://b', 'afp')])).toHaveLength(1);
  });

  it('are joined across publishers as across sources: a day apart, and by another name of the same violence', () => {
    const later = {
      occurredOn: '2025-03-20',
      type: 'Violence against civilians',
      subType: 'Attack',
    } as const;
    expect(form([read(1, 'https://a', 'afp'), read(2, 'https://b', 'radio', later)])).toHaveLength(1);
    expect(form([read(1, 'https://a', 'afp'), read(2, 'https://b', 'afp', later)])).toEqual([]);
  });
});
