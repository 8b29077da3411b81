import type { parseFeed } from 'feedsmith';

/** One item in the words of no format in particular; dates and links as they stand in the feed. */
export type RawItem = {
  guid?: string;
  /** True where the id may be an address as well. */
  guidIsLink: boolean;
  link?: string;
  title?: string;
  publishedAt?: string;
  changedAt?: string;
  content?: string;
  summary?: string;
};

type RawFeed = { title?: string; publishedAt?: string; language?: string; items: RawItem[] };

type Parsed = ReturnType<typeof parseFeed<string>>;
type FeedOf<F extends Parsed['format']> = Extract<Parsed, { format: F }>['feed'];

/** The items of a parsed feed of any format. */
export function rawItemsOf(parsed: Parsed): RawFeed {
  switch (parsed.format) {
    case 'rss':
      return rss(parsed.feed);
    case 'atom':
      return atom(parsed.feed);
    case 'rdf':
      return rdf(parsed.feed);
    case 'json':
      return json(parsed.feed);
  }
}

function rss(feed: FeedOf<'rss'>): RawFeed {
  return {
    title: text(feed.title),
    publishedAt: feed.lastBuildDate ?? feed.pubDate,
    language: feed.language ?? feed.dc?.languages?.[0],
    items: (feed.items ?? []).map((item) => ({
      guid: text(item.guid?.value),
      guidIsLink: item.guid?.isPermaLink !== false,
      link: item.link,
      title: item.title,
      publishedAt: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published,
      changedAt: item.atom?.updated ?? item.dcterms?.modified?.[0],
      content: item.content?.encoded,
      summary: item.description,
    })),
  };
}

function atom(feed: FeedOf<'atom'>): RawFeed {
  return {
    title: feed.title && 'value' in feed.title ? feed.title.value : undefined,
    publishedAt: text(feed.updated),
    language: feed.xml?.lang,
    items: (feed.entries ?? []).map((entry) => {
      const links = entry.links ?? [];
      // RFC 4287 (4.2.7.2): a link without a relation is an alternate one.
      const pages = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
      const page = pages.find(({ type = 'text/html' }) => type === 'text/html') ?? pages[0];
      return {
        guid: text(entry.id),
        guidIsLink: true,
        link: text(page?.href),
        title: entry.title && 'value' in entry.title ? entry.title.value : undefined,
        publishedAt: entry.published ?? text(entry.updated),
        changedAt: text(entry.updated),
        content: entry.content?.value,
        summary: entry.summary?.value,
      };
    }),
  };
}

function rdf(feed: FeedOf<'rdf'>): RawFeed {
  return {
    title: text(feed.title),
    publishedAt: feed.dc?.dates?.[0],
    language: feed.dc?.languages?.[0],
    items: (feed.items ?? []).map((item) => ({
      guid: item.rdf?.about,
      guidIsLink: true,
      link: text(item.link),
      title: text(item.title),
      publishedAt: item.dc?.dates?.[0],
      changedAt: item.dcterms?.modified?.[0],
      content: item.content?.encoded,
      summary: item.description,
    })),
  };
}

function json(feed: FeedOf<'json'>): RawFeed {
  return {
    title: text(feed.title),
    language: text(feed.language),
    items: (Array.isArray(feed.items) ? feed.items : []).map((item) => ({
      guid: text(item.id),
      guidIsLink: true,
      link: item.url ?? item.external_url,
      title: item.title,
      publishedAt: item.date_published,
      changedAt: item.date_modified,
      content: item.content_html ?? item.content_text,
      summary: item.summary,
    })),
  };
}

/** The library marks what the format requires but a feed may lack. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
