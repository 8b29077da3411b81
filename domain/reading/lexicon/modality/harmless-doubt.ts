/**
 * Where a word of doubt is none: all that is given must hold of the words beside it. What `after` and `before` name
 * stands right beside the word; `beforeNumber` asks for a number behind it; `afterStem` for a word two or three back that
 * begins so.
 */
export type HarmlessDoubt = {
  words: string;
  after?: string;
  notAfter?: string;
  before?: string;
  notBefore?: string;
  beforeNumber?: true;
  afterStem?: string;
};
