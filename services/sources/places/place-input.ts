import { z } from 'zod';
import type { PlaceContent } from '../../../domain/gazetteer/place.ts';
import type { CollectedPlace } from '../../database/places/place.ts';
import { type Refusal, refusalsOf } from '../../refusing/refusal.ts';
import { lineOf, numberBetween } from '../../refusing/text-input.ts';
import { countryCode } from '../country-code.ts';
import { withCleanWords } from '../files/field-text.ts';
import type { Row } from '../files/row-reader.ts';

/** A place of a gazetteer, as a row of any of the formats gives it. */
const placeInput = z.strictObject({
  name: lineOf(200),
  names: z.array(lineOf(200)).max(60).default([]),
  kind: z.enum(['country', 'admin1', 'admin2', 'locality', 'feature']),
  country: countryCode.nullish(),
  admin1: lineOf(200).nullish(),
  admin2: lineOf(200).nullish(),
  latitude: numberBetween(-90, 90),
  longitude: numberBetween(-180, 180),
  population: numberBetween(0, 10_000_000_000).nullish(),
  radiusKm: numberBetween(0, 10_000).nullish(),
  areaKey: lineOf(100).nullish(),
  within: z.array(lineOf(100)).max(8).default([]),
});

const recordName = lineOf(100);

/** Validates the place that a row was read as. */
export function placeRow(
  at: { line: number; raw: unknown },
  input: Record<string, unknown>,
  record: { dataset: string; recordId: string; idColumn: string },
): Row<CollectedPlace> {
  const parsed = placeInput.safeParse(
    withCleanWords(input, { lines: ['name', 'names', 'admin1', 'admin2'] }),
  );
  const id = recordName.safeParse(record.recordId);
  const refusals: Refusal[] = parsed.success ? [] : refusalsOf(parsed.error, input);
  if (!id.success) {
    const expected = 'must be the id of the place';
    refusals.unshift({ field: record.idColumn, expected, got: JSON.stringify(record.recordId) });
  }
  if (!parsed.success || !id.success) return { ...at, ok: false, refusals };
  const { dataset } = record;
  return { ...at, ok: true, value: { dataset, recordId: id.data, place: contentOf(parsed.data) } };
}

function contentOf(input: z.infer<typeof placeInput>): PlaceContent {
  return {
    ...input,
    names: [...new Set(input.names)].filter((name) => name !== input.name),
    country: input.country ?? null,
    admin1: input.admin1 ?? null,
    admin2: input.admin2 ?? null,
    population: input.population ? Math.round(input.population) : null,
    radiusKm: input.radiusKm ?? null,
    areaKey: input.areaKey ?? null,
  };
}

const maxNames = 40;

/**
 * The other names worth keeping of a long list: those in Latin letters, as all languages that are read, that are no codes
 * and differ from the name by more than case.
 */
export function latinNames(names: readonly string[], name: string): string[] {
  const own = name.toLowerCase();
  const kept = new Set<string>();
  for (const other of names) {
    const trimmed = other.trim();
    if (trimmed.length < 3 || trimmed.length > 80 || trimmed.toLowerCase() === own) continue;
    if (!/^[\p{Script=Latin}\p{M}\p{N}\p{P}\s]+$/u.test(trimmed) || /^[A-Z\d]{2,3}$/.test(trimmed)) continue;
    if (/[\p{Cc}\p{Cs}]/u.test(trimmed) || /^https?:/i.test(trimmed)) continue;
    kept.add(trimmed);
    if (kept.size >= maxNames) break;
  }
  return [...kept];
}
