import { decodeHTML } from 'entities';
import { unseen } from '../../domain/reading/text/visible.ts';

/** Elements whose content is no prose. */
const dropped = new Set([
  ...['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'canvas', 'head'],
  ...['nav', 'footer', 'aside', 'form', 'button', 'select', 'textarea', 'dialog', 'menu'],
]);

/** Elements within a line; all others begin and end a paragraph. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/**
 * The text of any HTML, read tag by tag and without a tree: paragraphs are separated by line breaks. It takes time in
 * proportion to the length, however the tags are nested or broken.
 */
export function plainTextOf(html: string): string {
  let text = '';
  let at = 0;
  // What is nowhere closed from here on is not looked for again.
  const unclosed = new Set<string>();
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) return tidy(text + inLine(html.slice(at)));
    text += inLine(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      at = endOf(html, '-->', open);
      continue;
    }
    const [tag, slash, name = ''] =
      /^<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})/.exec(html.slice(open, open + 25)) ?? [];
    if (tag === undefined) {
      const isMarkup = /[!?/]/.test(html[open + 1] ?? '');
      at = isMarkup ? endOf(html, '>', open) : open + 1;
      if (!isMarkup) text += '<';
      continue;
    }
    const element = name.toLowerCase();
    at = endOf(html, '>', open);
    if (slash === '' && dropped.has(element) && !unclosed.has(element)) {
      const end = endOfElement(html, element, at);
      if (end === null) unclosed.add(element);
      else at = end;
    }
    if (!inline.has(element)) text += '\n';
  }
  return tidy(text);
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

/** Where an element ends that holds no other of its kind; null where it is never closed: it is taken for empty. */
function endOfElement(html: string, element: string, from: number): number | null {
  const closing = new RegExp(`</${element}\\s*>`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html) ? closing.lastIndex : null;
}

/** Line breaks in the source of a page are blanks. */
function inLine(html: string): string {
  return html.replace(/[\t\n\f\r]+/g, ' ');
}

/** One line a paragraph, single spaces, no entities. */
export function tidy(text: string): string {
  return decodeHTML(text)
    .replace(unseen, '')
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\p{Zs}]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Narrower columns than this are no columns: each line is a paragraph. */
const narrowestColumn = 30;
const widestColumn = 100;

/** The end of a line at which a sentence ends. */
export const endsSentence = /[.!?…]["'”’»)\]]*$/;

/**
 * The paragraphs of plain text, a line each. Text that is wrapped at a column is put together again: in a paragraph
 * that ends as a sentence does, a line goes on in the next where the first word of that would not have fitted in.
 */
export function proseOf(text: string): string {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n(?:[ \t]*\n)+/);
  return tidy(paragraphs.map(unwrap).join('\n'));
}

function unwrap(paragraph: string): string {
  const lines = paragraph.split('\n').map((line) => line.trim());
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const isColumn = widest >= narrowestColumn && widest <= widestColumn;
  if (!isColumn || !endsSentence.test(lines.at(-1)!)) return lines.join('\n');
  const goesOn = lines.map((line, at) => {
    const [next = ''] = (lines[at + 1] ?? '').split(' ', 1);
    return next !== '' && !endsSentence.test(line) && line.length + 1 + next.length > widest;
  });
  return lines.map((line, at) => `${line}${goesOn[at] ? ' ' : '\n'}`).join('');
}
