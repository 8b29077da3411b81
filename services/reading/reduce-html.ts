import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { endsSentence, plainTextOf, tidy } from './plain-text.ts';

/** What is read of a page: the article's title and its text, one line a paragraph. */
export type ReducedArticle = { title: string | null; text: string };

/**
 * Finding the article takes time with the cube of the depth: 0.8 s at 500. Real pages are seldom deeper than 40, and
 * seldom have more than 5,000 elements, which is 10,000 tags.
 */
const mostDepth = 80;
const mostMarks = 40_000;
/** Each is looked for in the text. */
const mostCaptions = 100;
/** Less text than this is not an article but what was taken for one. */
const fewestCharacters = 140;

/** The part of the DOM that is used here, as linkedom gives it. */
type Node = {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  firstChild: Node | null;
  nextSibling: Node | null;
  parentNode: Node | null;
};
type Element = Node & {
  getAttribute(name: string): string | null;
  closest(selector: string): Element | null;
  replaceWith(text: string): void;
};
type Page = { documentElement: Node | null; querySelectorAll(selector: string): Iterable<Element> };

const elementNode = 1;
const textNode = 3;

/**
 * Reduces a page to its article: what stands around it goes, captions of pictures stay as paragraphs. A page in which
 * no article is found, or one too large or too deep to look for it, gives all its text. Never throws.
 */
export function reduceHtml(html: string): ReducedArticle {
  const whole = () => ({ title: titleIn(html), text: plainTextOf(html) });
  if (countMarks(html) > mostMarks) return whole();
  try {
    const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
    const page = document as unknown as Page;
    if (!page.documentElement || depthOf(page.documentElement) > mostDepth) return whole();
    const captions = captionsOf(page);
    unlinkSentences(page);
    const title = titleOf(page) ?? titleIn(html);
    const found = new Readability<string>(document as never, { serializer: textOf as never }).parse();
    const text = found?.content ? tidy(found.content) : '';
    if (text.length < fewestCharacters) {
      const all = plainTextOf(html);
      if (all.length > text.length) return { title, text: all };
    }
    const missing = captions.filter((caption) => !text.includes(caption));
    return { title, text: [...missing, text].join('\n') };
  } catch {
    // The tree of a page that is broken enough may be one that the search does not expect.
    return whole();
  }
}

/** What makes a tree large: tags, and the marks of entities, each of which may become a node of its own. */
function countMarks(html: string): number {
  let count = 0;
  for (const mark of ['<', '&']) {
    for (let at = html.indexOf(mark); at !== -1 && count <= mostMarks; at = html.indexOf(mark, at + 1))
      count++;
  }
  return count;
}

/** Visits a tree without recursion: hostile ones are deeper than the stack. */
function* walk(root: Node): Generator<{ node: Node; depth: number; isEnd: boolean }> {
  let node: Node | null = root;
  let depth = 0;
  while (node) {
    yield { node, depth, isEnd: false };
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
      if (node) yield { node, depth, isEnd: true };
    }
    if (!node || node === root) return;
    node = node.nextSibling;
  }
}

function depthOf(root: Node): number {
  let deepest = 0;
  for (const { depth } of walk(root)) if (depth > deepest) deepest = depth;
  return deepest;
}

const inline =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/i;

/** The text under a node, with a line break where a block begins or ends. */
function textOf(root: Node): string {
  const parts: string[] = [];
  for (const { node, isEnd } of walk(root)) {
    if (node.nodeType === textNode) parts.push((node.textContent ?? '').replace(/\s+/g, ' '));
    else if (node.nodeType === elementNode && !inline.test(node.nodeName)) parts.push('\n');
    else if (isEnd) continue;
  }
  return parts.join('');
}

/** The search takes a paragraph that is one link for a menu; where it ends as a sentence does, it is prose. */
function unlinkSentences(page: Page): void {
  for (const link of page.querySelectorAll('p > a:only-child')) {
    const text = tidy(textOf(link));
    const isWhole = text === tidy(link.parentNode?.textContent ?? '');
    if (isWhole && endsSentence.test(text) && text.includes(' ')) link.replaceWith(text);
  }
}

/** Captions within the article itself, which the search drops where their pictures stand apart from the text. */
function captionsOf(page: Page): string[] {
  const captions: string[] = [];
  for (const caption of page.querySelectorAll('figcaption')) {
    if (!caption.closest('article, main') || caption.closest('aside, nav, footer, li, a')) continue;
    const text = tidy(textOf(caption)).replaceAll('\n', ' ');
    if (text !== '') captions.push(text);
    if (captions.length === mostCaptions) break;
  }
  return captions;
}

/** The headline as pages give it to others, or as they show it. */
function titleOf(page: Page): string | null {
  for (const meta of page.querySelectorAll('meta[property="og:title"], meta[name="twitter:title"]')) {
    const title = oneLine(meta.getAttribute('content') ?? '');
    if (title) return title;
  }
  const headings = [...page.querySelectorAll('h1')]
    .map((heading) => oneLine(textOf(heading)))
    .filter(Boolean);
  return headings.length === 1 ? headings[0]! : null;
}

/** What stands between the title tags. */
function titleIn(html: string): string | null {
  const start = /<title(?:\s[^>]{0,200})?>/i.exec(html.slice(0, 100_000));
  if (!start) return null;
  const from = start.index + start[0].length;
  const end = html.indexOf('</', from);
  return end === -1 || end - from > 2000 ? null : oneLine(html.slice(from, end));
}

function oneLine(text: string): string | null {
  return tidy(text).replaceAll('\n', ' ').slice(0, 500) || null;
}
