/** How words bound a number: "at least 35" is `least`, "fewer than 10" is `below`. */
export type Bound = 'least' | 'most' | 'below' | 'about' | 'nearly' | 'plain';

/** The words of a language that bound a number, in the tokens' plain form. */
export type BoundWords = {
  before: Partial<Record<Bound, readonly string[]>>;
  /** "35 or more". */
  leastAfter: readonly string[];
  /** "did not kill fewer than 20", "n'a pas fait moins de 20 morts": with one word between, they turn a bound. */
  turning: readonly string[];
  /** What `turning` makes of a bound. */
  turned: Partial<Record<Bound, Bound>>;
};
