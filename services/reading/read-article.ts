import { detectLanguage } from '../../domain/reading/text/language.ts';
import { calendarDate } from '../../domain/time.ts';
import type { Database } from '../database/pool.ts';
import type { ReportToRead } from '../database/reports/reading.ts';
import { offThread } from '../threads/off-thread.ts';
import type { ModelEvent } from './llm-answer.ts';
import type { ReadableReport } from './read-events.ts';
import type { Reading } from './store-reading.ts';

/** A second reader, such as a language model; null where it has no answer. It must not throw. */
export type SecondReader = (report: ReadableReport) => Promise<ModelEvent[] | null>;

/** Rises with every change of the reader that reads the same text differently. */
const readerVersion = 'rules-1';

/** Some 35,000 words: several times the longest report of a newspaper. What comes behind is not read. */
const mostCharacters = 200_000;

/**
 * Reads a report with Orewatch's own reader and, where there is one, with a second. The reading itself happens in a
 * thread, with the gazetteer of the database.
 */
export async function readArticle(
  report: Pick<ReportToRead, 'title' | 'text' | 'publishedAt' | 'feedLanguage'>,
  database: Database,
  secondReader: SecondReader | null,
): Promise<Reading> {
  const { title } = report;
  const text = report.text.slice(0, mostCharacters);
  const language = detectLanguage(title === null ? text : `${title}\n${text}`, report.feedLanguage);
  if (language === 'other' || language === 'none')
    return { language, events: [], passedOver: [], failure: null, reader: readerVersion };
  const readable = { title, text, language, publishedOn: calendarDate(report.publishedAt) };
  const second = secondReader && (await secondReader(readable));
  const url = database.options.connectionString!;
  await offThread('loadKnowledge', url);
  const { events, passedOver } = await offThread('readEvents', url, readable, second);
  return {
    language,
    events,
    passedOver,
    failure: null,
    reader: second ? `${readerVersion}+model` : readerVersion,
  };
}
