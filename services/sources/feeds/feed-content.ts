import { plainTextOf } from '../../reading/plain-text.ts';
import type { FeedItem } from './feed.ts';

/** What a feed itself has of an article. `isComplete`: its page need not be fetched. */
export type FeedText = { html: string; text: string; isComplete: boolean };

/** Shorter ones are beginnings, whatever the feed calls them. */
const shortestArticle = 1200;
/** What is shorter is a caption or a teaser that tells of nothing. */
const shortestSummary = 60;

const cutOff =
  /(?:\[?(?:\.\.\.|…)\]?|read more|continue reading|read the full (?:story|article)|lire la suite|lire plus)\W{0,5}$/i;

/** The text of an item as the feed has it; null where that is too little to be read. */
export function textInFeed({ content, summary }: Pick<FeedItem, 'content' | 'summary'>): FeedText | null {
  const texts = [content, summary].flatMap((html) => {
    const text = html === null ? '' : plainTextOf(html);
    return text.length < shortestSummary ? [] : { html: html!, text };
  });
  const longest = texts.sort((a, b) => b.text.length - a.text.length)[0];
  if (!longest) return null;
  const isWhole = longest.html === content && longest.text.length >= shortestArticle;
  return { ...longest, isComplete: isWhole && !cutOff.test(longest.text.slice(-100)) };
}
