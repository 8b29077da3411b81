import { z } from 'zod';
import { isInYears } from './query.ts';

/** The list and the key of the last item of a page, opaque to clients: the next page begins after it. */
export function encodeCursor(list: string, key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

/** Ids and numbers as PostgreSQL takes them: what is larger or no number at all was never in a cursor of ours. */
export const idInCursor = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
/** An instant in a cursor, as `toISOString` writes it. */
export const instantInCursor = z.iso.datetime({ precision: 3 }).refine(isInYears);

/** The query parameter `after`, read back into the key that `encodeCursor` was given. */
export function cursorOf<K extends z.ZodTuple>(list: string, key: K) {
  return z
    .string()
    .max(1000)
    .transform((text, context): z.output<K> => {
      const decoded = decode(text);
      const parsed = Array.isArray(decoded) && decoded[0] === list ? key.safeParse(decoded.slice(1)) : null;
      if (parsed?.success) return parsed.data;
      context.addIssue({
        code: 'custom',
        message: 'must be the `next` of an earlier answer of this list, unchanged',
      });
      return z.NEVER;
    })
    .meta({ description: 'Where to go on: the `next` of the answer before.' })
    .optional();
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
