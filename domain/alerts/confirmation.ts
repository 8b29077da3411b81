import { type TellableContent, toldText } from './correction.ts';

/** A told event and those of other sources that are the same occurrence, and confirmed. */
export type ConfirmedEvent = {
  told: TellableContent & { eventId: number };
  by: readonly { eventId: number; source: string }[];
};

/** That what was told is confirmed, in a sentence; the key is remembered with what was told, so that it is told once. */
export type Confirmation = { key: string; text: string };

/**
 * What an alert has told as not confirmed and others have confirmed since, each once. Where it has told the confirmed
 * event itself its readers know; `nameOf` says what a source is called.
 */
export function confirmationsOf(
  confirmed: readonly ConfirmedEvent[],
  { cited, toldKeys }: { cited: readonly { eventId: number }[]; toldKeys: readonly string[] },
  nameOf: (source: string) => string,
): Confirmation[] {
  const told = new Set(cited.map(({ eventId }) => eventId));
  return confirmed.flatMap(({ told: event, by }) => {
    const key = `confirmed:${event.eventId}`;
    const [first] = by;
    if (!first || toldKeys.includes(key) || by.some(({ eventId }) => told.has(eventId))) return [];
    return [{ key, text: `${toldText(event)}: confirmed by ${nameOf(first.source)}.` }];
  });
}
