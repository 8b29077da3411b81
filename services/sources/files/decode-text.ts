import { isUtf8 } from 'node:buffer';
import { maxRowLength, type SourceBytes, SourceFileError } from './row-reader.ts';

/**
 * Stands in a text for each byte that is not UTF-8. It is half of a surrogate pair, which valid UTF-8 never holds: a
 * genuine replacement character in the file is not mistaken for it.
 */
const undecodable = '\udc00';

export function hasUndecodable(text: string): boolean {
  return text.includes(undecodable);
}

export const undecodableText =
  'must be UTF-8 text (the file may be Latin-1 or Windows-1252: save it as UTF-8 and import it again)';

/**
 * Text of a stream of bytes, in pieces that end at a line's end where they can. A byte order mark is dropped; bytes
 * that are not UTF-8 spoil only their own line. Throws a SourceFileError where the stream is not text at all.
 */
export async function* decodeText(input: SourceBytes): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let isChecked = false;
  for await (const piece of input) {
    const bytes: Buffer = typeof piece === 'string' ? Buffer.from(piece) : piece;
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    if (!isChecked) {
      // The first bytes tell an archive or another encoding; a slow pipe may bring them one by one.
      if (rest.length < 4) continue;
      rest = checkStart(rest);
      isChecked = true;
    }
    const lineEnd = rest.lastIndexOf(0x0a) + 1;
    const end = lineEnd === 0 && rest.length > maxRowLength ? rest.length : lineEnd;
    if (end === 0) continue;
    yield decode(rest.subarray(0, end));
    rest = rest.subarray(end);
  }
  if (!isChecked) rest = checkStart(rest);
  if (rest.length > 0) yield decode(rest);
}

function checkStart(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, 4).toString('latin1');
  if (start.startsWith('PK\x03\x04')) {
    throw new SourceFileError(
      'the file is a ZIP archive or an Excel workbook: unpack it, or save the sheet as CSV',
    );
  }
  if (start.startsWith('\x1f\x8b'))
    throw new SourceFileError('the file is compressed with gzip: unpack it first');
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) {
    throw new SourceFileError('the file is UTF-16 text: save it as UTF-8');
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) throw new SourceFileError(`the file is not text: byte ${nul + 1} is NUL`);
  return start.startsWith('\xef\xbb\xbf') ? bytes.subarray(3) : bytes;
}

function decode(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  let from = 0;
  while (from < bytes.length) {
    const newline = bytes.indexOf(0x0a, from);
    const end = newline === -1 ? bytes.length : newline + 1;
    const line = bytes.subarray(from, end);
    text += isUtf8(line) ? line.toString('utf8') : line.toString('utf8').replaceAll('\ufffd', undecodable);
    from = end;
  }
  return text;
}
