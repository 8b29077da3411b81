import type { Span } from './text.ts';

type Mark = {
  start: number;
  end: number;
  kind: 'straight' | 'curly' | 'guillemet' | 'single';
  side: 'open' | 'close' | 'either';
};
type Open = { kind: Mark['kind']; from: number };

const wordCharacter = /[\p{L}\p{N}]/u;

/**
 * The quoted parts of a text, in order, the marks not included: straight, curly, «guillemets», doubled apostrophes and
 * 'single' quotes. A quote goes on in the next paragraph where that begins with a mark of the same kind, or, for
 * guillemets, closes before it opens. A quote within a quote is part of the outer one. A straight or single quote that
 * nobody closes is none; other unclosed ones end with their paragraph. Linear in the length of the text.
 */
export function findQuotes(text: string, paragraphs: readonly Span[]): Span[] {
  const quotes: Span[] = [];
  let open: Open | null = null;
  for (const [number, paragraph] of paragraphs.entries()) {
    const marks = marksOf(text, paragraph);
    let from: Mark[] = marks;
    if (open !== null) {
      const first: Mark | undefined = marks[0];
      const repeats: boolean =
        first !== undefined && first.kind === open.kind && isBlank(text, paragraph.start, first.start);
      const closesLater: boolean = open.kind === 'guillemet' && first?.side === 'close';
      if (!repeats && !closesLater) open = null;
      else open = { kind: open.kind, from: repeats && first !== undefined ? first.end : paragraph.start };
      if (repeats) from = marks.slice(1);
    }
    open = readParagraph(from, open, quotes);
    if (open !== null && open.kind === 'single') open = null;
    if (open !== null && (open.kind !== 'straight' || goesOn(text, paragraphs[number + 1]))) {
      quotes.push({ start: open.from, end: paragraph.end });
    } else {
      open = null;
    }
  }
  return quotes.filter((quote) => quote.end > quote.start);
}

function readParagraph(marks: readonly Mark[], carried: Open | null, quotes: Span[]): Open | null {
  let open = carried;
  for (const mark of marks) {
    if (open === null) {
      if (mark.side !== 'close') open = { kind: mark.kind, from: mark.end };
    } else if (open.kind === 'single' && mark.kind !== 'single') {
      open = mark.side === 'close' ? open : { kind: mark.kind, from: mark.end };
    } else if (mark.kind === open.kind && (mark.side !== 'open' || mark.kind === 'straight')) {
      quotes.push({ start: open.from, end: mark.start });
      open = null;
    }
  }
  return open;
}

/** True where the next paragraph begins with a straight mark: the quote of this one is not over. */
function goesOn(text: string, next: Span | undefined): boolean {
  return next !== undefined && (text[next.start] === '"' || text.startsWith("''", next.start));
}

function isBlank(text: string, start: number, end: number): boolean {
  return end - start < 20 && text.slice(start, end).trim() === '';
}

const markPattern = /["“”„«»‹›‘’`]|''|'/g;

function marksOf(text: string, paragraph: Span): Mark[] {
  const marks: Mark[] = [];
  for (const found of text.slice(paragraph.start, paragraph.end).matchAll(markPattern)) {
    const mark = markOf(text, paragraph.start + found.index, found[0]);
    if (mark !== null) marks.push(mark);
  }
  return marks;
}

function markOf(text: string, start: number, written: string): Mark | null {
  const end = start + written.length;
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (written === '«' || written === '‹') return { start, end, kind: 'guillemet', side: 'open' };
  if (written === '»' || written === '›') return { start, end, kind: 'guillemet', side: 'close' };
  if (written === '“' || written === '„') return { start, end, kind: 'curly', side: 'open' };
  if (written === '”') return { start, end, kind: 'curly', side: 'close' };
  if (written === '"' || written === "''")
    return { start, end, kind: 'straight', side: straightSide(before, after) };
  const opens = !wordCharacter.test(before) && wordCharacter.test(after) && written !== '’';
  const closes = !/\s/.test(before) && !wordCharacter.test(after) && written !== '‘';
  if (opens === closes) return null;
  return { start, end, kind: 'single', side: opens ? 'open' : 'close' };
}

function straightSide(before: string, after: string): Mark['side'] {
  const opens = /[\s([—–-]/.test(before) && !/\s/.test(after);
  const closes = !/[\s([]/.test(before) && !wordCharacter.test(after);
  return opens === closes ? 'either' : opens ? 'open' : 'close';
}
