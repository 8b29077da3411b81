import { z } from 'zod';
import type { CollectedSite } from '../../database/sites/collected-site.ts';
import { refusalsOf } from '../../refusing/refusal.ts';
import { listOf } from '../files/field-text.ts';
import { featureArray, readMembers } from '../files/json-members.ts';
import type { Row, RowReader, SourceBytes } from '../files/row-reader.ts';
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
  // Not z.record, which drops a property of the name __proto__.
  properties: z.custom<Record<string, unknown>>(isObject, { error: 'must be an object' }),
});

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of a FeatureCollection: a point with properties. */
export type Point = {
  feature: z.output<typeof feature>;
  position: { latitude: number; longitude: number };
};

/** The points of a GeoJSON file; a member that is no point is a refused row. */
export async function* readPoints(input: SourceBytes): AsyncGenerator<Row<Point>> {
  for await (const row of readMembers(input, featureArray)) {
    if (!row.ok) {
      yield row;
      continue;
    }
    const { line, raw } = row;
    const parsed = feature.safeParse(row.value);
    if (!parsed.success) {
      yield { line, raw, ok: false, refusals: refusalsOf(parsed.error, row.value) };
      continue;
    }
    const [longitude, latitude] = parsed.data.geometry.coordinates as [number, number];
    yield { line, raw, ok: true, value: { feature: parsed.data, position: { latitude, longitude } } };
  }
}

/**
 * Sites as GeoJSON points whose properties are the fields of a site. Properties that are not are kept with the
 * record. `options.source` names the dataset.
 */
export const readSiteGeojson: RowReader<CollectedSite> = async function* (input, { source }) {
  const dataset = source ?? 'geojson';
  for await (const row of readPoints(input)) {
    if (!row.ok) {
      yield row;
      continue;
    }
    const {
      feature: { id, properties },
      position,
    } = row.value;
    const site: Record<string, unknown> = id == null ? {} : { id: String(id) };
    const details: Record<string, unknown> = Object.create(null);
    for (const [name, value] of Object.entries(properties)) {
      if (!Object.hasOwn(siteInput.shape, name)) details[name] = value;
      else if (value !== null && value !== '') site[name] = fieldOf(name, value);
    }
    Object.assign(site, position);
    yield siteRow(row, site, { dataset, ...(Object.keys(details).length > 0 ? { details } : {}) });
  }
};

function fieldOf(name: string, value: unknown): unknown {
  if (name === 'id') return String(value);
  const isList = name === 'aliases' || name === 'minerals';
  return isList && typeof value === 'string' ? listOf(value) : value;
}
