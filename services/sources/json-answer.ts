import type { z } from 'zod';
import type { ApiAnswer } from '../fetching/api-client.ts';
import { refusalsOf } from '../refusing/refusal.ts';
import { SourceError } from './source.ts';

/** The JSON of an answer. Throws a SourceError where it is none. */
export function jsonOf(answer: ApiAnswer): unknown {
  try {
    return JSON.parse(answer.text());
  } catch (error) {
    throw new SourceError('its answer is no JSON, or was cut off', { cause: error });
  }
}

/** The same; undefined where it is none, as of an answer that tells an error. */
export function jsonIfAny(answer: ApiAnswer): unknown {
  try {
    return jsonOf(answer);
  } catch {
    return undefined;
  }
}

/** An answer as it was agreed upon. Throws a SourceError that names what is missing or of another kind. */
export function inForm<T>(form: z.ZodType<T>, body: unknown): T {
  const parsed = form.safeParse(body);
  if (parsed.success) return parsed.data;
  const { field, expected } = refusalsOf(parsed.error, body)[0]!;
  // Not what stands there: it may be a secret that the server repeats.
  throw new SourceError(`its answer is of another form than before: ${field} ${expected}`);
}
