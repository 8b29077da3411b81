/** A report as it came: a feed's text may be but an excerpt of its page. */
type Given = { text: string; feedId?: string; isExcerpt?: boolean };

/** The same report as it is known: the hash and the length of its text, and the feed that it came by. */
type Known = { hash: string; feed: string | null; length: number };

/**
 * A feed that brings less than was handed in otherwise brings a summary of it, not an edit; and what it has of an
 * article whose page was read before and is closed now is none either. Else a paywall would retract what was read.
 */
export function isEdit(article: Given, hash: string, known: Known): boolean {
  if (hash === known.hash) return false;
  if (article.isExcerpt && article.text.length < known.length / 2) return false;
  const isOtherFeed = article.feedId !== undefined && article.feedId !== known.feed;
  return !isOtherFeed || article.text.length > known.length;
}
