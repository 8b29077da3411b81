import { correctionOf, type TellableContent } from './correction.ts';

/** An event that an alert has told: the revision that was told, and the one that it was last compared with. */
export type ToldEvent = { eventId: number; revision: number; seen: number };

/** A told event that has changed since it was last looked at: as it was told, and as it stands. */
export type ChangedEvent = {
  told: TellableContent & { eventId: number; revision: number };
  now: TellableContent & { eventId: number; revision: number };
};

/** What a reader would want to know of the changes, a sentence each; a sentence is not told twice. */
export function correctionsIn(changed: readonly ChangedEvent[]): string[] {
  return [
    ...new Set(changed.map(({ told, now }) => correctionOf(told, now)).filter((text) => text !== null)),
  ];
}

/** The told events after a look at what changed of them that led to no telling. */
export function seenAgain(told: readonly ToldEvent[], changed: readonly ChangedEvent[]): ToldEvent[] {
  const now = new Map(changed.map(({ now }) => [now.eventId, now.revision]));
  return told.map((event) => ({ ...event, seen: now.get(event.eventId) ?? event.seen }));
}

/** The told events after a telling: what changed is told as it stands, what is retracted is told no more. */
export function toldAgain(
  told: readonly ToldEvent[],
  changed: readonly ChangedEvent[],
  evidence: readonly { eventId: number; revision: number }[],
): ToldEvent[] {
  const after = new Map(told.map((event) => [event.eventId, event]));
  for (const { now } of changed) {
    if (now.retracted) after.delete(now.eventId);
    else after.set(now.eventId, { eventId: now.eventId, revision: now.revision, seen: now.revision });
  }
  for (const { eventId, revision } of evidence) after.set(eventId, { eventId, revision, seen: revision });
  return [...after.values()];
}
