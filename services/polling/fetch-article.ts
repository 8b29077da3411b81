import type { ArticleInput } from '../../domain/reading/reports/article.ts';
import { FetchError } from '../fetching/fetch-error.ts';
import { proseOf } from '../reading/plain-text.ts';
import type { FeedItem } from '../sources/feeds/feed.ts';
import { type FeedText, textInFeed } from '../sources/feeds/feed-content.ts';
import type { SourceTools } from '../sources/source.ts';
import { offThread } from '../threads/off-thread.ts';

const maxArticleBytes = 2_000_000;
const articleTypes = /^(?:text\/html|application\/xhtml\+xml|text\/plain)$/;
const accept = 'text/html, application/xhtml+xml, text/plain;q=0.8';

export type FeedOrigin = {
  id: number;
  publisher: string | null;
  mayShowRaw: boolean;
  feedPublishedAt: Date | null;
};

/**
 * The article that an item of a feed leads to: by the feed's own text where that is whole, else by its page. Where the
 * page is not for us, or `isLastTry`, the feed's text has to do, and `reason` says why; without any, `article` is null.
 * Throws a FetchError where the page may be had another time.
 */
export async function fetchArticle(
  tools: Pick<SourceTools, 'web' | 'now' | 'signal'>,
  feed: FeedOrigin,
  item: FeedItem,
  isLastTry: boolean,
): Promise<{ article: ArticleInput | null; reason: string | null }> {
  const { web, now, signal } = tools;
  const inFeed = textInFeed(item);
  const articleOf = (
    { text, html }: Pick<FeedText, 'text' | 'html'>,
    title: string | null,
  ): ArticleInput => ({
    source: 'news',
    url: item.url,
    publishedAt: publishedAt(item, feed, now()),
    publisher: feed.publisher,
    title: item.title ?? title,
    text,
    html,
    mayShowRaw: feed.mayShowRaw,
    feedId: String(feed.id),
  });
  if (inFeed?.isComplete) return { article: articleOf(inFeed, null), reason: null };
  const orFeed = (reason: string) => ({
    article: inFeed && { ...articleOf(inFeed, null), isExcerpt: true },
    reason,
  });
  if (item.url === null) return orFeed('the item has no address');
  try {
    const page = await web.fetch(item.url, {
      maxBytes: maxArticleBytes,
      accept,
      types: articleTypes,
      signal,
    });
    if (!page.isModified) return orFeed('the page was not sent');
    const { title, text } =
      page.type === 'text/plain'
        ? { title: null, text: proseOf(page.text) }
        : await offThread('reduceHtml', page.text);
    if (isFrontPage(page.url) && !isFrontPage(item.url)) return orFeed('the address leads to the front page');
    if (text === '') return orFeed('the page holds no text');
    // A request to accept cookies, or to switch scripts on.
    if (inFeed && text.length < inFeed.text.length) return orFeed('the page holds less than the feed');
    return { article: articleOf({ text, html: page.text }, title), reason: null };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.retry && !(isLastTry && inFeed && error.waitMs === null)) throw error;
    return orFeed(error.message);
  }
}

/** Where an article is gone or closed, many sites send the reader to their front page. */
function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return pathname === '/' && search === '';
}

/** By the item, else by the feed, else now; never ahead of now, which an article cannot be. */
function publishedAt(item: FeedItem, feed: FeedOrigin, now: Date): Date {
  const told = item.publishedAt ?? feed.feedPublishedAt ?? now;
  return told > now ? now : told;
}
