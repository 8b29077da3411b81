import type { Config } from '../../config/env.ts';
import type { Logger } from '../../config/logger.ts';
import type { Gazetteer } from '../../domain/gazetteer/gazetteer.ts';
import type { ActorLexicon } from '../../domain/reading/actors/actor-lexicon.ts';
import type { ModelReading } from '../../domain/reading/reports/merge-readings.ts';
import type { Language } from '../../domain/reading/text/text.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { answerFormat, readAnswer } from './llm-answer.ts';
import { complete, ModelError, type ModelServer } from './llm-call.ts';
import { eventsInArticle } from './llm-events.ts';
import { messagesFor } from './llm-prompt.ts';
import type { SecondReader } from './read-article.ts';

export type ModelSettings = ModelServer & { log: Logger };

/** The second reader that the settings name; null where they name none. */
export function modelReaderOf(
  { llmUrl, llmModel, llmKey }: Pick<Config, 'llmUrl' | 'llmModel' | 'llmKey'>,
  log: Logger,
): SecondReader | null {
  if (llmUrl === null) return null;
  const settings = { url: llmUrl, model: llmModel, key: llmKey, log };
  return (report, knowledge) => readWithModel(report, knowledge, settings);
}

/**
 * Has a language model read a report. What it answers is taken only as far as the report bears it out: each event by
 * a sentence of the text, its place and actors by names in the text. Null where the model gave no usable answer, with
 * a warning in the log: reading goes on without it. It never throws.
 */
export async function readWithModel(
  report: { title: string | null; text: string; language: Language; publishedOn: CalendarDate },
  knowledge: { gazetteer: Gazetteer; actors: ActorLexicon },
  { log, ...server }: ModelSettings,
): Promise<ModelReading[] | null> {
  try {
    const content = await complete(server, {
      messages: messagesFor(report),
      response_format: answerFormat,
      temperature: 0,
      stream: false,
    });
    const events = readAnswer(content);
    if (!events) throw new ModelError('its answer is not of the schema that was asked for');
    return eventsInArticle(events, report, knowledge);
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
