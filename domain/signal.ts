import type { RaisedLevel } from './level.ts';

export const signalNames = [
  'attack-on-site',
  'territory-seized',
  'front-approaching',
  'operation-suspended',
  'armed-presence',
] as const;
export type SignalName = (typeof signalNames)[number];

/** A named warning that a score cannot express, active at the instant it was read for. */
export type Signal = {
  signal: SignalName;
  level: RaisedLevel;
  /** One sentence for a person. */
  reason: string;
  /** The event revisions behind it, first the one that fired it; none where a field visit did. */
  events: { eventId: number; revision: number }[];
  /** The incident of the event that fired it, where that event is one of several reports of it. */
  incidentId?: number;
  since: Date;
  /** When it ends by itself if nothing more is heard; null where only an event can end it. */
  until: Date | null;
};

/** What stays the same while a signal lasts: tells a new signal from one already told. */
export function signalKey({
  signal,
  events,
  incidentId,
  since,
}: Pick<Signal, 'signal' | 'events' | 'incidentId' | 'since'>): string {
  // An incident bears the id of its first event: a second report of what was told is nothing new.
  return `${signal}:${incidentId ?? events[0]?.eventId ?? since.toISOString().slice(0, 10)}`;
}
