import { describe, expect, it } from 'vitest';
import { FeedFormatError, readFeed } from '../../services/sources/feeds/feed.ts';
import { textInFeed } from '../../services/sources/feeds/feed-content.ts';
import { readFeedDate } from '../../services/sources/feeds/feed-date.ts';

const address = 'https://news.example.org/feeds/all.xml';

const rss = (items: string, before = '') =>
  `<?xml version="1.0" encoding="utf-8"?>${before}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lake News</title><link>https://news.example.org</link>
    <lastBuildDate>Thu, 20 Mar 2025 12:00:00 GMT</lastBuildDate>${items}</channel></rss>`;

const read = (items: string) => readFeed(rss(items), address).items;

describe('a feed', () => {
  it('of RSS is read with titles, addresses, dates and texts', () => {
    const feed = readFeed(
      rss(`<item><title>Fighting at Mubi &amp; beyond</title><link>https://news.example.org/1</link><guid>1</guid>
        <pubDate>Wed, 19 Mar 2025 18:30:00 +0200</pubDate><description>Short.</description>
        <content:encoded><![CDATA[<p>Long &amp; whole.</p>]]></content:encoded></item>`),
      address,
    );
    expect(feed).toMatchObject({
      title: 'Lake News',
      publishedAt: new Date('2025-03-20T12:00:00Z'),
      beyond: 0,
      items: [
        {
          url: 'https://news.example.org/1',
          title: 'Fighting at Mubi & beyond',
          publishedAt: new Date('2025-03-19T16:30:00Z'),
          content: '<p>Long &amp; whole.</p>',
          summary: 'Short.',
        },
      ],
    });
  });

  it('of Atom is read with its own pages, not its feeds, and the day it was changed', () => {
    const feed = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake</title><updated>2025-03-20T12:00:00Z</updated><entry>
        <id>urn:1</id><title type="html">A &lt;b&gt;clash&lt;/b&gt;</title><link rel="self" href="1.atom"/>
        <link rel="alternate" type="application/pdf" href="1.pdf"/><link href="1.html"/>
        <published>2025-03-19T10:00:00Z</published><updated>2025-03-20T08:00:00+02:00</updated>
        <content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>`,
      address,
    );
    expect(feed.items).toMatchObject([
      {
        url: 'https://news.example.org/feeds/1.html',
        title: 'A clash',
        publishedAt: new Date('2025-03-19T10:00:00Z'),
        changedAt: new Date('2025-03-20T06:00:00Z'),
        content: '<p>Text</p>',
      },
    ]);
  });

  it.each([
    ['fr', '<language>fr-FR</language>', 'fr'],
    ['English of a country', '<language>en_GB</language>', 'en'],
    ['that of the items', '<dc:language>ES</dc:language>', 'es'],
    ['one that is not read', '<language>sw</language>', null],
    ['nothing of the kind', '<language>the best of news</language>', null],
    ['none', '', null],
  ])('tells its language, as far as it is read: %s', (_what, element, language) => {
    expect(readFeed(rss(`${element}<item><title>A</title><guid>1</guid></item>`), address).language).toBe(
      language,
    );
  });

  it('of Atom and of JSON tells its language too', () => {
    const atom = '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Lac</title></feed>';
    expect(readFeed(atom, address).language).toBe('fr');
    const json = { version: 'https://jsonfeed.org/version/1.1', title: 'Lago', language: 'es-CO', items: [] };
    expect(readFeed(JSON.stringify(json), address).language).toBe('es');
  });

  it('of RDF and of JSON is read as well', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>x</title></channel>
      <item rdf:about="https://a.example/1"><title>t</title><link>https://a.example/1</link><dc:date>2025-03-19</dc:date></item></rdf:RDF>`;
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'x',
      items: [
        { id: '1', url: '/1', title: 't', date_published: '2025-03-19T00:00:00Z', content_text: 'Text' },
      ],
    });
    expect(readFeed(rdf, address).items).toMatchObject([
      { url: 'https://a.example/1', publishedAt: new Date('2025-03-19T00:00:00Z') },
    ]);
    expect(readFeed(json, address).items).toMatchObject([
      { url: 'https://news.example.org/1', title: 't', content: 'Text' },
    ]);
  });

  it('may have an id for an address, and none that leads elsewhere than to the web', () => {
    const items = read(`<item><title>a</title><guid>https://news.example.org/a</guid></item>
      <item><title>b</title><guid isPermaLink="false">https://news.example.org/b</guid><description>text</description></item>
      <item><title>c</title><link>javascript:alert(1)</link><description>text</description></item>
      <item><title>d</title><link>file:///etc/passwd</link></item>
      <item><title>e</title></item>`);
    expect(items.map(({ title, url }) => [title, url])).toEqual([
      ['a', 'https://news.example.org/a'],
      ['b', null],
      ['c', null],
    ]);
  });

  it('may say what its links are relative to, as a whole and for an entry', () => {
    const { items } = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lake.example/news/"><title>x</title>
       <entry><id>a</id><title>a</title><link href="1.html"/></entry>
       <entry xml:base='2025/'><id>b</id><title>b</title><link href="2.html"/></entry></feed>`,
      'https://feeds.example/atom',
    );
    const addresses = items.map(({ url }) => url).sort();
    expect(addresses).toEqual(['https://lake.example/news/1.html', 'https://lake.example/news/2025/2.html']);
  });

  it('has its newest items first, and those without a date before all', () => {
    const items = read(`<item><link>/old</link><pubDate>Mon, 17 Mar 2025 00:00:00 GMT</pubDate></item>
      <item><link>/new</link><pubDate>Wed, 19 Mar 2025 00:00:00 GMT</pubDate></item><item><link>/undated</link></item>`);
    expect(items.map(({ url }) => url!.split('/').at(-1))).toEqual(['undated', 'new', 'old']);
  });

  it('knows an item again by its id, whatever its address and title', () => {
    const [before] = read(
      '<item><guid isPermaLink="false">7</guid><link>/a?x=1</link><title>A</title></item>',
    );
    const [after] = read(
      '<item><guid isPermaLink="false">7</guid><link>/a?x=2</link><title>B</title></item>',
    );
    expect(after!.key).toBe(before!.key);
  });

  it('that gives all items one id tells them apart by their addresses; what is twice is once', () => {
    const items = read(
      '<item><guid>x</guid><link>/a</link></item><item><guid>x</guid><link>/b</link></item><item><guid>x</guid><link>/a</link></item>',
    );
    expect(items).toHaveLength(2);
    expect(new Set(items.map(({ key }) => key)).size).toBe(2);
  });
});

describe('a feed that is broken or hostile', () => {
  const fault = (text: string) => {
    try {
      readFeed(text, address);
    } catch (error) {
      expect(error).toBeInstanceOf(FeedFormatError);
      return (error as Error).message;
    }
    return expect.unreachable('it was read');
  };

  it.each([
    ['nothing', '', 'it is empty'],
    ['blanks', ' \n ', 'it is empty'],
    ['a web page', '<!DOCTYPE html><html><body>News</body></html>', 'a web page, not a feed'],
    ['prose', 'News of the day', 'no RSS, Atom or JSON feed'],
    ['broken XML', '<rss><channel><item><title>x</tit', 'no RSS, Atom or JSON feed'],
    ['JSON of something else', '{"items":1}', 'no RSS, Atom or JSON feed'],
    [
      'external entities',
      rss('<item><title>&x;</title></item>', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'no RSS',
    ],
    ['names that would change objects', rss('<item><__proto__>x</__proto__></item>'), 'no RSS'],
    ['a million levels', rss(`<item>${'<a>'.repeat(1_000_000)}</item>`), 'no RSS'],
    [
      'four million open tags in a title',
      `<rss version="2.0"><channel><item><title>${'<'.repeat(4_000_000)}`,
      'tags without an end',
    ],
    [
      'as many, each in quotation marks',
      rss(`<item><title>"${'<"'.repeat(2_000_000)}`),
      'tags without an end',
    ],
    ['a CDATA without an end', rss(`<item><title><![CDATA[${'a'.repeat(1_000_000)}`), 'no RSS'],
  ])('is refused in words: %s', (_, text, message) => {
    expect(fault(text)).toContain(message);
  });

  it('is refused in words that hold none of its control characters', () => {
    expect(fault('<rss><channel>\0<item')).not.toMatch(/\p{Cc}/u);
  });

  it('expands no entities of its own: a bomb stays as small as it is', () => {
    const bomb = `<!DOCTYPE lolz [<!ENTITY a "lol">${'bcdefghij'
      .split('')
      .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]};`.repeat(10)}">`)
      .join('')}]>`;
    const { items } = readFeed(rss('<item><title>&j;</title><link>/a</link></item>', bomb), address);
    expect(items[0]!.title!.length).toBeLessThan(10);
  });

  it('of 100,000 items is read in time; a thousand are looked at', () => {
    const started = performance.now();
    const many = Array.from({ length: 100_000 }, (_, i) => `<item><link>/${i}</link></item>`).join('');
    const feed = readFeed(rss(many), address);
    expect(feed.items).toHaveLength(1000);
    expect(feed.beyond).toBe(99_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it.each([
    ['marks', '<'.repeat(4_000_000)],
    ['entities', `<item><title>${'&'.repeat(2_000_000)}</title><link>/a</link></item>`],
    ['attributes', `<item ${'a="b" '.repeat(400_000)}/>`],
    ['half attributes', `<item ${'a = '.repeat(700_000)}/>`],
    ['comments', '<!--'.repeat(700_000)],
    ['tags in a title', `<item><title><![CDATA[${'<b '.repeat(700_000)}]]></title><link>/a</link></item>`],
    ['quotes', `<item><title a="${"'".repeat(2_000_000)}">x</title></item>`],
  ])('of nothing but %s takes no longer', (_, items) => {
    const started = performance.now();
    try {
      readFeed(rss(items), address);
    } catch (error) {
      expect(error).toBeInstanceOf(FeedFormatError);
    }
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it('has titles of one line and no control characters', () => {
    const [item] = read(`<item><link>/a</link><title>A\u0000\u0007\nB${'x'.repeat(2000)}</title></item>`);
    expect(item!.title).toMatch(/^A B?x*/);
    expect(item!.title).not.toMatch(/\p{Cc}/u);
    expect(item!.title!.length).toBeLessThanOrEqual(500);
  });
});

describe('a date in a feed', () => {
  it.each([
    ['Wed, 19 Mar 2025 10:00:00 GMT', '2025-03-19T10:00:00.000Z'],
    ['Wed, 19 Mar 2025 10:00:00 +0200', '2025-03-19T08:00:00.000Z'],
    ['19 Mar 2025 10:00 EST', '2025-03-19T15:00:00.000Z'],
    ['Wed, 19 Mar 25 10:00:00 Z', '2025-03-19T10:00:00.000Z'],
    ['mer., 19 mars 2025 10:00:00 +0100', '2025-03-19T09:00:00.000Z'],
    ['19 août 2025 10:00:00 CAT', '2025-08-19T08:00:00.000Z'],
    ['19-Mar-2025', '2025-03-19T00:00:00.000Z'],
    ['2025-03-19T10:00:00Z', '2025-03-19T10:00:00.000Z'],
    ['2025-03-19T10:00:00.123+02:00', '2025-03-19T08:00:00.000Z'],
    ['2025-03-19T10:00:00', '2025-03-19T10:00:00.000Z'],
    ['2025-03-19 10:00:00', '2025-03-19T10:00:00.000Z'],
    [' 2025-03-19\n', '2025-03-19T00:00:00.000Z'],
    ['Aug 15, 2019', '2019-08-15T00:00:00.000Z'],
    ['August 15, 2019, 2:30 pm', '2019-08-15T14:30:00.000Z'],
    ['Thu, 02 Sep 2021 20:0:0 Z', '2021-09-02T20:00:00.000Z'],
    ['2017-08-01 13:55:44.36 +0200 CEST', '2017-08-01T11:55:44.000Z'],
    ['dom, 02 ott 2022 18:55:00 GMT', '2022-10-02T18:55:00.000Z'],
    ['15 de enero de 2024', '2024-01-15T00:00:00.000Z'],
    ['15/08/2019 10:30', '2019-08-15T10:30:00.000Z'],
    ['08/15/2019', '2019-08-15T00:00:00.000Z'],
    ['Thu, 26 Nov 2026 01:30:00 IST', '2026-11-25T20:00:00.000Z'],
    ['Wed Mar 19 2025 10:00:00 GMT+0200 (CAT)', '2025-03-19T08:00:00.000Z'],
  ])('%j is read without the zone of this machine', (text, instant) => {
    expect(readFeedDate(text)?.toISOString()).toBe(instant);
  });

  it.each([
    '',
    'yesterday',
    '31 Feb 2025 10:00:00 GMT',
    '2025-13-01',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '0000-00-00',
    '19 Foo 2025',
    '03/04/2025 10:30',
    'Wed, 19 Mar 2025 10:00:00 XYZT',
    '2025-03-19T99:00:00Z',
    undefined,
    '1'.repeat(100_000),
  ])('%j is none', (text) => expect(readFeedDate(text)).toBeNull());
});

describe('the text of an article in a feed', () => {
  const long = `<p>${'The fighting went on for hours near the river. '.repeat(40)}</p>`;

  it('is complete where it is as long as an article and not cut off', () => {
    expect(textInFeed({ content: long, summary: 'x' })).toMatchObject({ isComplete: true, html: long });
    for (const end of [
      '…',
      '...',
      '[…]',
      '[&#8230;]',
      'Read more',
      '<a href="/">Continue reading →</a>',
      'Lire la suite »',
    ])
      expect(textInFeed({ content: `${long} ${end}`, summary: null })).toMatchObject({ isComplete: false });
  });

  it('is not complete where it is short, or only a summary', () => {
    const short = 'Fighting broke out near the river on Wednesday, residents and officials said.';
    expect(textInFeed({ content: short, summary: null })).toMatchObject({ isComplete: false, text: short });
    expect(textInFeed({ content: null, summary: long })).toMatchObject({ isComplete: false });
  });

  it('is none where there is too little to read', () => {
    expect(textInFeed({ content: '<img src="a.jpg">', summary: 'Video' })).toBeNull();
    expect(textInFeed({ content: null, summary: null })).toBeNull();
  });
});
