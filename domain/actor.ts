export type ActorSide = 'state' | 'non-state' | 'external' | 'peacekeeper';

/** Side of each known actor, by its folded name or alias (`foldActorName`). */
export type ActorSides = ReadonlyMap<string, ActorSide>;

/** One spelling for the ways in which sources write an actor: no accents, brackets, punctuation or case. */
export function foldActorName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\([^)]*\)/g, ' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * The side an actor is on. One that is not in the list is taken by its name: ACLED and UCDP begin a state's forces
 * with "Military Forces of", "Police Forces of" or "Government of"; whoever else takes part is a non-state actor.
 */
export function sideOf(actor: string, sides: ActorSides): ActorSide {
  const name = foldActorName(actor);
  return (
    sides.get(name) ?? (/^(military forces|police forces|government) of /.test(name) ? 'state' : 'non-state')
  );
}
