import type { Config } from '../../config/env.ts';
import type { Logger } from '../../config/logger.ts';
import { answerFormat, type ModelEvent, readAnswer } from './llm-answer.ts';
import { type Completion, complete, ModelError, type ModelServer } from './llm-call.ts';
import { messagesFor } from './llm-prompt.ts';
import type { SecondReader } from './read-article.ts';
import type { ReadableReport } from './read-events.ts';

export type ModelSettings = ModelServer & { log: Logger };

/** The second reader that the settings name; null where they name none. */
export function modelReaderOf(
  { llmUrl, llmModel, llmKey }: Pick<Config, 'llmUrl' | 'llmModel' | 'llmKey'>,
  log: Logger,
): SecondReader | null {
  if (llmUrl === null) return null;
  const settings = { url: llmUrl, model: llmModel, key: llmKey, log };
  return (report) => askModel(report, settings);
}

/** The completion in which a model reads a report. Throws a ModelError. */
export function askForReading(report: ReadableReport, server: ModelServer): Promise<Completion> {
  return complete(server, {
    messages: messagesFor(report),
    response_format: answerFormat,
    temperature: 0,
    stream: false,
  });
}

/**
 * Has a language model read a report; llm-events.ts takes of it what the report bears out. The log tells what that
 * cost. Null where the model gave no usable answer, with a warning: reading goes on without it. It never throws.
 */
export async function askModel(
  report: ReadableReport,
  { log, ...server }: ModelSettings,
): Promise<ModelEvent[] | null> {
  try {
    const askedAt = performance.now();
    const { text, ...tokens } = await askForReading(report, server);
    const cost = { server: new URL(server.url).host, ...tokens, ms: Math.round(performance.now() - askedAt) };
    log.info(cost, 'the language model read a report');
    const events = readAnswer(text);
    if (!events) throw new ModelError('its answer is not of the schema that was asked for');
    return events;
  } catch (error) {
    // What is not ours to word may hold anything, the key included.
    const reason = error instanceof ModelError ? error.message : 'its answer could not be read';
    log.warn(
      { reason, server: new URL(server.url).host },
      'the language model gave no reading; the report is read without it',
    );
    return null;
  }
}
