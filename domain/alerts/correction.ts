import { foldActorName } from '../actor.ts';
import { type EventContent, isDeadly } from '../event.ts';
import { distanceKm } from '../sphere.ts';
import { lowerFirst, placeText } from '../wording.ts';

/** What the rule below compares of an event as it was told and as it stands. */
export type TellableContent = Pick<
  EventContent,
  | 'occurredOn'
  | 'type'
  | 'subType'
  | 'place'
  | 'latitude'
  | 'longitude'
  | 'uncertaintyKm'
  | 'actors'
  | 'deathsLow'
  | 'deathsBest'
  | 'confidence'
> & { retracted: boolean };

/** A toll that changes by less than this part, or by fewer than this many, is no news to whoever was told of it. */
const deathsPart = 0.5;
const fewDeaths = 3;

/**
 * What a reader who was told of an event would want to know of its correction, in a sentence: what was told, what
 * holds now. Null where the change is none of that: another spelling, a few metres, a better note.
 */
export function correctionOf(told: TellableContent, now: TellableContent): string | null {
  const before = toldText(told);
  if (now.retracted || now.confidence === 'doubtful') {
    if (told.retracted || told.confidence === 'doubtful') return null;
    const why = now.retracted
      ? 'the report was retracted or rejected'
      : 'the report is now held to be doubtful';
    return `${before}: ${why}.`;
  }
  const changes = [
    actorsChange(told, now),
    placeChange(told, now),
    told.type !== now.type || told.subType !== now.subType ? `it was ${lowerFirst(now.subType)}` : null,
    told.occurredOn !== now.occurredOn ? `it happened on ${now.occurredOn}` : null,
    deathsChange(told, now),
  ].filter((change) => change !== null);
  return changes.length > 0 ? `${before}: ${changes.join('; ')}.` : null;
}

/** An event as it was told, in a few words. */
export function toldText(told: TellableContent): string {
  return `${told.subType} at ${placeText(told)} on ${told.occurredOn}`;
}

function actorsChange(told: TellableContent, now: TellableContent): string | null {
  const names = ({ actors }: TellableContent) => [...new Set(actors.map(foldActorName))].sort().join('; ');
  if (names(told) === names(now)) return null;
  const listed = ({ actors }: TellableContent) =>
    actors.length > 0 ? actors.join(' and ') : 'nobody who is known';
  return `the actors are ${listed(now)}, not ${listed(told)}`;
}

/** A place has changed where it lies further off than its uncertainty had said. */
function placeChange(told: TellableContent, now: TellableContent): string | null {
  if (now.latitude === null || now.longitude === null)
    return told.latitude === null ? null : 'its place is not known';
  if (told.latitude === null || told.longitude === null) return `it was at ${placeText(now)}`;
  const movedKm = distanceKm(
    { latitude: told.latitude, longitude: told.longitude },
    { latitude: now.latitude, longitude: now.longitude },
  );
  return movedKm > told.uncertaintyKm
    ? `it was at ${placeText(now)}, ${Math.round(movedKm)} km from there`
    : null;
}

function deathsChange(told: TellableContent, now: TellableContent): string | null {
  const [before, after] = [told, now].map((event) => event.deathsBest ?? event.deathsLow);
  if (after === null || after === undefined) return null;
  if (isDeadly(told) !== isDeadly(now) && before !== null) return `${after === 0 ? 'nobody' : after} died`;
  const difference = Math.abs(after - (before ?? after));
  const isLarge = difference >= fewDeaths && difference >= deathsPart * Math.max(before ?? 0, 1);
  return isLarge ? `${after} died, not ${before}` : null;
}
