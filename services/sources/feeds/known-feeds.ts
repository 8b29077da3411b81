import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { packageRoot } from '../../../config/package-root.ts';
import { type Language, languages } from '../../../domain/reading/text/text.ts';
import { refusalsOf } from '../../refusing/refusal.ts';
import { lineOf } from '../../refusing/text-input.ts';
import { countryCode } from '../country-code.ts';
import { listOf } from '../files/field-text.ts';

/** What a publisher is. `trade`: press of a trade; `operator`: a company about its own sites. */
const publisherKinds = ['press', 'radio', 'trade', 'operator', 'un', 'research'] as const;

const securely = z.url({ protocol: /^https$/, error: 'must be an https address' }).max(2000);

/** A line of `data/feeds.csv`: a feed that may be switched on by its short name. */
export const knownFeed = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'must be small letters, digits and hyphens'),
  url: securely,
  publisher: lineOf(200),
  language: z.enum(languages),
  /** Those that it reports from; none: from the whole world or a continent. */
  countries: z.preprocess((field) => listOf(String(field)), z.array(countryCode)),
  kind: z.enum(publisherKinds),
  /** The public page that names the address, and when that was seen. */
  seenAt: securely,
  seenOn: z.iso.date(),
  note: z.preprocess((field) => field || null, lineOf(200).nullable()),
});

export type KnownFeed = z.output<typeof knownFeed>;

const file = path.join(packageRoot, 'data', 'feeds.csv');

/** The feeds that Orewatch knows of, in the order of the file: by country, then those of no country. */
export function readKnownFeeds(only: { country?: string; language?: Language } = {}): KnownFeed[] {
  const rows: unknown[] = parse(readFileSync(file), { columns: true });
  return rows
    .map(toKnownFeed)
    .filter(({ countries }) => only.country === undefined || countries.includes(only.country))
    .filter(({ language }) => only.language === undefined || language === only.language);
}

function toKnownFeed(row: unknown, index: number): KnownFeed {
  const parsed = knownFeed.safeParse(row);
  if (parsed.success) return parsed.data;
  const { field, expected, got } = refusalsOf(parsed.error, row)[0]!;
  throw new Error(
    `The bundled ${file} has a bad row, number ${index + 1}: ${field} ${expected}; it is ${got}.`,
  );
}
