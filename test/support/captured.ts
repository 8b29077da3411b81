import type { PassThrough } from 'node:stream';

/** All that was written to a stream so far. `read()` gives one piece or all, by the release of Node. */
export function captured(stream: PassThrough): string {
  let text = '';
  for (let piece = stream.read(); piece !== null; piece = stream.read()) text += piece;
  return text;
}
