import type { CollectedEvent, ReportContent } from '../../database/events/event.ts';
import { withCleanWords } from '../files/field-text.ts';
import type { Row, Warning } from '../files/row-reader.ts';
import { type EventInput, parseEvent } from './event-input.ts';

/** The event of a file with its words cleaned. What is posted is told to whoever posts it instead. */
export function withCleanEventWords<T extends object>(event: T): T {
  return withCleanWords(event, { lines: ['place', 'actors'], texts: ['notes'] });
}

const nowhere: Warning = {
  field: 'latitude, longitude',
  got: '0, 0',
  text: 'are a place in the sea: the event is taken as one without a position',
};

/** Validates the event that a row was read as, and keeps the row beside it as its report. */
export function eventRow(
  at: { line: number; raw: unknown },
  input: EventInput | Record<string, unknown>,
  now: Date,
  report: Partial<ReportContent> = {},
): Row<CollectedEvent> {
  const parsed = parseEvent(withCleanEventWords(input) as EventInput, now);
  if (!parsed.ok) return { ...at, ok: false, refusals: parsed.refusals };
  const { event } = parsed;
  const value: CollectedEvent = {
    event,
    report: {
      externalId: event.sourceEventId,
      publisher: null,
      title: null,
      url: event.url,
      publishedAt: null,
      // A file whose licence is not known is kept but not shown.
      mayShowRaw: false,
      content: at.raw,
      ...report,
    },
  };
  const { latitude, longitude } = input as { latitude?: unknown; longitude?: unknown };
  return latitude === 0 && longitude === 0
    ? { ...at, ok: true, value, warning: nowhere }
    : { ...at, ok: true, value };
}
