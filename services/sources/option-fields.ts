import { z } from 'zod';

/** Options that several sources have; the command line gives each as text. */

/** ISO 3166-1 alpha-2 codes, as a list or in one text: "CD,RW". */
export const countriesOption = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (typeof given === 'string' ? given.split(/[\s,;]+/) : given))
  .transform((codes) => [...new Set(codes.filter(Boolean).map((code) => code.toUpperCase()))].sort())
  .refine(
    (codes) => codes.length > 0 && codes.every((code) => /^[A-Z]{2}$/.test(code)),
    'must be countries by their ISO codes, such as CD,RW',
  );

export const addressOption = z
  .string()
  .max(500)
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'must be an http(s) address',
  )
  .transform((text) => text.replace(/\/+$/, ''));
