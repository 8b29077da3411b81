/** The languages that are read. Reports in others are kept and marked unread. */
export const languages = ['en', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];

/** A part of a text: UTF-16 offsets, the end not included. */
export type Span = { start: number; end: number };

/** A word, a number or a mark of a text, with all that any room asks about it; offsets in the whole text. */
export type Token = Span & {
  /** As written. */
  raw: string;
  /** Lower case without an apostrophe: "l'" is the word "l", "didn't" the words "didn" and "t". */
  word: string;
  /** The same without accents ("tués" is "tues"); of any dash "-". */
  plain: string;
  /** A word or a number. */
  isWord: boolean;
  kind: 'word' | 'number' | 'mark';
  /** Of a number; null where it has too many digits to mean anything. */
  value: number | null;
  /** "19th", "1er". */
  isOrdinal: boolean;
  /** How it is written: `Goma`, `goma`, `GOMA`, or with digits first. */
  shape: 'Capital' | 'lower' | 'UPPER' | 'number';
  /** Of a word: what stands between it and the word before, nothing but this, or `break` for anything else. */
  before: 'space' | 'hyphen' | 'apostrophe' | 'dot' | 'break';
};

/** One sentence of a report, with its place in the text. */
export type Sentence = Span & {
  text: string;
  tokens: readonly Token[];
  /** Number of its paragraph in the text, from 0. */
  paragraph: number;
  /** Quoted parts, as offsets in the whole text, the marks not included. */
  quotes: Span[];
  /** `link`: "READ:", "Also read", "Lire aussi" and the like. `caption`: the text of a picture. */
  kind: 'body' | 'caption' | 'link' | 'credit';
};
