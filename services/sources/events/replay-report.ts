import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { ArticleInput } from '../../../domain/reading/reports/article.ts';
import type { CollectedEvent } from '../../database/events/event.ts';
import { parseReport } from '../../reading/report-input.ts';
import { refusalsOf } from '../../refusing/refusal.ts';
import { lineOf, textOf } from '../../refusing/text-input.ts';
import { type EventInput, parseEvent } from './event-input.ts';
import { withCleanEventWords } from './event-row.ts';

/**
 * One report of a replay file: when it was published, by whom, and either the events that somebody read from it, or
 * its prose, which is then read here.
 */
export type ReplayReport = {
  publishedAt: Date;
  publisher: string;
  title: string;
  summary: string | null;
  url: string | null;
  told: { events: CollectedEvent[] } | { article: ArticleInput };
};

const reportInput = z.strictObject({
  publishedAt: z.iso.datetime('must be an instant such as 2025-03-20T09:00:00Z'),
  publisher: lineOf(200),
  title: lineOf(500),
  summary: textOf(5000).nullish(),
  url: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).nullish(),
  events: z.array(z.record(z.string(), z.unknown())).min(1, 'must hold at least one event').optional(),
  text: z.string().optional(),
  html: z.string().optional(),
  /** Events were coded for the file; prose belongs to its publisher, and is shown only where the file says so. */
  mayShowRaw: z.boolean().optional(),
});

/** What is wrong with a replay file, and in which line. */
export class ReplayFileError extends Error {
  override name = 'ReplayFileError';
}

/**
 * Reads a replay file, one JSON report a line, in the order of publication. Throws a ReplayFileError that names the
 * line, the field and what was expected: a replay with gaps would tell a wrong story.
 */
export async function readReplayFile(file: string): Promise<ReplayReport[]> {
  const reports: ReplayReport[] = [];
  let lineNumber = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    lineNumber += 1;
    if (line.trim()) reports.push(await parseLine(line, `${file}, line ${lineNumber}`));
  }
  if (reports.length === 0)
    throw new ReplayFileError(`${file} holds no reports. It should hold one JSON report a line.`);
  return reports.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
}

async function parseLine(line: string, where: string): Promise<ReplayReport> {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch (error) {
    throw new ReplayFileError(`${where}: not a JSON object (${(error as Error).message})`);
  }
  const parsed = reportInput.safeParse(input);
  if (!parsed.success) throw new ReplayFileError(`${where}: ${inWords(refusalsOf(parsed.error, input))}`);
  const { events, text, html, ...report } = parsed.data;
  if ([events, text, html].filter((given) => given !== undefined).length !== 1) {
    throw new ReplayFileError(`${where}: needs exactly one of events, text and html`);
  }
  const publishedAt = new Date(report.publishedAt);
  const { summary = null, url = null } = report;
  const known = { publishedAt, publisher: report.publisher, title: report.title, summary, url };
  if (events) return { ...known, told: { events: readEvents(events, report, publishedAt, input, where) } };
  const { publisher, title } = report;
  const article = await parseReport(
    {
      url,
      publishedAt: report.publishedAt,
      publisher,
      title,
      text,
      html,
      mayShowRaw: report.mayShowRaw ?? false,
    },
    publishedAt,
  );
  if (!article.ok) throw new ReplayFileError(`${where}: ${inWords(article.refusals)}`);
  return { ...known, told: { article: article.article } };
}

function readEvents(
  events: readonly Record<string, unknown>[],
  report: z.output<typeof reportInput>,
  publishedAt: Date,
  content: unknown,
  where: string,
): CollectedEvent[] {
  return events.map((event, i) => {
    const read = parseEvent(withCleanEventWords({ url: report.url, ...event }) as EventInput, publishedAt);
    if (!read.ok) throw new ReplayFileError(`${where}: event ${i + 1}: ${inWords(read.refusals)}`);
    return { event: read.event, report: { ...origin(report, publishedAt), content } };
  });
}

function origin(
  report: Pick<z.output<typeof reportInput>, 'publisher' | 'title' | 'url' | 'publishedAt' | 'mayShowRaw'>,
  publishedAt: Date,
) {
  return {
    externalId: report.url ?? `${report.publisher} ${report.publishedAt}`,
    publisher: report.publisher,
    title: report.title,
    url: report.url ?? null,
    publishedAt,
    mayShowRaw: report.mayShowRaw ?? true,
  };
}

function inWords(refusals: readonly { field: string; expected: string; got: string }[]): string {
  return refusals
    .map(({ field, expected, got }) => `${field} ${expected}${got === 'nothing' ? '' : `; it is ${got}`}`)
    .join('; ');
}
