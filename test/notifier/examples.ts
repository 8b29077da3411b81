import type { AlertNotice, Evidence, MessageContent } from '../../services/notifier/message-content.ts';

/** The events of March 2025 around the Bisie mine, as the notifier gets them. */

export const walikaleTaken: Evidence = {
  eventId: 41,
  revision: 1,
  occurredOn: '2025-03-19',
  datePrecision: 1,
  type: 'Battles',
  subType: 'Non-state actor overtakes territory',
  place: 'Walikale',
  locationPrecision: 1,
  uncertaintyKm: 5,
  actors: ['M23', 'FARDC'],
  deathsLow: null,
  deathsBest: null,
  deathsHigh: null,
  confidence: 'provisional',
  source: 'news',
  url: 'https://www.example.org/walikale-taken',
  notes: 'Farthest west that the movement had come since it appeared in 2012.',
  distanceKm: 57.3,
  named: false,
  share: 0.11,
};

export const mubiClash: Evidence = {
  ...walikaleTaken,
  eventId: 42,
  subType: 'Armed clash',
  place: 'Mubi',
  deathsLow: 3,
  distanceKm: 34.9,
  share: 0.64,
  url: null,
  notes: null,
};

const bisieEvacuated: Evidence = {
  ...walikaleTaken,
  eventId: 40,
  occurredOn: '2025-03-13',
  type: 'Strategic developments',
  subType: 'Site evacuated',
  place: 'Bisie',
  uncertaintyKm: 1,
  actors: ['Alphamin Bisie Mining'],
  notes: 'Operational mining staff evacuated; care, maintenance and security staff remained on site.',
  url: 'https://www.example.org/bisie-evacuated?from=press&lang=en',
  distanceKm: 0,
  named: true,
  share: 0,
};

const bisie: AlertNotice['site'] = {
  id: 'bisie',
  name: 'Bisie',
  minerals: ['cassiterite'],
  commodities: ['tin'],
  kind: 'industrial',
  operator: 'Alphamin Bisie Mining',
  country: 'CD',
  admin1: 'North Kivu',
};

const suspended: AlertNotice['signals'][number] = {
  signal: 'operation-suspended',
  level: 'severe',
  reason: 'Alphamin Bisie Mining reports site evacuated since 2025-03-13; no restart is known.',
  events: [{ eventId: 40, revision: 1 }],
  since: new Date('2025-03-13T00:00:00Z'),
  until: null,
};

const seized: AlertNotice['signals'][number] = {
  signal: 'territory-seized',
  level: 'high',
  reason: 'M23 took Walikale, 57 km ± 5 km from the site, on 2025-03-19.',
  events: [{ eventId: 41, revision: 1 }],
  since: new Date('2025-03-19T00:00:00Z'),
  until: new Date('2025-06-17T00:00:00Z'),
};

export const opened: AlertNotice = {
  alertId: 7,
  revision: 1,
  kind: 'opened',
  level: 'severe',
  previousLevel: 'low',
  score: 1.2,
  reason: 'level rose to severe',
  at: new Date('2025-03-13T16:00:00Z'),
  site: bisie,
  signals: [suspended],
  evidence: [bisieEvacuated],
};

export const escalated: AlertNotice = {
  ...opened,
  revision: 2,
  kind: 'escalated',
  level: 'high',
  previousLevel: 'elevated',
  score: 18.4,
  reason: 'level rose from elevated to high',
  at: new Date('2025-03-20T09:00:00Z'),
  signals: [seized],
  evidence: [mubiClash, walikaleTaken],
};

export const updated: AlertNotice = {
  ...escalated,
  revision: 3,
  kind: 'updated',
  level: 'severe',
  previousLevel: 'severe',
  reason: 'new signal at the same level: territory-seized',
  signals: [suspended, seized],
  evidence: [mubiClash, walikaleTaken, bisieEvacuated],
};

export const eased: AlertNotice = {
  ...updated,
  revision: 4,
  kind: 'eased',
  level: 'elevated',
  previousLevel: 'severe',
  score: 17.8,
  reason: 'below severe for 50 hours',
  at: new Date('2025-04-11T10:00:00Z'),
  signals: [],
  evidence: [mubiClash, walikaleTaken],
};

export const resolved: AlertNotice = {
  ...eased,
  revision: 5,
  kind: 'resolved',
  level: 'low',
  previousLevel: 'elevated',
  score: 3.6,
  reason: 'below guarded for 49 hours',
  at: new Date('2025-06-30T06:00:00Z'),
};

export const cancelled: AlertNotice = {
  ...opened,
  revision: 2,
  kind: 'cancelled',
  level: 'unknown',
  previousLevel: 'severe',
  score: 0.5,
  reason: 'what the alert rested on was corrected or retracted',
  at: new Date('2025-03-14T08:30:00Z'),
  signals: [],
  evidence: [],
};

export function messageOf(notices: AlertNotice[], changes: Partial<MessageContent> = {}): MessageContent {
  return {
    messageId: '<0123456789abcdef0123456789abcdef@alerts.example.org>',
    at: notices[0]?.at ?? new Date('2025-03-13T16:00:00Z'),
    recipient: 'buyer@smelter.example',
    notices,
    publicUrl: 'https://orewatch.example.org',
    mailFrom: 'Orewatch <orewatch@alerts.example.org>',
    ...changes,
  };
}

/** As many sites as IPIS lists around Bisie, all near the same two events, of falling level and score. */
export function manyNotices(count: number): AlertNotice[] {
  return Array.from({ length: count }, (_, i) => ({
    ...escalated,
    alertId: 1000 + i,
    revision: 1,
    kind: 'opened',
    level: i < 40 ? 'high' : i < 100 ? 'elevated' : 'guarded',
    previousLevel: 'low',
    score: Math.max(5, 60 - i / 3),
    reason: `level rose to ${i < 40 ? 'high' : i < 100 ? 'elevated' : 'guarded'}`,
    signals: i < 40 ? [seized] : [],
    evidence: [
      { ...mubiClash, distanceKm: 20 + i / 5 },
      { ...walikaleTaken, distanceKm: 40 + i / 5 },
    ],
    site: {
      ...bisie,
      id: `ipis-codmine${String(i).padStart(5, '0')}`,
      name: i === 0 ? 'Bisie' : `Mine ${i} Kalay Boeing`,
      minerals: i % 2 ? ['gold'] : ['cassiterite', 'coltan'],
      commodities: i % 2 ? ['gold'] : ['tin', 'tantalum'],
      kind: 'artisanal',
      operator: null,
    },
  }));
}
