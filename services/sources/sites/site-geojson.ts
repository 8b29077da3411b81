import { z } from 'zod';
import type { CollectedSite } from '../../database/sites/collected-site.ts';
import { type Refusal, refusalsOf } from '../../refusing/refusal.ts';
import { listOf } from '../files/field-text.ts';
import { readFeatures } from '../files/json-features.ts';
import type { RowReader } from '../files/row-reader.ts';
import { siteInput } from './site-input.ts';
import { siteRow } from './site-row.ts';

const noPoint = 'must be a Point with [longitude, latitude]: a site without coordinates cannot be watched';

const feature = z.object({
  type: z.literal('Feature', { error: 'must be "Feature"' }),
  id: z.union([z.string(), z.number()]).nullish(),
  geometry: z.object(
    {
      type: z.literal('Point', { error: noPoint }),
      coordinates: z.array(z.number(), { error: noPoint }).min(2, noPoint).max(3, noPoint),
    },
    { error: noPoint },
  ),
  properties: z.record(z.string(), z.unknown(), { error: 'must be an object' }),
});

export type PointFeature = z.output<typeof feature>;

/** Checks that a member of a FeatureCollection is a point with properties. */
export function parsePoint(
  input: unknown,
):
  | { ok: true; feature: PointFeature; position: { latitude: number; longitude: number } }
  | { ok: false; refusals: Refusal[] } {
  const parsed = feature.safeParse(input);
  if (!parsed.success) return { ok: false, refusals: refusalsOf(parsed.error, input) };
  const [longitude, latitude] = parsed.data.geometry.coordinates as [number, number];
  return { ok: true, feature: parsed.data, position: { latitude, longitude } };
}

/**
 * Sites as GeoJSON points whose properties are the fields of a site. Properties that are not are kept with the
 * record. `options.source` names the dataset.
 */
export const readSiteGeojson: RowReader<CollectedSite> = async function* (input, { source }) {
  const dataset = source ?? 'geojson';
  for await (const row of readFeatures(input)) {
    if (!row.ok) {
      yield row;
      continue;
    }
    const point = parsePoint(row.value);
    if (!point.ok) {
      yield { line: row.line, raw: row.raw, ok: false, refusals: point.refusals };
      continue;
    }
    const { id, properties } = point.feature;
    const site: Record<string, unknown> = id == null ? {} : { id: String(id) };
    const details: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(properties)) {
      if (!(name in siteInput.shape)) details[name] = value;
      else if (value !== null && value !== '') site[name] = fieldOf(name, value);
    }
    Object.assign(site, point.position);
    yield siteRow(row, site, { dataset, ...(Object.keys(details).length > 0 ? { details } : {}) });
  }
};

function fieldOf(name: string, value: unknown): unknown {
  if (name === 'id') return String(value);
  const isList = name === 'aliases' || name === 'minerals';
  return isList && typeof value === 'string' ? listOf(value) : value;
}
