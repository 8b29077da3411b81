import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { contentOf, feedInput } from '../../services/sources/feeds/feed-input.ts';
import { knownFeed, readKnownFeeds } from '../../services/sources/feeds/known-feeds.ts';

const lines = readFileSync(path.join(packageRoot, 'data', 'feeds.csv'), 'utf8')
  .trim()
  .split('\n');
const feeds = readKnownFeeds();
const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

describe('the known feeds', () => {
  it('are all that the file lists, of many countries and in each language that is read', () => {
    expect(feeds).toHaveLength(lines.length - 1);
    expect(feeds.length).toBeGreaterThanOrEqual(25);
    expect(new Set(feeds.map(({ language }) => language))).toEqual(new Set(['en', 'fr', 'es']));
    expect(readKnownFeeds({ country: 'CD' }).length).toBeGreaterThanOrEqual(5);
    expect(readKnownFeeds({ country: 'CD', language: 'fr' }).map(({ name }) => name)).toContain(
      'radio-okapi',
    );
    expect(readKnownFeeds({ country: 'AQ' })).toEqual([]);
  });

  it('differ in their names and in their addresses', () => {
    expect(new Set(feeds.map(({ name }) => name)).size).toBe(feeds.length);
    expect(new Set(feeds.map(({ url }) => url)).size).toBe(feeds.length);
  });

  it.each(feeds.map((feed) => [feed.name, feed] as const))(
    'can be polled, and name where they were seen: %s',
    (name, feed) => {
      expect(feedInput.safeParse({ url: feed.url }).data?.url).toBe(feed.url);
      expect(contentOf(feedInput.parse({ known: name }))).toEqual({
        url: feed.url,
        publisher: feed.publisher,
        language: feed.language,
        everyMinutes: 15,
        mayShowRaw: false,
      });
      expect(new URL(feed.seenAt).pathname).not.toBe('/');
      expect(Date.parse(feed.seenOn)).toBeLessThanOrEqual(Date.now());
      expect(feed.countries.filter((code) => countryNames.of(code) === undefined)).toEqual([]);
    },
  );

  it.each([
    ['name', 'Radio Okapi'],
    ['url', 'http://news.example.org/rss'],
    ['url', 'news.example.org/rss'],
    ['publisher', ''],
    ['language', 'sw'],
    ['countries', 'CD;Congo'],
    ['kind', 'blog'],
    ['seenAt', ''],
    ['seenOn', 'today'],
    ['colour', 'red'],
  ])('are refused with a bad %s: %s', (column, value) => {
    const good = {
      name: 'lake-news',
      url: 'https://news.example.org/rss',
      publisher: 'Lake News',
      language: 'fr',
      countries: 'CD;RW',
      kind: 'press',
      seenAt: 'https://lists.example.org/feeds',
      seenOn: '2026-11-27',
      note: '',
    };
    expect(knownFeed.safeParse(good).data).toEqual({ ...good, countries: ['CD', 'RW'], note: null });
    const { error } = knownFeed.safeParse({ ...good, [column]: value });
    expect(JSON.stringify(error?.issues)).toContain(column);
  });
});
