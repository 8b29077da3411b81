import { isUtf8 } from 'node:buffer';

/**
 * The text of a body: by its byte order mark, the charset of its content type, or what the document says of itself.
 * What calls itself UTF-8 and is not is taken for Windows-1252, which it almost always is then.
 */
export function decodeBody(body: Buffer, contentType: string): string {
  const label = markOf(body) ?? charsetOf(contentType) ?? charsetInside(body) ?? 'utf-8';
  const decoder = decoderOf(label);
  const isNotWhatItSays = decoder.encoding === 'utf-8' && !isUtf8(body);
  if (isNotWhatItSays || decoder.encoding === 'windows-1252') return decodeWindows1252(body);
  return decoder.decode(body);
}

/** What Windows-1252 has from 0x80 to 0x9f, where Latin-1 has control characters. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Some releases of Node 20 and 22 decode Windows-1252 as Latin-1, which loses the quotation marks. */
function decodeWindows1252(body: Buffer): string {
  return body.toString('latin1').replace(/[\x80-\x9f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80]!);
}

function markOf(body: Buffer): string | null {
  const start = body.subarray(0, 3).toString('latin1');
  if (start === '\xef\xbb\xbf') return 'utf-8';
  if (start.startsWith('\xff\xfe')) return 'utf-16le';
  if (start.startsWith('\xfe\xff')) return 'utf-16be';
  return null;
}

function charsetOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType.slice(0, 500))?.[1] ?? null;
}

/** As far in as HTML asks for: a declaration of XML or a `meta` within the first 1024 bytes. */
function charsetInside(body: Buffer): string | null {
  const start = body.subarray(0, 1024).toString('latin1');
  return /\b(?:encoding|charset)\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(start)?.[1] ?? null;
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('utf-8');
  }
}
