/**
 * How words end, by what that makes of them; each "." stands for a letter that must come before. With accents, but those
 * of pasts, peoples and adjectives without.
 */
export const endingsEn = {
  plurals: 's',
  /** Adverbs may stand within a verb: "was HEAVILY attacked". */
  adverbs: '...ly',
  /** Behind "to" or "not" a word that ends so is a noun still: "to ATTACKS". */
  nouns: 's ing',
  /** A verb that tells of the past. */
  pasts: '...ed',
  /** A verb that tells of what will be: "SERA", "arriveront". */
  futures: '',
  /** The participle of a finite verb: "ont ATTAQUÉ". */
  participles: '',
  /** With a capital, people of a country: "Malawians". */
  peoples: 'ian ians can cans yan yans ese eses uan uans ish',
  /** Behind a noun that counts people they go with it: "soldats CONGOLAIS". */
  adjectives: '',
};
