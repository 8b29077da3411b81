/** A report in prose as it is handed in: its text is what is read, its HTML what came, where it came as HTML. */
export type ArticleInput = {
  source: 'news';
  url: string | null;
  publishedAt: Date;
  publisher: string | null;
  title: string | null;
  /** Plain text without the title, paragraphs separated by line breaks. */
  text: string;
  html: string | null;
  /** May the raw text be shown, by the licence of its source? */
  mayShowRaw: boolean;
  /** The feed that it came by. */
  feedId?: string;
  /** True where the feed's own text has to do for a page that could not be had. */
  isExcerpt?: boolean;
};
