import { wordSets } from '../join-words.ts';

export const webAddresses = wordSets({
  /** "Actualite.CD" is one word. */
  ends: 'cd com net org info fr be ch uk rw ug tv africa int',
});
