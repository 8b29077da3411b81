import { createHash } from 'node:crypto';
import type { ArticleInput } from '../../domain/reading/reports/article.ts';
import { contentHash } from '../database/content-hash.ts';
import type { IdentifiedArticle } from '../database/reports/report-store.ts';

/** The events read from a report are called `<key>#<number>`, which has to fit into 200 characters. */
const longestKey = 180;

/** A report with all that it is known by. */
export function identified(article: ArticleInput): IdentifiedArticle {
  const address = article.url && canonicalUrl(article.url);
  return { article, key: reportKey(article), hash: articleHash(article), address };
}

/** What a report is known by: its address, or a hash of its text where it has none. */
export function reportKey({ url, title, text }: Pick<ArticleInput, 'url' | 'title' | 'text'>): string {
  if (url === null) return hashed([title ?? '', spaced(text)].join('\n'));
  const canonical = canonicalUrl(url);
  return canonical.length <= longestKey ? canonical : hashed(canonical);
}

function hashed(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('base64url')}`;
}

/** What makes a revision of a report differ from another one; how its words are spaced does not. */
export function articleHash({ title, text }: Pick<ArticleInput, 'title' | 'text'>): string {
  return contentHash({ title: title && spaced(title), text: spaced(text) });
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const trackers = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|ref_src)$/i;

/**
 * An address without what does not belong to it: the fragment and what tracks readers. Scheme and host are in lower
 * case, as the WHATWG URL standard writes them. Throws a TypeError where it is no address.
 */
export function canonicalUrl(address: string): string {
  const url = new URL(address.trim());
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) if (trackers.test(name)) url.searchParams.delete(name);
  if (url.search === '') url.search = '';
  return url.href;
}
