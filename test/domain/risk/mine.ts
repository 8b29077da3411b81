import { riskPolicy } from '../../../config/risk-policy.ts';
import type { LinkedEvent } from '../../../domain/event.ts';
import { assessSite, type Knowledge } from '../../../domain/risk/assess.ts';
import { linkedEvent } from '../../support/events.ts';

const actors: Knowledge['actors'] = new Map([
  ['m23', { side: 'non-state', group: 'm23' }],
  ['afc m23', { side: 'non-state', group: 'm23' }],
  ['adf', { side: 'non-state', group: 'adf' }],
  ['fardc', { side: 'state', group: 'fardc' }],
]);
const mine: Knowledge = { actors, kind: 'industrial', operator: null, isCovered: true, lastVisit: null };

/** The risk of a mine at noon of that day. */
export function risk(events: LinkedEvent[], day: string, over: Partial<Knowledge> = {}) {
  return assessSite(events, new Date(`${day}T12:00:00Z`), riskPolicy, { ...mine, ...over });
}

/** M23 takes Walikale, 57 km from the mine. */
export const taken = linkedEvent({
  eventId: 7,
  occurredOn: '2025-03-19',
  subType: 'Non-state actor overtakes territory',
  place: 'Walikale',
  latitude: -1.43049,
  longitude: 28.07519,
  deathsBest: 0,
  distanceKm: 57,
});
