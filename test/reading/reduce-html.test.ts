import { describe, expect, test } from 'vitest';
import { plainTextOf, proseOf } from '../../services/reading/plain-text.ts';
import { reduceHtml } from '../../services/reading/reduce-html.ts';

const sentence = 'Fighters took the town on Wednesday, local officials and residents said by telephone.';
const paragraph = `<p>${`${sentence} `.repeat(4).trim()}</p>`;

describe('reducing a page to its article', () => {
  test('drops what stands around the article, and keeps paragraphs and captions', () => {
    const page = `<!doctype html><html><head><title>Paper - Town falls</title><style>p{}</style></head><body>
      <nav><a href="/">Home</a><a href="/world">World</a></nav>
      <article><header><h1>Town falls</h1><figure><img src="a.jpg"><figcaption>A road in <b>Goma</b>. Picture: A. Name</figcaption></figure></header>
      <div class="body">${paragraph}<figure><img><figcaption>Second caption</figcaption></figure>${paragraph.repeat(3)}
      <ul class="related"><li><a href="/x">READ: another war</a></li></ul></div></article>
      <aside><figure><figcaption>Not ours</figcaption></figure>Most read</aside><footer>Imprint</footer>
      <script>document.write('The army attacked Mubi.')</script></body></html>`;
    const { title, text } = reduceHtml(page);
    expect(title).toBe('Town falls');
    const lines = text.split('\n');
    expect(lines).toEqual(expect.arrayContaining(['A road in Goma. Picture: A. Name', 'Second caption']));
    expect(lines.filter((line) => line.startsWith('Fighters took'))).toHaveLength(4);
    expect(text).not.toMatch(/Home|READ|Not ours|Most read|Imprint|army|p\{/);
  });

  test('takes the headline that the page gives to others, decoded', () => {
    const page = `<head><meta property="og:title" content="L&#39;arm&eacute;e &amp; le M23"><title>x</title></head>${paragraph}`;
    expect(reduceHtml(page).title).toBe("L'armée & le M23");
  });

  test('gives all text of a page in which there is no article', () => {
    expect(reduceHtml('<p>Short &eacute;vent, <b>o</b>nly</p><p>Two</p>').text).toBe(
      'Short évent, only\nTwo',
    );
    expect(reduceHtml('').text).toBe('');
  });

  test('reads a page whose tags are never closed', () => {
    const { text } = reduceHtml(`<html><body><div><p>${sentence}<p>${sentence}<b><i>${sentence}`);
    expect(text.match(/Fighters/g)).toHaveLength(3);
  });

  test.each<[string, string]>([
    ['deep', `${'<div>'.repeat(100_000)}${paragraph}`],
    ['deep within what is allowed', `${'<div>'.repeat(75)}${paragraph}${'</div>'.repeat(75)}`.repeat(100)],
    ['inline, deep', '<b>x'.repeat(100_000)],
    ['wide', paragraph.repeat(3000)],
    ['full of marks', '<'.repeat(500_000)],
    ['full of half entities', '&amp'.repeat(300_000)],
    ['full of open scripts', '<script>'.repeat(100_000)],
    ['full of open comments', '<!--'.repeat(200_000)],
    ['full of open titles', '<title>'.repeat(100_000)],
    ['one attribute', `<div class="${'x '.repeat(500_000)}">${paragraph}`],
    [
      'full of captions',
      `<article><p>${'a'.repeat(1_000_000)}</p>${`<figcaption>${'a'.repeat(60)}b</figcaption>`.repeat(8000)}</article>`,
    ],
    ['one table', `<table><tr>${'<td>a, b'.repeat(15_000)}`],
    ['one paragraph', `<p>${'a, '.repeat(300_000)}`],
  ])('takes a moment on a hostile page: %s', (_name, page) => {
    const startedAt = performance.now();
    expect(() => reduceHtml(page)).not.toThrow();
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});

describe('the plain text of any HTML', () => {
  test('has a line a block, decoded entities and single spaces', () => {
    expect(
      plainTextOf('<div>One <span>two</span>&nbsp;&#233;<br>three</div>\n<p>4 &lt; 5 &unknown; &#xD800;'),
    ).toBe('One two é\nthree\n4 < 5 &unknown; \ufffd');
  });

  test('keeps what only looks like a tag', () => {
    expect(plainTextOf('a < b <3 c <!-- d --> e')).toBe('a < b <3 c e');
  });
});

describe('plain text', () => {
  test('that is wrapped at a column is put together again', () => {
    const wrapped =
      'M23 rebels killed 12 civilians in the\ntown of Walikale on Wednesday, after\ntheir commander had fled.\n\nThe army left.';
    expect(proseOf(wrapped)).toBe(
      'M23 rebels killed 12 civilians in the town of Walikale on Wednesday, after their commander had fled.\nThe army left.',
    );
  });

  test('of a line a paragraph keeps its lines', () => {
    const lines = 'Fighting at the bridge kills ten people\nArmy retreats to the west\nCalm in Goma';
    expect(proseOf(lines)).toBe(lines);
    const sentences = 'Rebels killed ten people at the bridge.\nThe army went west.\nIt rained.';
    expect(proseOf(sentences)).toBe(sentences);
  });
});

describe('the text of a page', () => {
  test('holds a paragraph that is one link, if it is a sentence', () => {
    const filler = '<p>The road to the town was closed for a third day, and no aid came through.</p>'.repeat(
      6,
    );
    const { text } = reduceHtml(
      `<html><body><article>${filler}<p><a href="/x">M23 rebels killed ten people at Walikale on Wednesday.</a></p>${filler}</article></body></html>`,
    );
    expect(text).toContain('M23 rebels killed ten people at Walikale on Wednesday.');
  });

  test('has no soft hyphens in its words', () => {
    expect(plainTextOf('<p>The reb&shy;els at Wa\u00adlikale</p>')).toBe('The rebels at Walikale');
  });

  test('goes on over the line breaks of its source', () => {
    expect(plainTextOf('<p>Rebels killed\n12 civilians\n</p><p>The army\r\nleft.</p>')).toBe(
      'Rebels killed 12 civilians\nThe army left.',
    );
  });

  test('has every entity decoded, those of Windows as well', () => {
    expect(plainTextOf('10&#150;15 dead at &Agrave; &Uuml; &eacute;t&eacute;')).toBe('10–15 dead at À Ü été');
  });
});
