import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../services/fetching/retry-after.ts';
import { readRobots } from '../../services/fetching/robots.ts';

const origin = 'https://news.example.org';
const allows = (content: string, path: string) => readRobots(origin, content).allows(new URL(path, origin));

describe('robots.txt', () => {
  it('allows everything where it says nothing', () => {
    expect(allows('', '/a')).toBe(true);
    expect(allows('<html>not found</html>', '/a')).toBe(true);
    expect(allows('\0\0\0', '/a')).toBe(true);
  });

  it('is obeyed in what it says to all', () => {
    const content = 'User-agent: *\nDisallow: /private/\nAllow: /private/open';
    expect(allows(content, '/news/1')).toBe(true);
    expect(allows(content, '/private/1')).toBe(false);
    expect(allows(content, '/private/open/1')).toBe(true);
  });

  it('is obeyed in what it says to us, which goes before what it says to all', () => {
    expect(allows('User-agent: *\nDisallow: /\n\nUser-agent: orewatch\nDisallow: /b', '/a')).toBe(true);
    expect(allows('User-agent: *\nAllow: /\n\nUser-agent: Orewatch\nDisallow: /', '/a')).toBe(false);
  });

  it('tells the pause that it wants', () => {
    const delay = (text: string) => readRobots(origin, `User-agent: *\nCrawl-delay: ${text}`).crawlDelayMs;
    expect(delay('5')).toBe(5000);
    expect(delay('0.5')).toBe(500);
    expect(delay('soon')).toBe(0);
    expect(delay('-3')).toBe(0);
    expect(delay('86400')).toBe(86_400_000);
  });

  it('is read in time whatever stands in it', () => {
    const path = `/${'a'.repeat(1900)}`;
    const started = performance.now();
    for (const rule of [
      'Disallow: /*a*a*a*a*a*b',
      'Allow: /*a*a*a*a*a*a',
      `Disallow: ${'*a'.repeat(200)}b`,
    ]) {
      const rules = readRobots(origin, `User-agent: *\n${`${rule}\n`.repeat(20_000)}`);
      for (let i = 0; i < 3; i += 1) rules.allows(new URL(path, origin));
    }
    readRobots(origin, 'a'.repeat(600_000)).allows(new URL(path, origin));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('allows less, never more, where it is too long to be read whole', () => {
    const flood = 'Disallow: /*/x*y\n'.repeat(5000);
    expect(allows(`User-agent: *\n${flood}Disallow: /secret*/\n`, '/secret/a')).toBe(false);
    expect(allows(`User-agent: *\nDisallow: /b\n${flood}Allow: /b*\n`, '/b')).toBe(false);
  });
});

describe('the header Retry-After', () => {
  const now = new Date('2025-03-20T12:00:00Z');
  it('is read as seconds or as a date, up to a day', () => {
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Thu, 20 Mar 2025 12:05:00 GMT', now)).toBe(300_000);
    expect(retryAfterMs('Thu, 20 Mar 2025 11:00:00 GMT', now)).toBe(0);
    expect(retryAfterMs('999999999', now)).toBe(86_400_000);
    for (const text of [undefined, '', 'soon', '99999999999999999999'])
      expect(retryAfterMs(text, now)).toBeNull();
  });
});
