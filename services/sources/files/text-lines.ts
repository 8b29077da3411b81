import { decodeText } from './decode-text.ts';
import { maxRowLength, type SourceBytes } from './row-reader.ts';

/** The lines of a text that are not blank, each with its number from 1. A line beyond a row's length is cut there. */
export async function* readLines(
  input: SourceBytes,
): AsyncGenerator<{ line: number; text: string; isCut: boolean }> {
  let rest = '';
  let line = 1;
  let isCut = false;
  for await (const chunk of decodeText(input)) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const text of lines) {
      if (text.trim() !== '')
        yield { line, text: text.slice(0, maxRowLength), isCut: isCut || text.length > maxRowLength };
      isCut = false;
      line++;
    }
    isCut ||= rest.length > maxRowLength;
    rest = rest.slice(0, maxRowLength);
  }
  if (rest.trim() !== '') yield { line, text: rest, isCut };
}
