import { decodeText, hasUndecodable, undecodableText } from './decode-text.ts';
import { brokenRow, maxRowLength, type Row, type SourceBytes, SourceFileError } from './row-reader.ts';

type State = 'outside' | 'before array' | 'in array' | 'done';

/** Which array of a JSON file holds its rows: that under `key`, or the whole file where it `mayBeBare`. */
export type MemberArray = {
  key: string;
  mayBeBare?: boolean;
  /** Says what was expected, where there is no such array. */
  absent: string;
};

/** The features of a GeoJSON file. */
export const featureArray: MemberArray = {
  key: 'features',
  absent:
    'the file is no GeoJSON FeatureCollection: an object with an array "features" was expected (RFC 7946)',
};

/**
 * The members of an array of a JSON file, one at a time: the file is never held whole. A member that is no JSON is a
 * broken row; so is the end of a file that stops on the way. Throws a SourceFileError where there is no such array.
 */
export async function* readMembers(input: SourceBytes, array: MemberArray): AsyncGenerator<Row<unknown>> {
  const splitter = createSplitter(array);
  for await (const chunk of decodeText(input)) yield* splitter.push(chunk);
  yield* splitter.end();
}

function createSplitter({ key: wanted, mayBeBare = false, absent }: MemberArray) {
  let state: State = 'outside';
  let depth = 0;
  /** The depth at which the members stand. */
  let inside = 2;
  let line = 1;
  let isInString = false;
  let isEscaped = false;
  /** The last string at depth 1: a key, if a colon follows. */
  let key = '';
  /** The member under way, and where it began. */
  let member: { text: string; line: number } | null = null;
  let isTooLong = false;

  function* push(chunk: string): Generator<Row<unknown>> {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (code === 10) line++;
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (code === 92) isEscaped = true;
        else if (code === 34) isInString = false;
        if (state === 'outside' && depth === 1 && isInString) key += chunk[i];
        continue;
      }
      // Anything but blanks, a comma and what closes the array begins a member.
      const begins = code > 32 && code !== 44 && code !== 93 && code !== 125;
      if (begins && state === 'in array' && depth === inside && !member) {
        member = { text: '', line };
        from = i;
      }
      if (code === 34) {
        isInString = true;
        if (depth === 1) key = '';
        continue;
      }
      if (code === 123 || code === 91) {
        depth++;
        if (state === 'before array') {
          if (code !== 91) throw new SourceFileError(absent);
          state = 'in array';
        } else if (mayBeBare && state === 'outside' && depth === 1 && code === 91) {
          state = 'in array';
          inside = 1;
        }
      } else if (code === 125 || code === 93) {
        depth--;
        if (state === 'in array' && depth < inside) {
          if (member) yield* close(chunk.slice(from, i));
          state = 'done';
        }
      } else if (code === 58 && state === 'outside' && depth === 1 && key === wanted) {
        state = 'before array';
      } else if (code === 44 && state === 'in array' && depth === inside) {
        if (member) yield* close(chunk.slice(from, i));
      } else if (code > 32 && state === 'before array') throw new SourceFileError(absent);
    }
    if (member) keep(chunk.slice(from));
  }

  function keep(text: string): void {
    isTooLong ||= member!.text.length + text.length > maxRowLength;
    if (!isTooLong) member!.text += text;
  }

  function* close(text: string): Generator<Row<unknown>> {
    keep(text);
    const { text: whole, line: start } = member!;
    const wasTooLong = isTooLong;
    member = null;
    isTooLong = false;
    if (wasTooLong) yield brokenRow(start, whole, 'the member is longer than a row can be');
    else if (hasUndecodable(whole)) yield brokenRow(start, whole, undecodableText);
    else yield parse(start, whole.trim());
  }

  function* end(): Generator<Row<unknown>> {
    if (state === 'outside' || state === 'before array') throw new SourceFileError(absent);
    if (state === 'done') return;
    const { text, line: start } = member ?? { text: '', line };
    yield brokenRow(start, text, 'the file ends in the middle of its rows: it was cut off');
  }

  return { push, end };
}

function parse(line: number, text: string): Row<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return { line, raw: value, ok: true, value };
  } catch (error) {
    return brokenRow(line, text, `must be a JSON object: ${(error as Error).message}`);
  }
}
