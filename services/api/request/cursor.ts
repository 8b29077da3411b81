import { z } from 'zod';

/** The key of the last item of a page, opaque to clients: the next page begins after it. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The query parameter `after`, read back into the key that `encodeCursor` was given. */
export function cursorOf<K extends z.ZodType>(key: K) {
  return z
    .string()
    .max(1000)
    .transform((text, context): z.output<K> => {
      const parsed = key.safeParse(decode(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: 'must be the `next` of an earlier answer, unchanged' });
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
