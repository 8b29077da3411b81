/** What a text calls those who act when it does not name them. */
export type GenericActor =
  | 'army'
  | 'police'
  | 'rebels'
  | 'militia'
  | 'gunmen'
  | 'peacekeepers'
  | 'protesters'
  | 'crowd'
  | 'civilians'
  | 'company';

/**
 * The words of a language for those who act when it does not name them, in the notation of `clauses/phrases.ts`. Where
 * two kinds share a phrase, the first counts.
 */
export type ActorWords = readonly (readonly [phrases: string, who: GenericActor])[];
