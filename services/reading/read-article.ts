import { readReport } from '../../domain/reading/read-report.ts';
import { type ModelReading, mergeReadings } from '../../domain/reading/reports/merge-readings.ts';
import { detectLanguage } from '../../domain/reading/text/language.ts';
import type { Language } from '../../domain/reading/text/text.ts';
import { calendarDate } from '../../domain/time.ts';
import type { ReportToRead } from '../database/reports/reading.ts';
import type { Knowledge } from './knowledge.ts';
import type { Reading } from './store-reading.ts';

/** What a reader is given of a report. */
type ReadableReport = { title: string | null; text: string; language: Language; publishedOn: string };

/** A second reader, such as a language model; null where it has no answer. It must not throw. */
export type SecondReader = (report: ReadableReport, knowledge: Knowledge) => Promise<ModelReading[] | null>;

/** Rises with every change of the reader that reads the same text differently. */
const readerVersion = 'rules-1';

/** A report that tells of more is a chronicle, or built to do harm. */
const mostEvents = 200;

/** Reads a report with Orewatch's own reader and, where there is one, with a second. */
export async function readArticle(
  report: Pick<ReportToRead, 'title' | 'text' | 'publishedAt'>,
  knowledge: Knowledge,
  secondReader: SecondReader | null,
): Promise<Reading> {
  const { title, text } = report;
  const language = detectLanguage(title === null ? text : `${title}\n${text}`);
  if (language === 'other' || language === 'none')
    return { language, events: [], failure: null, reader: readerVersion };
  const readable = { title, text, language, publishedOn: calendarDate(report.publishedAt) };
  const own = readReport(readable, knowledge);
  const second = secondReader && (await secondReader(readable, knowledge));
  const events = second ? mergeReadings(own, second) : own;
  return {
    language,
    events: events.slice(0, mostEvents),
    failure: null,
    reader: second ? `${readerVersion}+model` : readerVersion,
  };
}
