import { type PassedOver, type ReadEvent, readReport } from '../../domain/reading/read-report.ts';
import { mergeReadings } from '../../domain/reading/reports/merge-readings.ts';
import type { Language } from '../../domain/reading/text/text.ts';
import type { Knowledge } from './knowledge.ts';
import type { ModelEvent } from './llm-answer.ts';
import { eventsInArticle } from './llm-events.ts';

/** What a reader is given of a report. */
export type ReadableReport = { title: string | null; text: string; language: Language; publishedOn: string };

/** A report that tells of more is a chronicle, or built to do harm. */
const mostEvents = 200;

/**
 * The events of a report, and the sentences that made none, by Orewatch's own rules, merged with those of a second reader, which count only as far as
 * the text bears them out.
 */
export function readEvents(
  report: ReadableReport,
  second: readonly ModelEvent[] | null,
  knowledge: Knowledge,
): { events: ReadEvent[]; passedOver: PassedOver[] } {
  const { events: own, passedOver } = readReport(report, knowledge);
  const events = second ? mergeReadings(own, eventsInArticle(second, report, knowledge)) : own;
  return { events: events.slice(0, mostEvents), passedOver };
}
