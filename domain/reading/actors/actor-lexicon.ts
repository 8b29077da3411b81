import type { ActorSide } from '../../actor.ts';
import { roleWords } from '../lexicon/actors/roles.ts';
import { wordsOf } from '../text/fold.ts';

/** An actor as `data/actors.csv` knows it. */
export type KnownActor = {
  id: string;
  name: string;
  aliases: readonly string[];
  side: ActorSide;
  /** ISO 3166-1 alpha-2; null where it acts in several countries. */
  country: string | null;
  /** The id of the movement that it is a branch of. */
  belongsTo: string | null;
  /** True of a militia on the side of a government: nobody calls it rebels. */
  isLoyal: boolean;
};

type Spelling = { actor: KnownActor; words: readonly string[]; isCaseSensitive: boolean };

/** The spellings of all actors by their first word, folded; the longest first. */
export type ActorLexicon = {
  spellings: ReadonlyMap<string, readonly Spelling[]>;
  /** The regular army of a country. */
  armies: ReadonlyMap<string, KnownActor>;
  /** The army whose troops go by an adjective, folded: "Russian", "russes". */
  armyByAdjective: ReadonlyMap<string, KnownActor>;
  /** The branches of movements that act in many countries. */
  branches: readonly KnownActor[];
};

/**
 * Up to this length a name is matched only as it is written: "IS", "PDF", "MAC", "Shane" are words of their own in
 * lower case.
 */
const maxCaseSensitiveLength = 6;

/**
 * Builds the lexicon. Spellings that only a dataset uses ("M23: March 23 Movement", "AA (Arakan)") are left out: what
 * stands before the bracket or colon is ambiguous or an alias of its own.
 */
export function buildActorLexicon(actors: readonly KnownActor[]): ActorLexicon {
  const spellings = new Map<string, Spelling[]>();
  const armies = new Map<string, KnownActor>();
  const armyByAdjective = new Map<string, KnownActor>();
  for (const actor of actors) {
    for (const spelling of [actor.name, ...actor.aliases]) {
      if (/[(:]/.test(spelling)) continue;
      const words = wordsOf(spelling);
      const first = words[0];
      if (first === undefined) continue;
      if (words.length === 2 && words.some((word) => roleWords.troops.has(word)))
        armyByAdjective.set(words.find((word) => !roleWords.troops.has(word))!, actor);
      const isCaseSensitive = spelling.length <= maxCaseSensitiveLength && words.length === 1;
      const entry = { actor, words: isCaseSensitive ? [spelling.trim()] : words, isCaseSensitive };
      const known = spellings.get(first);
      if (known) known.push(entry);
      else spellings.set(first, [entry]);
      // "Codeco", "Monusco": so French papers write long abbreviations.
      if (isCaseSensitive && /^\p{Lu}{4,}$/u.test(spelling.trim())) {
        const capitalised = spelling.trim().charAt(0) + spelling.trim().slice(1).toLowerCase();
        spellings.get(first)!.push({ ...entry, words: [capitalised] });
      }
    }
    // Datasets call an army by its government; a contractor or a militia of the state is no army.
    const isArmy =
      (actor.side === 'state' || actor.side === 'external') &&
      actor.country !== null &&
      actor.aliases.some((alias) => /^(?:Government|Military Forces) of /.test(alias));
    if (isArmy && !armies.has(actor.country!)) armies.set(actor.country!, actor);
  }
  for (const list of spellings.values()) list.sort((a, b) => b.words.length - a.words.length);
  const branches = actors.filter(({ belongsTo }) => belongsTo !== null);
  return { spellings, armies, armyByAdjective, branches };
}
