import type { AlertNotice, Evidence } from '../../domain/alerts/alert-notice.ts';
import type { ScoreHistory } from '../../domain/alerts/score-history.ts';
import type { MessageContent } from '../../services/notifier/message-content.ts';
import { drawPictures } from '../../services/notifier/picture/draw-pictures.ts';
import type { Picture, PictureFacts } from '../../services/notifier/picture/picture.ts';

/** The events of March 2025 around the Bisie mine, as the notifier gets them. */

const walikaleTaken: Evidence = {
  eventId: 41,
  revision: 1,
  occurredOn: '2025-03-19',
  datePrecision: 1,
  type: 'Battles',
  subType: 'Non-state actor overtakes territory',
  place: 'Walikale',
  latitude: -1.43049,
  longitude: 28.07519,
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
  publisher: 'Example Press',
  distanceKm: 57.3,
  named: false,
  share: 0.11,
};

export const mubiClash: Evidence = {
  ...walikaleTaken,
  eventId: 42,
  subType: 'Armed clash',
  place: 'Mubi',
  latitude: -1.30883,
  longitude: 27.89323,
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
  latitude: -1.033035,
  longitude: 27.744321,
  uncertaintyKm: 1,
  actors: ['Alphamin Bisie Mining'],
  notes: 'Operational mining staff evacuated; care, maintenance and security staff remained on site.',
  url: 'https://www.example.org/bisie-evacuated?from=press&lang=en',
  distanceKm: 0,
  named: true,
  share: 0,
};

const restarted: Evidence = {
  ...bisieEvacuated,
  eventId: 43,
  occurredOn: '2025-04-09',
  subType: 'Operation restarted',
  url: null,
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
  latitude: -1.033035,
  longitude: 27.744321,
};

type Signal = AlertNotice['signals'][number];

function chance(outcome: Signal['chances'][number]['outcome'], harm: number, p: number, share: number) {
  const factors = { base: p, isMeasured: outcome === 'ground', attestation: 1, place: 1, fading: 1 };
  return { outcome, ...factors, p, harm, expected: harm * p, share };
}

export const suspended: Signal = {
  signal: 'operation-suspended',
  key: 'operation-suspended:40',
  reason: 'Work stopped on 2025-03-13, says Alphamin Bisie Mining (site evacuated); no restart is known.',
  attestedAs: 'confirmed',
  chances: [chance('stop', 5, 1, 0.95)],
  kept: 1,
  events: [{ eventId: 40, revision: 1 }],
  furtherEvents: 0,
  since: new Date('2025-03-13T00:00:00Z'),
};

const front: Signal = {
  signal: 'front',
  key: 'front:41',
  reason: 'M23 took Walikale on 2025-03-19, 57 km ± 5 km from the site, and holds it as far as is known.',
  attestedAs: 'confirmed',
  chances: [chance('ground', 8, 0.04, 0.5), chance('stop', 5, 0.05, 0.4)],
  kept: 1,
  events: [{ eventId: 41, revision: 1 }],
  furtherEvents: 0,
  since: new Date('2025-03-19T00:00:00Z'),
};

export const opened: AlertNotice = {
  alertId: 7,
  revision: 1,
  kind: 'opened',
  level: 'severe',
  previousLevel: 'low',
  score: 99.4,
  violenceChance: 0.4,
  corrections: [],
  isPinned: true,
  isStanding: false,
  endsWatch: false,
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
  score: 44.9,
  violenceChance: 4.3,
  reason: 'level rose from elevated to high',
  at: new Date('2025-03-20T09:00:00Z'),
  signals: [front],
  evidence: [mubiClash, walikaleTaken],
};

export const updated: AlertNotice = {
  ...escalated,
  revision: 3,
  kind: 'updated',
  level: 'severe',
  previousLevel: 'severe',
  score: 99.5,
  reason: 'new signal at the same level: front',
  signals: [suspended, front],
  evidence: [mubiClash, walikaleTaken, bisieEvacuated],
};

export const eased: AlertNotice = {
  ...updated,
  revision: 4,
  kind: 'eased',
  level: 'elevated',
  previousLevel: 'severe',
  score: 17.8,
  reason: 'Work was taken up again on 2025-04-09, says Alphamin Bisie Mining.',
  at: new Date('2025-04-11T10:00:00Z'),
  signals: [],
  evidence: [restarted, mubiClash, walikaleTaken],
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

export const withdrawn: AlertNotice = {
  ...updated,
  revision: 5,
  kind: 'resolved',
  level: 'unknown',
  endsWatch: true,
  reason: 'the site is no longer watched: withdrawn by Ada: it stood twice',
  signals: [],
  evidence: [],
};

export const cancelled: AlertNotice = {
  ...opened,
  revision: 2,
  kind: 'cancelled',
  level: 'unknown',
  previousLevel: 'severe',
  score: 0.5,
  reason:
    'what the alert rested on was corrected: Site evacuated at Bisie on 2025-03-13: the report was retracted or rejected.',
  corrections: ['Site evacuated at Bisie on 2025-03-13: the report was retracted or rejected.'],
  at: new Date('2025-03-14T08:30:00Z'),
  signals: [],
  evidence: [],
};

export const corrected: AlertNotice = {
  ...updated,
  revision: 4,
  kind: 'corrected',
  reason: 'Armed clash at Mubi on 2025-03-19: the actors are ADF, not M23 and FARDC.',
  corrections: ['Armed clash at Mubi on 2025-03-19: the actors are ADF, not M23 and FARDC.'],
  evidence: [{ ...mubiClash, actors: ['ADF'], revision: 2 }, walikaleTaken, bisieEvacuated],
};

/** Unknown, then elevated eleven days before `updated`, then severe. */
export const history: ScoreHistory = {
  levelFrom: { guarded: 5, elevated: 15, high: 35, severe: 65 },
  points: [
    { at: new Date('2025-01-05T00:00:00Z'), score: 4, level: 'unknown' },
    { at: new Date('2025-03-09T09:00:00Z'), score: 18, level: 'elevated' },
    { at: new Date('2025-03-13T16:00:00Z'), score: 99, level: 'severe' },
  ],
};

export const facts: PictureFacts = {
  history,
  held: [
    { name: 'Masisi', actor: 'M23', latitude: -1.39832, longitude: 28.8183 },
    { name: 'Walikale', actor: 'M23', latitude: -1.43049, longitude: 28.07519 },
  ],
  towns: [
    { name: 'Goma', latitude: -1.67409, longitude: 29.22845 },
    { name: 'Biruwe', latitude: -1.23, longitude: 27.63 },
  ],
};

/** The pictures of a message with their words, for tests that look at no pixel. */
export function picturesOf(message: MessageContent): Promise<Picture[]> {
  const draw = async () => ({ map: 'bWFw', curve: 'Y3VydmU=' });
  return drawPictures(message, { warn: () => {} }, { draw });
}

export const ownSite = { id: 'bisie', name: 'Bisie', latitude: -1.033035, longitude: 27.744321 };

export function messageOf(notices: AlertNotice[], changes: Partial<MessageContent> = {}): MessageContent {
  return {
    messageId: '<0123456789abcdef0123456789abcdef@alerts.example.org>',
    at: notices[0]?.at ?? new Date('2025-03-13T16:00:00Z'),
    recipient: 'buyer@smelter.example',
    notices,
    ownSite: null,
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
    isPinned: false,
    level: i < 40 ? 'high' : i < 100 ? 'elevated' : 'guarded',
    previousLevel: 'low',
    score: i < 40 ? 60 - i / 3 : i < 100 ? 34 - (i - 40) / 4 : 14 - (i - 100) / 400,
    reason: `level rose to ${i < 40 ? 'high' : i < 100 ? 'elevated' : 'guarded'}`,
    signals: i < 40 ? [front] : [],
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
