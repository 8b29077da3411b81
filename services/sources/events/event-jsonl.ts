import type { CollectedEvent } from '../../database/events/event.ts';
import { hasUndecodable, undecodableText } from '../files/decode-text.ts';
import { brokenRow, type RowReader, SourceFileError } from '../files/row-reader.ts';
import { readLines } from '../files/text-lines.ts';
import { eventRow } from './event-row.ts';

/** Events as JSON Lines: one posted event a line. */
export const readEventJsonl: RowReader<CollectedEvent> = async function* (input, { now, source }) {
  let isEmpty = true;
  for await (const { line, text, isCut } of readLines(input)) {
    isEmpty = false;
    if (isCut) yield brokenRow(line, text, 'the line is longer than a row can be');
    else if (hasUndecodable(text)) yield brokenRow(line, text, undecodableText);
    else yield parseLine(line, text, now, source);
  }
  if (isEmpty)
    throw new SourceFileError('the file is empty: one JSON object with an event on each line was expected');
};

function parseLine(line: number, text: string, now: Date, source: string | null) {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return brokenRow(line, text, `must be one JSON object on one line: ${(error as Error).message}`);
  }
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    return brokenRow(line, text, 'must be one JSON object with the fields of an event');
  }
  if ('publishedAt' in raw && 'events' in raw) {
    return brokenRow(line, text, 'is a report that holds events: use "orewatch replay" for such a file');
  }
  return eventRow({ line, raw }, source ? { source, ...raw } : { ...raw }, now);
}
