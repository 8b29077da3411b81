import { Readable } from 'node:stream';
import { decodeBody } from '../fetching/decode-body.ts';
import { decodeText, hasUndecodable } from '../sources/files/decode-text.ts';
import { SourceFileError } from '../sources/files/row-reader.ts';

/** Bytes that are no report; the message says why, and what to do. */
export class ReportError extends Error {
  override name = 'ReportError';
}

/** The text of bytes in UTF-8, or in the encoding that an HTML page states. Throws a ReportError. */
export async function decodeReport(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    throw new ReportError('it is a PDF document: save its text as a text file');
  let text = '';
  try {
    for await (const piece of decodeText(Readable.from([bytes]))) text += piece;
  } catch (error) {
    if (!(error instanceof SourceFileError)) throw error;
    throw new ReportError(error.message.replace(/^the file is/, 'it is'));
  }
  if (!hasUndecodable(text)) return text;
  const stated = decodeAsStated(bytes);
  if (stated !== null) return stated;
  throw new ReportError('it is not UTF-8 text (it may be Latin-1 or Windows-1252): save it as UTF-8');
}

/** Pages say within their first bytes how they are encoded; null where these do not. */
function decodeAsStated(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 1024).toString('latin1');
  return looksLikeHtml(start) && /charset\s{0,9}=/i.test(start) ? decodeBody(bytes, '') : null;
}

/** True where a text is a page, or a part of one, rather than prose. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 4096);
  return /<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)(?:\s[^<>]{0,500})?>/i.test(start);
}
