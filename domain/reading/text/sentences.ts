import { sentenceWords } from '../lexicon/text/sentences.ts';
import { isAbbreviation, isDomain } from './abbreviations.ts';
import { datelineOf } from './dateline.ts';
import { findQuotes } from './quotes.ts';
import { announcesLinks, kindOfParagraph, kindOfSentence } from './sentence-kind.ts';
import type { Sentence, Span } from './text.ts';
import { tokenize } from './tokens.ts';

/** So many paragraphs without a final stop after "Lire aussi :" are its links. */
const mostLinks = 5;

/** "- ", "• ", "1. ", "2) ": what a list puts before its items. */
const bullet = /^(?:[-–—•·*▪●◦‣►>]{1,3}\s+|[•▪●‣►]|\(?\d{1,2}[.)]\s+(?=\p{L})|[a-h]\)\s+)/u;
/** A stop, or the bar between two headlines. */
const terminator = /[.!?…。！？]+|(?<=\s)\|(?=\s)/g;
const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * The sentences of a text in order; a line is a paragraph, and lines without a word are none. The dateline and the mark of
 * a list item are no part of their sentence. Offsets are UTF-16 units of the whole text; time is linear in its length.
 */
export function splitSentences(text: string): Sentence[] {
  const paragraphs = paragraphsOf(text);
  const quotes = findQuotes(text, paragraphs);
  const quoteEnds = new Set(quotes.map((quote) => quote.end));
  const sentences: Sentence[] = [];
  let linksLeft = 0;
  let firstQuote = 0;
  for (const [number, paragraph] of paragraphs.entries()) {
    const content = text.slice(paragraph.start, paragraph.end);
    const isListed = linksLeft > 0 && content.length < 200 && !/[.!?…](?:[\s"”»)]|$)/.test(content);
    const kind = isListed ? 'link' : kindOfParagraph(content);
    linksLeft = announcesLinks(content) ? mostLinks : isListed ? linksLeft - 1 : 0;
    for (const span of spansOf(text, readable(text, paragraph), quoteEnds)) {
      while ((quotes[firstQuote]?.end ?? span.start) < span.start) firstQuote += 1;
      const written = text.slice(span.start, span.end);
      sentences.push({
        ...span,
        text: written,
        tokens: tokenize(written, span.start),
        paragraph: number,
        quotes: clipped(quotes, firstQuote, span),
        kind: kind === 'body' ? kindOfSentence(written) : kind,
      });
    }
  }
  return sentences;
}

/** The datelines of a text: where it was written, told before its first sentence. */
export function findDatelines(text: string): Span[] {
  return paragraphsOf(text).flatMap((paragraph) => datelineOf(text, paragraph) ?? []);
}

function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const span = trimmed(text, { start: line.index, end: line.index + line[0].length });
    if (span.end > span.start && letterOrDigit.test(line[0])) paragraphs.push(span);
  }
  return paragraphs;
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return { start, end };
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    code <= 32 || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0xfeff || code === 0x200b
  );
}

/** The paragraph without its dateline or the mark of a list item. */
function readable(text: string, paragraph: Span): Span {
  const head = text.slice(paragraph.start, paragraph.start + 12);
  const start = datelineOf(text, paragraph)?.end ?? paragraph.start + (bullet.exec(head)?.[0].length ?? 0);
  return start < paragraph.end ? { start, end: paragraph.end } : paragraph;
}

function spansOf(text: string, paragraph: Span, quoteEnds: ReadonlySet<number>): Span[] {
  const spans: Span[] = [];
  let start = paragraph.start;
  for (const found of text.slice(paragraph.start, paragraph.end).matchAll(terminator)) {
    const mark = paragraph.start + found.index;
    if (mark < start) continue;
    const end = boundaryAfter(text, mark, mark + found[0].length, start, paragraph.end, quoteEnds);
    if (end === null) continue;
    const span = trimmed(text, { start, end });
    if (!letterOrDigit.test(text.slice(span.start, Math.min(span.end, span.start + 200)))) continue;
    spans.push(span);
    start = end;
  }
  const last = trimmed(text, { start, end: paragraph.end });
  if (last.end > last.start) {
    if (letterOrDigit.test(text.slice(last.start, last.end)) || spans.length === 0) spans.push(last);
    else spans[spans.length - 1]!.end = last.end;
  }
  return spans;
}

/** Where the sentence that this mark may close ends, its closing quotes and brackets included; null where it goes on. */
function boundaryAfter(
  text: string,
  mark: number,
  stop: number,
  start: number,
  paragraphEnd: number,
  quoteEnds: ReadonlySet<number>,
): number | null {
  let end = stop;
  for (let read = 0; read < 4; read += 1) {
    const gap = isSpace(text, end) && end < paragraphEnd ? 1 : 0;
    if (quoteEnds.has(end + gap) || quoteEnds.has(end))
      end = closerEnd(text, quoteEnds.has(end) && gap === 0 ? end : end + gap);
    else if (/[)\]]/.test(text[end] ?? '')) end += 1;
    else break;
  }
  if (end >= paragraphEnd) return paragraphEnd;
  let next = end;
  while (next < paragraphEnd && isSpace(text, next)) next += 1;
  const spaced = next > end;
  while (next < paragraphEnd && /["“«‘'([\s\u00a0-]/.test(text[next] ?? '') && next < end + 12) next += 1;
  const following = /^[\p{L}\p{N}.]{1,30}/u.exec(text.slice(next, next + 30))?.[0] ?? '';
  const isWide = /[。！？]/.test(text[mark] ?? '');
  if (!spaced && end === stop && !isWide) return glued(text, mark, following) ? end : null;
  if (!isWide && /^\p{Ll}/u.test(following)) return null;
  if (!isWide && /[,;:]/.test(text[end] ?? '')) return null;
  if (stop - mark === 1 && text[mark] === '.' && end === stop) {
    const before = /[\p{L}\p{N}.°]+$/u.exec(text.slice(Math.max(start, mark - 20), mark))?.[0] ?? '';
    if (isAbbreviation(before, following)) return null;
  }
  return end;
}

/** "… forces.Les …": the space was lost. Not so in web addresses and numbers. */
function glued(text: string, mark: number, following: string): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(following.split('.')[0] ?? '') && !sentenceWords.elidedStarters.has(following))
    return false;
  if (isDomain(following)) return false;
  return /\p{Ll}{3}$/u.test(text.slice(Math.max(0, mark - 3), mark));
}

/** The end of the closing mark that stands at a quote's end. */
function closerEnd(text: string, at: number): number {
  return at + (text.startsWith("''", at) ? 2 : 1);
}

function clipped(quotes: readonly Span[], from: number, span: Span): Span[] {
  const parts: Span[] = [];
  for (let i = from; i < quotes.length; i += 1) {
    const quote = quotes[i]!;
    if (quote.start >= span.end) break;
    const part = { start: Math.max(quote.start, span.start), end: Math.min(quote.end, span.end) };
    if (part.end > part.start) parts.push(part);
  }
  return parts;
}
