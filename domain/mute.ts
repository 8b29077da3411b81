import { type ActorRegister, groupOf } from './actor.ts';
import { isHigher, type Level, levelOfScore } from './level.ts';
import type { RiskPolicy } from './policy.ts';
import type { Signal, SignalName } from './signal.ts';

/** What a person does not want to be told: a site, an actor with its allies, or a signal. */
export type Mute = {
  id: number;
  siteNo: number | null;
  actor: string | null;
  signal: SignalName | null;
  includesSevere: boolean;
};

/** What is about to be told. `actorsOf` gives the actors of an event that a signal cites. */
export type Telling = {
  siteNo: number;
  level: Level;
  /** The level told before; unknown where nothing was: what past events made of the site was not told. */
  toldLevel: Level;
  score: number;
  signals: readonly Signal[];
  actorsOf: (eventId: number) => readonly string[];
};

/**
 * The mute that keeps an alert revision from being delivered; null where none does. A mute of a site holds for all of
 * it. A mute of an actor or a signal holds where every signal that makes the level is muted and the score alone does
 * not make it. A rise to severe is hidden only by a mute that says so.
 */
export function findMute(
  telling: Telling,
  mutes: readonly Mute[],
  policy: RiskPolicy,
  actors: ActorRegister,
): Mute | null {
  const risesToSevere = telling.level === 'severe' && isHigher(telling.level, telling.toldLevel);
  const inForce = mutes.filter((mute) => mute.includesSevere || !risesToSevere);
  const ofSite = inForce.find((mute) => mute.siteNo === telling.siteNo);
  if (ofSite) return ofSite;
  if (!isHigher(telling.level, levelOfScore(telling.score, policy))) return null;
  const deciding = telling.signals.filter((signal) => signal.level === telling.level);
  const muting = deciding.map((signal) => inForce.find((mute) => isMuted(signal, mute, telling, actors)));
  return muting.length > 0 && muting.every((mute) => mute) ? muting[0]! : null;
}

function isMuted(signal: Signal, mute: Mute, { actorsOf }: Telling, actors: ActorRegister): boolean {
  if (mute.signal !== null) return signal.signal === mute.signal;
  if (mute.actor === null) return false;
  const muted = groupOf(mute.actor, actors);
  const first = signal.events[0];
  return first !== undefined && actorsOf(first.eventId).some((actor) => groupOf(actor, actors) === muted);
}
