import { foldActorName } from './actor.ts';
import { confidences, type EventContent } from './event.ts';

export const attestations = [...confidences, 'corroborated'] as const;

/** What attestation rests on; `origins` says who tells it independently of each other, where several do. */
export type Attested = Pick<EventContent, 'confidence'> & { origins?: readonly string[] };

/**
 * How well an event is attested. Two or more that do not copy each other lift it by one step: what is provisional is
 * then corroborated, what is doubtful provisional.
 */
export function attestationOf({ confidence, origins = [] }: Attested): (typeof attestations)[number] {
  if (confidence === 'confirmed' || origins.length < 2) return confidence;
  return confidence === 'doubtful' ? 'provisional' : 'corroborated';
}

/** Grades of attestation of a signal, the weakest first. */
export const signalAttestations = [
  'doubtful',
  'reading',
  'provisional',
  'corroborated',
  'operator',
  'confirmed',
] as const;
export type SignalAttestation = (typeof signalAttestations)[number];

/**
 * How well the fact behind a signal is attested: as its event, but what a machine has read from a text, and nobody
 * has repeated or confirmed, is told apart, and so is what the operator of the site says itself.
 */
export function signalAttestationOf(
  event: Attested & Pick<EventContent, 'origin' | 'actors'>,
  operator: string | null = null,
): SignalAttestation {
  const attestation = attestationOf(event);
  if (attestation !== 'provisional') return attestation;
  if (operator !== null && isSaidBy(event, operator)) return 'operator';
  return event.origin === null ? 'provisional' : 'reading';
}

/**
 * The machine reading that an event rests on alone; null where it was coded by its source, where a person has confirmed
 * it, or where another origin repeats it. The events of one text share it.
 */
export function soleReadingOf(
  event: Attested & Pick<EventContent, 'origin' | 'sourceEventId'>,
): string | null {
  const isSole =
    event.origin !== null && event.confidence === 'provisional' && (event.origins?.length ?? 0) < 2;
  return isSole ? event.sourceEventId.replace(/#\d+$/, '') : null;
}

/** True where the operator itself is the one who acts and, of what was read from a text, also the one who published it. */
function isSaidBy({ actors, origin }: Pick<EventContent, 'origin' | 'actors'>, operator: string): boolean {
  const name = firstWord(operator);
  const isOperator = (given: string | undefined | null) => !!given && firstWord(given) === name;
  return name.length > 2 && isOperator(actors[0]) && (origin === null || isOperator(origin));
}

/** "Alphamin Resources" and "Alphamin Bisie Mining" are one operator. */
function firstWord(name: string): string {
  return foldActorName(name).split(' ')[0]!;
}
