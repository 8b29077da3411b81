import type { KnownActor } from './actor-lexicon.ts';

/** Who "the rebels" of a text can be. */
export function isRebel(actor: KnownActor): boolean {
  return actor.side === 'non-state' && !actor.isLoyal;
}
