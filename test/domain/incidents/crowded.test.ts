import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import {
  formIncidents,
  joinOccurrences,
  occurrencesOf,
  representativeCount,
} from '../../../domain/incidents/form-incidents.ts';
import { byConfirmation } from '../../../domain/incidents/incident.ts';
import { type IncidentEvent, sameOccurrence } from '../../../domain/incidents/occurrence.ts';
import { atOnce } from '../../../domain/steps.ts';
import { readActors } from '../../../services/sources/actors.ts';
import { crowd, groupsOf, incidentEvent } from '../../support/incidents.ts';

const actors = readActors();

function form(events: readonly IncidentEvent[], separations: { eventA: number; eventB: number }[] = []) {
  return atOnce(formIncidents(events, riskPolicy, separations, actors));
}

/** `count` reports of one occurrence by as many sources. */
function reportsOf(count: number, over: (i: number) => Partial<IncidentEvent> = () => ({})): IncidentEvent[] {
  return Array.from({ length: count }, (_, i) =>
    incidentEvent({
      eventId: i + 1,
      source: `paper-${i}`,
      sourceEventId: `${i}`.padStart(5, '0'),
      ...over(i),
    }),
  );
}

/** The incidents by a comparison of each event with all members, where nobody stands for others. */
function formByAll(events: readonly IncidentEvent[]): number[][] {
  const compare = byConfirmation(riskPolicy);
  const groups: IncidentEvent[][] = [];
  for (const event of events.toSorted(compare)) {
    const matches = (member: IncidentEvent) => sameOccurrence(event, member, riskPolicy, actors).same;
    const days = ([head]: IncidentEvent[]) =>
      Math.abs(Date.parse(head!.occurredOn) - Date.parse(event.occurredOn));
    // All lie on one meridian.
    const degrees = ([head]: IncidentEvent[]) => Math.abs(head!.latitude! - event.latitude!);
    const [nearest] = groups
      .filter((group) => group.every(matches))
      .sort((a, b) => days(a) - days(b) || degrees(a) - degrees(b) || compare(a[0]!, b[0]!));
    if (nearest) nearest.push(event);
    else groups.push([event]);
  }
  return groups.filter((group) => group.length > 1).map((group) => group.map((event) => event.eventId));
}

describe('a crowded incident', () => {
  it('is formed as by comparing all with all, as long as it has no more members than representatives', () => {
    fc.assert(
      fc.property(crowd({ minLength: 30, maxLength: representativeCount }), (events) => {
        expect(form(events).map(({ members }) => members)).toEqual(formByAll(events));
      }),
    );
  });

  it('does not depend on the order in which its events came in', () => {
    fc.assert(
      fc.property(
        crowd({ minLength: 80, maxLength: 150 }).chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          const named = (all: IncidentEvent[]) => {
            const numbered = all.map((event, i) => ({ ...event, eventId: i + 1 }));
            return groupsOf(
              form(numbered).map(({ members }) => members.map((id) => all[id - 1]!.sourceEventId)),
            );
          };
          expect(named(shuffled)).toEqual(named(events));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has further members of which each matches all representatives', () => {
    fc.assert(
      fc.property(crowd({ minLength: 80, maxLength: 150 }), (events) => {
        const byId = new Map(events.map((event) => [event.eventId, event]));
        for (const { members } of form(events)) {
          const [first, further] = [
            members.slice(0, representativeCount),
            members.slice(representativeCount),
          ];
          for (const a of [...first, ...further])
            for (const b of first)
              if (a !== b)
                expect(sameOccurrence(byId.get(a)!, byId.get(b)!, riskPolicy, actors).same).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is tied by pairs that grow with its members, not with their square', () => {
    const pairsOf = (count: number) =>
      atOnce(joinOccurrences(occurrencesOf(reportsOf(count), actors), riskPolicy, [])).ties.length;
    const amongRepresentatives = (representativeCount * (representativeCount - 1)) / 2;
    expect(pairsOf(representativeCount)).toBe(amongRepresentatives);
    expect(pairsOf(400)).toBe(amongRepresentatives + 400 - representativeCount);
  });

  it('parts what a person has separated, also of its further members', () => {
    const events = reportsOf(120);
    const { members } = form(events)[0]!;
    const [eventA, eventB] = [members[100]!, members[110]!];
    const [incident, ...others] = form(events, [{ eventA, eventB }]);
    expect(others).toEqual([]);
    expect(incident!.members).toEqual(members.filter((id) => id !== eventB));
  });

  it('holds one event of each report in prose, however many reports tell of two', () => {
    const told = reportsOf(200, (i) => ({
      source: 'news',
      origin: `paper-${Math.floor(i / 2)}`,
      sourceEventId: `https://paper/${`${Math.floor(i / 2)}`.padStart(5, '0')}#${i % 2}`,
    }));
    for (const { members } of form(told)) {
      const reports = members.map((id) => Math.floor((id - 1) / 2));
      expect(new Set(reports).size).toBe(reports.length);
    }
    expect(form(told).map(({ members }) => members.length)).toEqual([100, 100]);
  });

  it('holds one event of a source that joins its own reports', () => {
    const events = [
      ...reportsOf(60, () => ({ confidence: 'confirmed' })),
      ...[61, 62].map((eventId) =>
        incidentEvent({ eventId, source: 'acled', sourceEventId: `${eventId}`, confidence: 'provisional' }),
      ),
    ];
    expect(form(events).map(({ members }) => members.length)).toEqual([61]);
  });
});
