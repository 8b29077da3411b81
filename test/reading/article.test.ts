import { describe, expect, test } from 'vitest';
import { articleHash, canonicalUrl, reportKey } from '../../services/reading/article.ts';

describe('what a report is known by', () => {
  test.each([
    ['HTTPS://News.Example.org:443/A?utm_source=x&id=7&fbclid=y#top', 'https://news.example.org/A?id=7'],
    ['https://news.example.org/a?', 'https://news.example.org/a'],
    ['https://user:secret@news.example.org/a', 'https://news.example.org/a'],
    [' https://news.example.org ', 'https://news.example.org/'],
  ])('an address without what does not belong to it: %s', (address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical);
    expect(reportKey({ url: address, title: null, text: '' })).toBe(canonical);
  });

  test('an address that is too long for the name of an event is hashed', () => {
    const url = `https://news.example.org/${'a'.repeat(500)}`;
    const key = reportKey({ url, title: null, text: '' });
    expect(key).toMatch(/^sha256:.{43}$/);
    expect(reportKey({ url: `${url}b`, title: null, text: '' })).not.toBe(key);
  });

  test('its title and text where it has no address, however they are spaced', () => {
    const key = reportKey({ url: null, title: 'T', text: 'a b\nc' });
    expect(reportKey({ url: null, title: 'T', text: ' a  b c' })).toBe(key);
    expect(reportKey({ url: null, title: 'U', text: 'a b c' })).not.toBe(key);
    expect(articleHash({ title: 'T', text: 'a b' })).toBe(articleHash({ title: 'T ', text: 'a\nb' }));
  });
});
