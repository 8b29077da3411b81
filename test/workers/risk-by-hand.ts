import { riskPolicy } from '../../config/risk-policy.ts';
import type { EventContent } from '../../domain/event.ts';
import { chanceWithin, meanOverPlace } from '../../domain/risk/place-chance.ts';
import type { Signal } from '../../domain/risk/signal.ts';

export const day = 86_400_000;

/** What was said of one event, and when: the whole of what the answers must follow from. */
export type Said = { at: Date; content: EventContent | null };

/** Which source told of something, of which day and when: it is fresh by what it told of any place. */
export type Telling = { at: Date; source: string; occurredOn: string };

type SignalByHand = { signal: string; events: Known[]; expected: number };

export function textOfSignal({ signal, events, chances }: Signal): string {
  const expected = chances.reduce((sum, chance) => sum + chance.expected, 0);
  return `${signal} of ${events.map(({ eventId }) => eventId).join('+')}: ${expected.toFixed(9)}`;
}

export function textOfHand({ signal, events, expected }: SignalByHand): string {
  return `${signal} of ${events.map(({ eventId }) => eventId).join('+')}: ${expected.toFixed(9)}`;
}

type Known = EventContent & { eventId: number; km: number; named: boolean };

/** The risk by the words of the glossary and the figures of the policy alone, without the product's code. */
export function workOut(
  site: { id: string; latitude: number; longitude: number },
  said: ReadonlyMap<number, readonly Said[]>,
  idOf: ReadonlyMap<number, number>,
  saidEverywhere: readonly Telling[],
  at: Date,
  knownAt: Date | null,
) {
  const { score: s, weight: w, levelFrom, link, coverage } = riskPolicy;
  const events: Known[] = [];
  for (const [event, history] of said) {
    const last = history.findLast((one) => !knownAt || one.at <= knownAt);
    if (!last?.content || age(last.content, at) < 0) continue;
    const content = last.content;
    const named = content.siteIds.includes(site.id);
    const km = content.latitude === null ? 0 : Math.round(1000 * haversineKm(site, content)) / 1000;
    const reachKm = isControl(content) ? link.controlRadiusKm : link.radiusKm;
    if (named || (content.latitude !== null && km <= reachKm)) {
      events.push({ ...content, eventId: idOf.get(event)!, km, named });
    }
  }

  let expected = s.background;
  for (const e of events) {
    if ((e.locationPrecision ?? 1) >= 4 || weightless.includes(e.subType)) continue;
    if (age(e, at) > s.maxAgeDays || e.km > s.maxDistanceKm) continue;
    const isViolent = e.type === 'Battles' || e.type === 'Violence against civilians';
    const harm =
      (e.deathsBest ?? 0) > 0
        ? w.deadly
        : !isViolent
          ? w.nonViolent
          : e.deathsBest === null
            ? w.deathsUnknown
            : w.nonDeadly;
    const weight = harm * (e.locationPrecision === 3 ? w.districtOnly : 1) * w[e.confidence];
    for (const { amount, halfLifeDays, plateauKm, halvingKm } of s.terms) {
      const beyondKm = e.km > plateauKm ? e.km - plateauKm : 0;
      expected += weight * amount * 0.5 ** (age(e, at) / halfLifeDays) * 0.5 ** (beyondKm / halvingKm);
    }
  }
  const signals = signalsOf(events, at);
  const harm = signals.reduce((sum, signal) => sum + signal.expected, expected);
  const score = 100 * (1 - Math.exp(-harm));
  const violenceChance = 100 * (1 - Math.exp(-expected));
  const order = ['low', 'guarded', 'elevated', 'high', 'severe'];
  const band = order.filter((name) => score >= (levelFrom as Record<string, number>)[name]!).length;
  let level = order[band]!;
  const isFresh = saidEverywhere.some(({ at: toldAt, source, occurredOn }) => {
    const lagDays = coverage[source]!.lagDays;
    const lateMs = startOf(at.toISOString().slice(0, 10)) - startOf(occurredOn);
    return (!knownAt || toldAt <= knownAt) && lateMs <= lagDays * day;
  });
  if (level === 'low' && !isFresh) level = 'unknown';
  return { score, violenceChance, level, signals };
}

/** What tells of moves, words or the mine, not of violence. */
const weightless = [
  'Operation suspended',
  'Operation restarted',
  'Non-violent transfer of territory',
  'Withdrawal from territory',
];

function signalsOf(events: readonly Known[], at: Date): SignalByHand[] {
  const { harm, attestation, signal: p } = riskPolicy;
  const signals: SignalByHand[] = [];
  const add = (signal: string, expected: number, ...behind: Known[]) => {
    if (expected >= 0.001) signals.push({ signal, expected, events: behind });
  };
  const placed = events.filter((e) => (e.locationPrecision ?? 1) < 4 || e.named);

  for (const e of placed) {
    if (e.type !== 'Battles' && e.type !== 'Violence against civilians') continue;
    const place = e.named ? 1 : chanceWithin(e.km, e.uncertaintyKm, p.attack.reachKm);
    const fading = 0.5 ** (age(e, at) / p.attack.halfLifeDays);
    add('attack-on-site', harm.attack * p.attack.base * attestation[e.confidence] * place * fading, e);
  }

  for (const signal of frontsOf(placed, at)) add('front', signal.expected, ...signal.events);

  const news = events.filter((e) => e.named && e.subType.startsWith('Operation '));
  const restarts = news.filter((e) => e.subType === 'Operation restarted').map((e) => e.occurredOn);
  // Of a day on which work stopped and was taken up again it is not known how it ended: it may stand still.
  const stops = news
    .filter((e) => e.subType === 'Operation suspended' && restarts.every((on) => e.occurredOn >= on))
    .sort((a, b) => (a.occurredOn + a.sourceEventId < b.occurredOn + b.sourceEventId ? -1 : 1));
  if (stops.length > 0) {
    const sure = Math.max(...stops.map((e) => attestation[e.confidence]));
    const fading = 0.5 ** (age(stops.at(-1)!, at) / p.stop.halfLifeDays);
    add('operation-suspended', harm.stop * p.stop.base * sure * fading, ...stops);
  }
  return signals;
}

const sides = ['M23', 'ADF', 'FARDC'];

/** The side that took a place, '' where nobody is named; null where it was no armed group that took it. */
function takerOf({ subType, actors }: Known): string | null {
  const groups = actors.map((name) => sides.find((side) => name.endsWith(side)));
  const armed = (side: string | undefined) => side === 'M23' || side === 'ADF';
  if (subType === 'Non-state actor overtakes territory') return groups.find(armed) ?? '';
  return subType === 'Non-violent transfer of territory' && armed(groups[0]) ? groups[0]! : null;
}

/** The front of each side: its held place that adds most. */
function frontsOf(placed: readonly Known[], at: Date): SignalByHand[] {
  const { harm, attestation, signal } = riskPolicy;
  const { front } = signal;
  const located = placed.filter((e) => e.latitude !== null && (e.locationPrecision ?? 1) < 4);
  const changes = located.filter(isControl);
  const taken = changes.flatMap((e) => {
    const by = takerOf(e);
    return by === null ? [] : [{ e, by, until: endOf(e, by, changes) }];
  });
  const best = new Map<string, SignalByHand>();
  for (const { e, by, until } of taken) {
    if (until !== null) continue;
    const own = taken.filter((one) => one.by === by);
    const nearest = (on: number) =>
      Math.min(
        ...own
          .filter((one) => startOf(one.e.occurredOn) <= on && (one.until === null || one.until > on))
          .map((one) => one.e.km),
      );
    const today = startOf(at.toISOString().slice(0, 10));
    const earlier = Array.from({ length: front.approachWindowDays }, (_, i) =>
      nearest(today - (i + 1) * day),
    );
    const approaches = earlier.some((km) => Number.isFinite(km) && km > nearest(today) + front.approachKm);
    const heard = Math.min(
      ...located
        .filter((other) => other.occurredOn >= e.occurredOn && haversineKm(e, other) <= front.samePlaceKm)
        .filter((other) => other === e || other.actors.some((name) => by !== '' && name.endsWith(by)))
        .map((other) => age(other, at)),
    );
    const decay = (km: number, halvingKm: number) => 0.5 ** (Math.max(0, km - front.reachKm) / halvingKm);
    const falls = (km: number) =>
      km <= front.reachKm
        ? 1
        : km > front.maxKm
          ? 0
          : front.base * decay(km, front.halvingKm) * (approaches ? front.approachingFactor : 1);
    const stops = (km: number) =>
      km > front.maxKm
        ? 0
        : front.stop.base *
          decay(km, front.stop.halvingKm) *
          front.stop.kindFactor.artisanal *
          (approaches ? 1 : front.stop.standingFactor);
    const harmAt = (km: number) => harm.ground * falls(km) + harm.stop * stops(km);
    const mean = meanOverPlace(e.km, e.uncertaintyKm, harmAt, [front.reachKm, front.maxKm]);
    const expected = mean * attestation[e.confidence] * 0.5 ** (heard / front.quietHalfLifeDays);
    const known = best.get(by);
    if (!known || expected > known.expected + 1e-15) best.set(by, { signal: 'front', expected, events: [e] });
  }
  return [...best.values()];
}

/** The day on which a place was lost again, in ms; null while it is held. */
function endOf(e: Known, by: string, changes: readonly Known[]): number | null {
  const ends = changes
    .filter((later) => later.occurredOn > e.occurredOn)
    .filter((later) => haversineKm(e, later) <= riskPolicy.signal.front.samePlaceKm)
    .filter((later) => {
      if (later.subType === 'Government regains territory') return true;
      const who = takerOf(later) ?? sides.find((side) => later.actors[0]?.endsWith(side)) ?? '';
      return later.subType === 'Withdrawal from territory'
        ? who === by || later.actors.length === 0
        : who !== by;
    })
    .map((later) => startOf(later.occurredOn));
  return ends.length > 0 ? Math.min(...ends) : null;
}

function isControl({ subType }: EventContent): boolean {
  return subType.includes('territory');
}

export function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function age({ occurredOn }: EventContent, at: Date): number {
  return (at.getTime() - startOf(occurredOn)) / day;
}

type Place = { latitude: number | null; longitude: number | null };

function haversineKm(a: Place, b: Place): number {
  const rad = (degrees: number | null) => ((degrees ?? 0) * Math.PI) / 180;
  const hav = (angle: number) => Math.sin(angle / 2) ** 2;
  const h =
    hav(rad(a.latitude) - rad(b.latitude)) +
    Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * hav(rad(a.longitude) - rad(b.longitude));
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}
