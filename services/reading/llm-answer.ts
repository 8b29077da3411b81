import { z } from 'zod';
import { type SubType, subTypes } from '../../domain/acled.ts';

/** The most events that are taken from one answer. */
const maxModelEvents = 20;

/**
 * One event as the model is asked for it. All fields are required and hold no bounds, since strict modes know neither;
 * the bounds are checked afterwards.
 */
const modelEvent = z.strictObject({
  quote: z.string().describe('The one sentence of the report that tells of the event, copied exactly.'),
  subType: z.enum(subTypes as [SubType, ...SubType[]]),
  date: z
    .string()
    .nullable()
    .describe('The day it happened, as YYYY-MM-DD; null if the report does not tell.'),
  datePrecision: z.enum(['day', 'days', 'week', 'month', 'year']),
  place: z
    .string()
    .nullable()
    .describe('The name of the place as it is written in the report, without its country.'),
  actors: z.array(z.string()).describe('Who took part, as written in the report; who acts comes first.'),
  deaths: z.number().nullable().describe('People killed in this event; null if the report does not tell.'),
  attributedTo: z.string().nullable().describe('Who says so, if it is the claim of one side only.'),
});

const modelAnswer = z.strictObject({ events: z.array(modelEvent) });

export type ModelEvent = z.output<typeof modelEvent>;

const { $schema: _, ...schema } = z.toJSONSchema(modelAnswer);

/** The schema by which the answer is asked for, in the form of `response_format`. */
export const answerFormat = {
  type: 'json_schema',
  json_schema: { name: 'events_of_a_report', strict: true, schema },
} as const;

/** The events of an answer's text; null where it is no JSON or not of the schema. */
export function readAnswer(content: string): ModelEvent[] | null {
  let answer: unknown;
  try {
    answer = JSON.parse(content);
  } catch {
    return null;
  }
  const parsed = modelAnswer.safeParse(answer);
  return parsed.success ? parsed.data.events.slice(0, maxModelEvents) : null;
}
