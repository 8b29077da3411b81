import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../config/risk-policy.ts';
import { assessSite } from '../../domain/assess.ts';
import { findPairs, formIncidents, onePerIncident } from '../../domain/incident.ts';
import { type IncidentEvent, sameOccurrence } from '../../domain/occurrence.ts';
import { readActors } from '../../services/sources/actors.ts';
import { linkedEvent } from '../support/events.ts';
import { type CrowdedReport, crowdedReport, groupsOf, incidentEvent } from '../support/incidents.ts';

const actors = readActors();

function form(events: IncidentEvent[], separations: { eventA: number; eventB: number }[] = []) {
  return formIncidents(events, riskPolicy, separations, actors);
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
        const found = findPairs(events, riskPolicy, actors).map((pair) => `${pair.eventA} ${pair.eventB}`);
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
  const knowledge = { actors, isCovered: true, lastVisit: null };

  it('counts once, with its best confirmed member, which names the others', () => {
    expect(onePerIncident([news, confirmed, alone], riskPolicy)).toEqual([
      alone,
      { ...confirmed, alsoReportedBy: [{ eventId: 5, revision: 1, source: 'news' }] },
    ]);
    const both = assessSite([news, confirmed], at, riskPolicy, knowledge);
    expect(both.probability).toBe(assessSite([confirmed], at, riskPolicy, knowledge).probability);
  });

  it('gives one signal with all its reports as evidence, under the key that was told first', () => {
    const first = assessSite([{ ...news, incidentId: null }], at, riskPolicy, knowledge).signals;
    const { signals } = assessSite([news, confirmed], at, riskPolicy, knowledge);
    expect(signals).toHaveLength(1);
    expect(signals[0]!.events.map((event) => event.eventId)).toEqual([8, 5]);
    expect(first).toMatchObject([{ signal: 'attack-on-site', events: [{ eventId: 5 }] }]);
    expect(signals[0]!.incidentId).toBe(5);
  });
});
