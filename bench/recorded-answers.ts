import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type ModelEvent, readAnswer } from '../services/reading/llm-answer.ts';
import type { ModelServer } from '../services/reading/llm-call.ts';
import { askForReading } from '../services/reading/llm-reader.ts';
import type { LabelledReport } from './labelled-reports.ts';

const line = z.object({
  report: z.string(),
  answer: z.string(),
  promptTokens: z.int().nullable(),
  completionTokens: z.int().nullable(),
});
type RecordedAnswer = z.infer<typeof line>;

/**
 * Asks a model about each report that the file has no answer for, and adds its answer to the file, one line of JSON
 * each: it can be broken off and begun again. Throws a ModelError where the model gives none.
 */
export async function recordAnswers(
  file: string,
  reports: readonly LabelledReport[],
  server: ModelServer,
  tell: (report: string) => void,
): Promise<void> {
  const known = new Set(existsSync(file) ? linesOf(file).map(({ report }) => report) : []);
  for (const report of reports) {
    if (known.has(report.name)) continue;
    const { text: answer, ...tokens } = await askForReading(readableOf(report), server);
    const recorded: RecordedAnswer = { report: report.name, answer, ...tokens };
    appendFileSync(file, `${JSON.stringify(recorded)}\n`);
    tell(report.name);
  }
}

/** The events that a model recorded in the file read from each report, and the tokens of all; null where an answer is of no use. */
export function readRecordedAnswers(file: string): {
  events: Map<string, ModelEvent[] | null>;
  tokens: number;
} {
  const lines = linesOf(file);
  return {
    events: new Map(lines.map(({ report, answer }) => [report, readAnswer(answer)])),
    tokens: lines.reduce((sum, one) => sum + (one.promptTokens ?? 0) + (one.completionTokens ?? 0), 0),
  };
}

function linesOf(file: string): RecordedAnswer[] {
  const texts = readFileSync(file, 'utf8').split('\n');
  return texts.flatMap((text, i) => {
    if (text === '') return [];
    try {
      return [line.parse(JSON.parse(text))];
    } catch {
      throw new Error(`${file}, line ${i + 1}: is no recorded answer; remove it and record again.`);
    }
  });
}

/** A labelled report as a reader is given it. */
export function readableOf({ title, paragraphs, language, publishedOn }: LabelledReport) {
  return { title, text: paragraphs.join('\n'), language, publishedOn };
}
