import { maxRowLength } from './row-reader.ts';

/** One record of a CSV file, from the line where it starts; or a line that belongs to no record. */
export type CsvRecord = { line: number; fields: string[] } | { line: number; broken: string; text: string };

/**
 * Takes CSV text (RFC 4180, with LF or CRLF, separated by comma, semicolon or tab) apart. The first record is the
 * header: it decides the separator and how many fields a record must have. Blank lines are left out.
 *
 * A record that is broken (a quote never closed, text behind a closing quote, too few or too many fields) costs its
 * first line only: reading goes on at the next line, so that a stray quote does not swallow the rows behind it. No
 * CSV library recovers in this way, which is why this is written here.
 */
export async function* readCsvRecords(chunks: AsyncIterable<string>): AsyncGenerator<CsvRecord[]> {
  const splitter = createSplitter();
  for await (const chunk of chunks) {
    const records = splitter.push(chunk, false);
    if (records.length > 0) yield records;
  }
  const last = splitter.push('', true);
  if (last.length > 0) yield last;
}

type Parsed = { fields: string[]; end: number };
const needsMore = Symbol('needs more text');

function createSplitter() {
  let text = '';
  let position = 0;
  let line = 1;
  let width = 0;
  let separator = '';
  /** True while the rest of an overlong line passes by. */
  let isSkipping = false;

  function push(chunk: string, isLast: boolean): CsvRecord[] {
    text = text.slice(position) + chunk;
    position = 0;
    const records: CsvRecord[] = [];
    let nextQuote = text.indexOf('"');
    while (position < text.length) {
      if (nextQuote !== -1 && nextQuote < position) nextQuote = text.indexOf('"', position);
      const newline = text.indexOf('\n', position);
      if (isSkipping) {
        skipLine(newline);
        continue;
      }
      if (newline === -1 && !isLast && text.length - position <= maxRowLength) break;
      const lineEnd = newline === -1 ? text.length : newline;
      if (separator === '') {
        const named = namedSeparator(text.slice(position, lineEnd));
        separator = named ?? separatorOf(text.slice(position, lineEnd));
        if (named !== null) {
          skipLine(newline);
          continue;
        }
      }
      const hasQuote = nextQuote !== -1 && nextQuote < lineEnd;
      const parsed =
        lineEnd - position > maxRowLength
          ? 'the row is longer than a row can be'
          : hasQuote
            ? parseQuoted(text, position, separator, isLast)
            : { fields: splitPlain(lineEnd), end: lineEnd + 1 };
      if (parsed === needsMore) break;
      take(parsed as Parsed | string, lineEnd, records);
    }
    return records;
  }

  function take(parsed: Parsed | string, lineEnd: number, records: CsvRecord[]): void {
    const startLine = line;
    if (typeof parsed !== 'string') {
      const fields = withoutEmptyEnd(parsed.fields, width);
      const { end } = parsed;
      const isBlank = fields.length === 1 && fields[0]!.trim() === '';
      if (isBlank || width === 0 || fields.length === width) {
        width ||= isBlank ? 0 : fields.length;
        if (!isBlank) records.push({ line: startLine, fields });
        line += lineBreaks(text, lineEnd, end);
        position = end;
        return;
      }
    }
    const broken =
      typeof parsed === 'string' ? parsed : `has ${parsed.fields.length} columns, the header has ${width}`;
    records.push({ line: startLine, broken, text: text.slice(position, lineEnd).replace(/\r$/, '') });
    skipLine(lineEnd < text.length ? lineEnd : -1);
  }

  function skipLine(newline: number): void {
    isSkipping = newline === -1;
    position = newline === -1 ? text.length : newline + 1;
    if (newline !== -1) line += 1;
  }

  function splitPlain(lineEnd: number): string[] {
    const end = lineEnd > position && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;
    return text.slice(position, end).split(separator);
  }

  return { push };
}

/** A record with at least one quote, which may span lines; the reason where it is broken. */
function parseQuoted(
  text: string,
  position: number,
  separator: string,
  isLast: boolean,
): Parsed | string | typeof needsMore {
  const isTooLong = text.length - position > maxRowLength;
  const canWait = !isLast && !isTooLong;
  const fields: string[] = [];
  let i = position;
  for (;;) {
    let value: string;
    if (text[i] === '"') {
      const close = closingQuote(text, i + 1);
      if (close === -1) return canWait ? needsMore : 'a quote is opened that is never closed';
      value = text.slice(i + 1, close).replaceAll('""', '"');
      i = close + 1;
    } else {
      let end = i;
      while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
      value = text.slice(i, end);
      if (text[end] !== separator && value.endsWith('\r')) value = value.slice(0, -1);
      i = end;
    }
    fields.push(value);
    if (text[i] === '\r' && (text[i + 1] === '\n' || i + 1 === text.length)) i++;
    if (i >= text.length) return canWait ? needsMore : { fields, end: i };
    if (text[i] === '\n') return { fields, end: i + 1 };
    if (text[i] !== separator) return 'text follows a closing quote: a quote inside a field must be doubled';
    i++;
  }
}

/** Position of the quote that ends a field: one that is not doubled. */
function closingQuote(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote;
}

function lineBreaks(text: string, firstLineEnd: number, end: number): number {
  let breaks = 0;
  for (let at = firstLineEnd; at !== -1 && at < end; at = text.indexOf('\n', at + 1)) breaks++;
  return breaks;
}

/** Spreadsheets name the separator in a line before the header: "sep=;". */
function namedSeparator(line: string): string | null {
  return /^\uFEFF?"?sep=([,;\t|])"?\r?$/i.exec(line)?.[1] ?? null;
}

/** Spreadsheets end rows with empty columns: those beyond the header's are none, and those of the header neither. */
function withoutEmptyEnd(fields: string[], width: number): string[] {
  let end = fields.length;
  while (end > Math.max(1, width) && fields[end - 1]!.trim() === '') end--;
  return end === fields.length ? fields : fields.slice(0, end);
}

function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (mark: string) => bare.split(mark).length - 1;
  // The comma stands first: it is taken where none stands out.
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
