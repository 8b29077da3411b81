import { createHash } from 'node:crypto';
import { parseFeed } from 'feedsmith';
import type { Language } from '../../../domain/reading/text/text.ts';
import { plainTextOf } from '../../reading/plain-text.ts';
import { oneLine } from '../files/field-text.ts';
import { basesOf } from './feed-base.ts';
import { readFeedDate } from './feed-date.ts';
import { type RawItem, rawItemsOf } from './feed-formats.ts';
import { readFeedLanguage } from './feed-language.ts';
import { hasTooManyOpenTags } from './feed-tags.ts';

/** One item of a feed: an article, as far as the feed itself tells of it. */
export type FeedItem = {
  /** What it is known by in this feed. */
  key: string;
  url: string | null;
  title: string | null;
  /** Null where the feed does not tell. */
  publishedAt: Date | null;
  /** What stands as its date and is not understood. */
  unreadDate: string | null;
  changedAt: Date | null;
  /** HTML or text of the whole article, as the feed claims. */
  content: string | null;
  /** HTML or text of its beginning. */
  summary: string | null;
};

export type ReadFeed = {
  title: string | null;
  /** When the feed itself was published; null where it does not tell. */
  publishedAt: Date | null;
  /** The one that the feed says it is in; null where it does not tell, or where it is none that is read. */
  language: Language | null;
  /** The newest first, those without a date before all others. */
  items: FeedItem[];
  /** How many more the feed holds that are not looked at. */
  beyond: number;
};

/** A text is no feed that can be read; the message says what it seems to be. */
export class FeedFormatError extends Error {
  override name = 'FeedFormatError';
}

/** Feeds hold some dozens; what comes beyond is not news. */
const maxItems = 1000;
const maxAddressLength = 2000;
const maxTitleLength = 500;

/**
 * Reads an RSS, Atom, RDF or JSON feed. `address` is where it was fetched from: relative links are resolved against
 * it. Throws a FeedFormatError where it is no feed. The parser expands no entities of the document's own.
 */
export function readFeed(text: string, address: string): ReadFeed {
  const { title, publishedAt, language, items } = takeApart(text);
  const bases = basesOf(text, address, items.length);
  const read = items.flatMap((item, at) => itemOf(item, bases[at]!) ?? []);
  const times = new Map<string | null, number>();
  for (const { guid } of read) times.set(guid, (times.get(guid) ?? 0) + 1);
  const keyed = read.map(({ guid, ...item }) => ({
    ...item,
    // Some feeds give all their items one id: then the address tells them apart.
    key: keyOf(guid !== null && times.get(guid) === 1 ? [guid] : [guid ?? '', item.url ?? item.title ?? '']),
  }));
  const distinct = [...new Map(keyed.map((item) => [item.key, item])).values()];
  const timeOf = (item: FeedItem) => item.publishedAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  const sorted = distinct.sort((a, b) => timeOf(b) - timeOf(a));
  return {
    title: oneLine(plainTextOf(title ?? ''), maxTitleLength) ?? null,
    publishedAt: readFeedDate(publishedAt),
    language: readFeedLanguage(language),
    items: sorted.slice(0, maxItems),
    beyond: Math.max(0, sorted.length - maxItems),
  };
}

function takeApart(text: string) {
  if (!/^\s*[{[]/.test(text.slice(0, 1000)) && hasTooManyOpenTags(text))
    throw new FeedFormatError('it is no RSS, Atom or JSON feed that can be read (tags without an end)');
  try {
    return rawItemsOf(parseFeed(text));
  } catch (error) {
    const start = text.slice(0, 1000);
    if (text.trim() === '') throw new FeedFormatError('it is empty');
    if (/<(?:!doctype html|html)[\s>]/i.test(start)) {
      throw new FeedFormatError('it is a web page, not a feed: look for the address of its RSS or Atom feed');
    }
    const { cause } = error as Error;
    const detail = cause instanceof Error ? ` (${cause.message.slice(0, 200)})` : '';
    throw new FeedFormatError(
      `it is no RSS, Atom or JSON feed that can be read${detail.replace(/[\p{Cc}\s]+/gu, ' ')}`,
    );
  }
}

function itemOf(raw: RawItem, address: string): (Omit<FeedItem, 'key'> & { guid: string | null }) | null {
  const url = resolve(raw.link, address) ?? (raw.guidIsLink ? resolve(raw.guid, address) : null);
  const title = oneLine(plainTextOf(raw.title ?? ''), maxTitleLength) ?? null;
  const [content, summary] = [raw.content?.trim() || null, raw.summary?.trim() || null];
  if (url === null && content === null && summary === null) return null;
  const publishedAt = readFeedDate(raw.publishedAt);
  return {
    guid: raw.guid?.trim().slice(0, maxAddressLength) || null,
    url,
    title,
    publishedAt,
    unreadDate: publishedAt === null ? (oneLine(raw.publishedAt ?? '', 60) ?? null) : null,
    changedAt: readFeedDate(raw.changedAt),
    content,
    summary,
  };
}

/** An address of the web; null for all others, such as `mailto:` and `javascript:`. */
function resolve(link: string | undefined, address: string): string | null {
  const trimmed = link?.trim();
  if (!trimmed || trimmed.length > maxAddressLength || !URL.canParse(trimmed, address)) return null;
  const url = new URL(trimmed, address);
  url.hash = '';
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.href.length <= maxAddressLength ? url.href : null;
}

function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}
