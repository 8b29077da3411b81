import { z } from 'zod';
import { type SiteContent, siteKinds, siteStatuses } from '../../../domain/site.ts';
import type { CollectedSite } from '../../database/sites/collected-site.ts';
import { type Refusal, refusalsOf } from '../../refusing/refusal.ts';
import { lineOf, numberBetween } from '../../refusing/text-input.ts';
import { countryCode } from '../country-code.ts';

/** A mining site as the API, a GeoJSON feature or a row of Orewatch's own CSV gives it. */

const mineral = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^\p{Ll}[\p{Ll}\p{M} -]{1,59}$/u, "must be a mineral's name such as cassiterite or gold");

export const siteInput = z.strictObject({
  id: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, 'must hold only letters a to z, digits, dots and hyphens'),
  name: lineOf(200),
  aliases: z.array(lineOf(200)).max(50).default([]),
  minerals: z.array(mineral).max(30).default([]),
  kind: z.enum(siteKinds, { error: `must be one of ${siteKinds.join(', ')}` }).default('unknown'),
  operator: lineOf(200).nullish(),
  country: countryCode.nullish(),
  admin1: lineOf(200).nullish(),
  latitude: numberBetween(-90, 90),
  longitude: numberBetween(-180, 180),
  status: z.enum(siteStatuses, { error: `must be one of ${siteStatuses.join(', ')}` }).default('unknown'),
});

/** Of a row in Orewatch's own columns and of a posted site; a feature of GeoJSON may have a property of that name. */
export const tiedSiteInput = siteInput.extend({
  records: z
    .array(
      z
        .string()
        .trim()
        .regex(/^[a-z0-9][a-z0-9._-]{0,63}:\S.{0,198}$/, 'must be dataset:record such as ipis:codmine00396')
        .transform((name) => {
          const [dataset] = name.split(':', 1) as [string];
          return { dataset, recordId: name.slice(dataset.length + 1) };
        }),
    )
    .max(50)
    .default([])
    .meta({ description: 'Records of other datasets that describe the same mine, as dataset:record.' }),
});

const nowhere = '0, 0 is a place in the sea: leave a site out until its position is known';

export function parseSite(
  input: unknown,
):
  | { ok: true; id: string; site: SiteContent; sameAs: CollectedSite['sameAs'] }
  | { ok: false; refusals: Refusal[] } {
  const parsed = tiedSiteInput.safeParse(input);
  if (!parsed.success) return { ok: false, refusals: refusalsOf(parsed.error, input) };
  if (parsed.data.latitude === 0 && parsed.data.longitude === 0)
    return { ok: false, refusals: [{ field: 'latitude', expected: nowhere, got: '0, 0' }] };
  const { id, records, ...rest } = parsed.data;
  return {
    ok: true,
    id,
    sameAs: records,
    site: {
      ...rest,
      operator: rest.operator ?? null,
      country: rest.country ?? null,
      admin1: rest.admin1 ?? null,
    },
  };
}
