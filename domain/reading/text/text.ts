/** The languages that are read. Reports in others are kept and marked unread. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** A part of a text: UTF-16 offsets, the end not included. */
export type Span = { start: number; end: number };

/** One sentence of a report, with its place in the text. */
export type Sentence = Span & {
  text: string;
  /** Number of its paragraph in the text, from 0. */
  paragraph: number;
  /** Quoted parts, as offsets in the whole text, the marks not included. */
  quotes: Span[];
  /** `link`: "READ:", "Also read", "Lire aussi" and the like. `caption`: the text of a picture. */
  kind: 'body' | 'caption' | 'link' | 'credit';
};
