export type DeathsKind = 'killed' | 'injured' | 'displaced' | 'abducted' | 'arrested';

/**
 * How a word takes those it speaks of. `participle`: "killed", "tués" (who, before or after it, by voice). `object`:
 * "killing", "tuant" (after it). `subject`: "died", "péri" (before it). `noun`: "35 dead", "the killing of 35".
 * `zero`: "casualties", "victimes": read only where there are none.
 */
export type DeathForm = 'participle' | 'object' | 'subject' | 'noun' | 'zero';

/** The words of a language that tell what became of people, in the tokens' plain form. */
export type DeathWords = Record<DeathsKind, Partial<Record<DeathForm, string>>>;
