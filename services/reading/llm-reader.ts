import type { Config } from '../../config/env.ts';
import type { Logger } from '../../config/logger.ts';
import { answerFormat, type ModelEvent, readAnswer } from './llm-answer.ts';
import { complete, ModelError, type ModelServer } from './llm-call.ts';
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

/**
 * Has a language model read a report; llm-events.ts takes of it what the report bears out. Null where the model gave no
 * usable answer, with a warning in the log: reading goes on without it. It never throws.
 */
export async function askModel(
  report: ReadableReport,
  { log, ...server }: ModelSettings,
): Promise<ModelEvent[] | null> {
  try {
    const content = await complete(server, {
      messages: messagesFor(report),
      response_format: answerFormat,
      temperature: 0,
      stream: false,
    });
    const events = readAnswer(content);
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
