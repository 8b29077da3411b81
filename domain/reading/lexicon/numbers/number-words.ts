/** What a word for a number stands for; null where it sets no such bound. */
export type LooseNumber = { low: number; best: number | null; high: number | null };

/** The numbers that may follow another one: the least of them, and the first that is too large. */
export type Room = { least: number; below: number };

/** The number words of a language, without accents, as tokens carry them. */
export type NumberWords = {
  numbers: Record<string, number>;
  /** Of numbers below a hundred those that not just one to nine may follow: "dix-SEPT", "soixante-QUINZE". */
  roomsBehind: readonly (readonly [number: number, room: Room])[];
  /** "two HUNDRED", "trois MILLE". */
  multipliers: Record<string, number>;
  /**
   * Words that stand for a number without naming one. A plural is at least two of its kind ("dozens": two dozen), and
   * its low figure is rounded down, because reporters use the words loosely: dozens 20, hundreds 100.
   */
  loose: Record<string, LooseNumber>;
  /** Round groups: about so many. With a number before them they multiply: "two dozen", "trois dizaines". */
  groups: Record<string, number>;
  /** Phrases for six; "*" is any token. */
  halfDozens: readonly string[];
};
