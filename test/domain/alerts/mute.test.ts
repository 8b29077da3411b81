import { describe, expect, it } from 'vitest';
import { riskPolicy } from '../../../config/risk-policy.ts';
import { findMute, type Mute, type Telling } from '../../../domain/alerts/mute.ts';
import type { SignalName } from '../../../domain/risk/signal.ts';
import type { FurtherSignal } from '../../../domain/risk/strongest.ts';

const actors = new Map([
  ['m23', { side: 'non-state', group: 'm23' }],
  ['alliance fleuve congo', { side: 'non-state', group: 'm23' }],
] as const);

function mute(over: Partial<Mute>): Mute {
  return { id: 1, siteNo: null, actor: null, signal: null, includesSevere: false, ...over };
}

/** A signal that adds as much to the expected harm. */
function signal(name: SignalName, expected: number, eventId?: number): FurtherSignal {
  const event = eventId === undefined ? null : { eventId, revision: 1 };
  return { signal: name, key: name, expected, share: 0, event };
}

const actorsByEvent = new Map([
  [1, ['AFC/M23', 'FARDC']],
  [2, ['M23']],
  [3, ['ADF']],
]);
const known = new Map([...actors, ['afc m23', { side: 'non-state', group: 'm23' }] as const]);

/** Site 7 rises to high by a seizure of M23; each test states what differs. */
function muteOf(mutes: Mute[], over: Partial<Telling> = {}) {
  const telling: Telling = {
    siteNo: 7,
    level: 'high',
    toldLevel: 'guarded',
    expectedHarm: 0.6,
    signals: [signal('front', 0.5, 1)],
    actorsOf: (eventId) => actorsByEvent.get(eventId) ?? [],
    ...over,
  };
  return findMute(telling, mutes, riskPolicy, known)?.id ?? null;
}

describe('a mute of a site', () => {
  it('holds for all of it, whatever the level rests on, and for no other site', () => {
    expect(muteOf([mute({ siteNo: 7 })])).toBe(1);
    expect(muteOf([mute({ siteNo: 7 })], { signals: [], expectedHarm: 0.7 })).toBe(1);
    expect(muteOf([mute({ siteNo: 7 })], { siteNo: 8 })).toBeNull();
  });
});

describe('a mute of an actor', () => {
  it('holds for all names of the actor and its allies', () => {
    for (const name of ['M23', 'm23', 'Alliance Fleuve Congo', 'AFC/M23']) {
      expect(muteOf([mute({ actor: name })]), name).toBe(1);
    }
    expect(muteOf([mute({ actor: 'ADF' })])).toBeNull();
  });

  it('does not hold where another actor makes the level as well', () => {
    const signals = [signal('front', 0.5, 2), signal('front', 0.5, 3)];
    const expectedHarm = 1.01;
    expect(muteOf([mute({ actor: 'M23' })], { signals, expectedHarm })).toBeNull();
    expect(muteOf([mute({ actor: 'M23' }), mute({ id: 2, actor: 'ADF' })], { signals, expectedHarm })).toBe(
      1,
    );
  });

  it('keeps actors apart that are written in another script', () => {
    actorsByEvent.set(9, ['قوات الدعم السريع']);
    const signals = [signal('front', 0.5, 9)];
    expect(muteOf([mute({ actor: 'الجيش' })], { signals })).toBeNull();
    expect(muteOf([mute({ actor: 'قوات الدعم السريع' })], { signals })).toBe(1);
  });
});

describe('a mute of a signal', () => {
  it('holds where the level would not be reached without it', () => {
    expect(muteOf([mute({ signal: 'front' })])).toBe(1);
    expect(muteOf([mute({ signal: 'attack-on-site' })])).toBeNull();
  });

  it('does not hold where the rest makes the level by itself', () => {
    expect(muteOf([mute({ signal: 'front' })], { expectedHarm: 1.2 })).toBeNull();
    expect(muteOf([mute({ signal: 'front' })], { signals: [], expectedHarm: 0.7 })).toBeNull();
  });
});

describe('a rise to severe', () => {
  const severe = { level: 'severe', expectedHarm: 1.5, signals: [signal('attack-on-site', 1.4, 1)] } as const;

  it.each([
    ['site', { siteNo: 7 }],
    ['actor', { actor: 'M23' }],
    ['signal', { signal: 'attack-on-site' }],
  ] as const)('is hidden by a mute of a %s only if it says so', (_, what) => {
    expect(muteOf([mute(what)], severe)).toBeNull();
    expect(muteOf([mute({ ...what, includesSevere: true })], severe)).toBe(1);
  });

  it('counts as one where nothing was told of the site, however severe past events had made it', () => {
    expect(muteOf([mute({ siteNo: 7 })], { ...severe, toldLevel: 'unknown' })).toBeNull();
  });

  it('is over once severe was told: what follows at that level is muted again', () => {
    expect(muteOf([mute({ siteNo: 7 })], { ...severe, toldLevel: 'severe' })).toBe(1);
  });
});
