export type ActorSide = 'state' | 'non-state' | 'external' | 'peacekeeper';

/** Known actors by every folded name and alias (`foldActorName`); `group` is the id of the alliance at the top. */
export type ActorRegister = ReadonlyMap<string, { side: ActorSide; group: string }>;

/** One spelling for the ways in which sources write an actor: no accents, brackets, punctuation or case. */
export function foldActorName(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  const folded = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\([^)]*\)/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (foldedNames.size >= mostFoldedNames) foldedNames.clear();
  foldedNames.set(name, folded);
  return folded;
}

/** Thousands of events name the same few hundred actors, and each assessment asks for them again. */
const foldedNames = new Map<string, string>();
const mostFoldedNames = 10_000;

/**
 * The side an actor is on. One that is not in the register is taken by its name: ACLED and UCDP begin a state's forces
 * with "Military Forces of", "Police Forces of" or "Government of"; whoever else takes part is a non-state actor.
 */
export function sideOf(actor: string, actors: ActorRegister): ActorSide {
  const name = foldActorName(actor);
  const isState = /^(military forces|police forces|government) of /.test(name);
  return actors.get(name)?.side ?? (isState ? 'state' : 'non-state');
}

/** What stands for an actor and its allies alike: the register's group, or the folded name of one not in it. */
export function groupOf(actor: string, actors: ActorRegister): string {
  const name = foldActorName(actor);
  return actors.get(name)?.group ?? name;
}
