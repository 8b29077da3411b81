import { type ActorRegister, groupOf } from '../actor.ts';
import { scoreOf } from '../harm.ts';
import { isHigher, type Level, levelOfScore } from '../level.ts';
import type { RiskPolicy } from '../policy.ts';
import type { SignalName } from '../risk/signal.ts';
import type { FurtherSignal } from '../risk/strongest.ts';

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
  expectedHarm: number;
  /** All of them, in short. */
  signals: readonly FurtherSignal[];
  actorsOf: (eventId: number) => readonly string[];
};

/**
 * The mute that keeps an alert revision from being delivered; null where none does. A mute of a site holds for all of
 * it. A mute of an actor or a signal holds where the level would not be reached without what it mutes. A rise to
 * severe is hidden only by a mute that says so.
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
  const muted = telling.signals.flatMap((signal) => {
    const mute = inForce.find((candidate) => isMuted(signal, candidate, telling, actors));
    return mute ? [{ mute, expected: signal.expected }] : [];
  });
  if (muted.length === 0) return null;
  const rest = telling.expectedHarm - muted.reduce((sum, { expected }) => sum + expected, 0);
  return isHigher(telling.level, levelOfScore(scoreOf(rest), policy)) ? muted[0]!.mute : null;
}

function isMuted(signal: FurtherSignal, mute: Mute, { actorsOf }: Telling, actors: ActorRegister): boolean {
  if (mute.signal !== null) return signal.signal === mute.signal;
  if (mute.actor === null) return false;
  const muted = groupOf(mute.actor, actors);
  const { event } = signal;
  return event !== null && actorsOf(event.eventId).some((actor) => groupOf(actor, actors) === muted);
}
