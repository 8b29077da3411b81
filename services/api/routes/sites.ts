import { z } from 'zod';
import { levels } from '../../../domain/level.ts';
import { siteKinds, siteStatuses } from '../../../domain/site.ts';
import { collectSites } from '../../collecting/collect.ts';
import type { Queryable } from '../../database/pool.ts';
import { SiteIdTakenError, SiteWithdrawnError } from '../../database/sites/site.ts';
import { sameIdKm } from '../../database/sites/site-plan.ts';
import { findPositions } from '../../database/sites/site-position-history.ts';
import {
  findSite,
  findSiteNo,
  findSites,
  findWatch,
  type SiteRow,
  type Withdrawal,
} from '../../database/sites/site-query.ts';
import { findVanished } from '../../database/sites/vanished-site.ts';
import { inWords, siteWarning } from '../../importing/site-warning.ts';
import type { Refusal } from '../../refusing/refusal.ts';
import { parseSite, tiedSiteInput } from '../../sources/sites/site-input.ts';
import { HttpProblem, notFound } from '../answer/problem.ts';
import { refusedBody } from '../request/body.ts';
import { cursorOf } from '../request/cursor.ts';
import { box, country, limit, placedFormat, text } from '../request/query.ts';
import { keyOf, listRoute, pageOf, route } from './route.ts';

export const levelName = z.enum([...levels, 'unknown']);

const site = z
  .object({
    id: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    minerals: z.array(z.string()),
    commodities: z.array(z.string()).meta({ description: 'What the minerals are mined for.' }),
    kind: z.enum(siteKinds),
    operator: z.string().nullable(),
    country: z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2.' }),
    admin1: z.string().nullable(),
    latitude: z.number(),
    longitude: z.number(),
    status: z
      .enum(siteStatuses)
      .meta({ description: 'By the newest news of operation, else by the dataset.' }),
    sources: z.array(z.object({ dataset: z.string(), recordId: z.string() })),
    risk: z
      .object({ score: z.number().nullable(), level: levelName, at: z.iso.datetime().nullable() })
      .meta({ description: 'The newest stored assessment; unknown where the site was never assessed.' }),
    withdrawn: z
      .object({ at: z.iso.datetime(), by: z.string(), reason: z.string() })
      .nullable()
      .meta({ description: 'Since when, by whom and why it is no longer watched; null where it is.' }),
  })
  .meta({ id: 'Site' });

export const siteDetail = site
  .extend({
    positions: z
      .array(
        z.object({
          from: z.iso.datetime(),
          latitude: z.number(),
          longitude: z.number(),
          source: z.object({ dataset: z.string(), recordId: z.string() }).nullable(),
        }),
      )
      .meta({ description: 'Where it was held to be from when on, the first one first.' }),
    vanished: z
      .array(
        z.object({
          dataset: z.string(),
          recordId: z.string(),
          edition: z.string().meta({ description: 'The edition that lacks it.' }),
          lastEdition: z.string().nullable().meta({ description: 'The last one that had it.' }),
          since: z.iso.datetime(),
        }),
      )
      .meta({ description: 'Its records that the newest edition of their dataset no longer has.' }),
  })
  .meta({ id: 'SiteDetail' });

const postedSite = siteDetail
  .extend({
    warnings: z
      .array(z.object({ field: z.string(), got: z.string(), text: z.string() }))
      .meta({ description: 'What looks wrong about a site that was added all the same.' }),
  })
  .meta({ id: 'PostedSite' });

/** What is posted is a record of this dataset. */
const postedDataset = 'api';

const siteId = /^[a-z0-9][a-z0-9._-]{0,99}$/;

export const listSites = listRoute({
  path: '/sites',
  summary: 'Mining sites, by id',
  query: z.strictObject({
    q: text.meta({ description: 'Part of the name, an alias, the id or the operator, in any case.' }),
    mineral: text
      .transform((value) => value?.toLowerCase())
      .meta({ description: 'A mineral (cassiterite) or a commodity (tin).' }),
    country,
    bbox: box,
    level: levelName.optional(),
    withdrawn: z
      .enum(['true', 'false', 'any'], { error: 'must be true, false or any' })
      .default('false')
      .meta({ description: 'true: only sites that are no longer watched; any: both kinds. Left out: none.' }),
    limit,
    format: placedFormat,
    after: cursorOf('sites', z.tuple([z.string().regex(siteId)])),
  }),
  list: { name: 'sites', item: site },
  async handle({ context, query }) {
    const { after, limit } = query;
    const withdrawn = query.withdrawn === 'any' ? undefined : query.withdrawn === 'true';
    const filter = { ...query, withdrawn, after: after?.[0], limit: limit + 1 };
    const rows = await findSites(context.database, filter);
    return pageOf(rows, limit, siteOf, (row) => [row.id]);
  },
});

export const getSite = route({
  method: 'get',
  path: '/sites/{id}',
  summary: 'A mining site',
  query: z.strictObject({}),
  answers: { 200: { description: 'The site', schema: siteDetail }, 404: { description: 'No such site' } },
  async handle({ context, params: { id } }) {
    const row = siteId.test(id) ? await findSite(context.database, id) : null;
    if (!row) throw noSuchSite(id);
    return { status: 200, body: await detailOf(context.database, row) };
  },
});

export const postSite = route({
  method: 'post',
  path: '/sites',
  summary: 'Add a site, or change one by its id',
  description: 'The site is tied to all known events around it; its risk is there a moment later.',
  query: z.strictObject({}),
  body: { schema: tiedSiteInput.meta({ id: 'SiteInput' }), maxBytes: 1_000_000 },
  answers: {
    200: { description: 'Changed, or the same as before', schema: postedSite },
    201: { description: 'Added', schema: postedSite },
    409: { description: 'The site was withdrawn: restore it first' },
    422: { description: 'Refused, such as for an id that another site has; `errors` names the fields' },
  },
  async handle({ context, now, caller, body }) {
    const parsed = parseSite(body);
    if (!parsed.ok) throw refusedBody(parsed.refusals);
    const collected = {
      dataset: postedDataset,
      recordId: parsed.id,
      siteId: parsed.id,
      site: parsed.site,
      sameAs: parsed.sameAs,
      visits: [],
    };
    const key = keyOf(caller);
    const by = { author: key, key };
    const [stored] = await collectSites(context, [collected], now, by, { isPosted: true }).catch(
      async (error) => {
        if (error instanceof SiteIdTakenError) throw refusedBody([idTaken(error)]);
        if (error instanceof SiteWithdrawnError) throw await withdrawnBefore(context.database, error.siteId);
        throw error;
      },
    );
    const { outcome, siteId } = stored!;
    const row = await findSite(context.database, siteId);
    const warning = siteWarning(collected, stored!);
    const answer = { ...(await detailOf(context.database, row!)), warnings: warning ? [warning] : [] };
    const headers = { Location: `/v1/sites/${siteId}` };
    return { status: outcome === 'new' ? 201 : 200, headers, body: answer };
  },
});

function idTaken({ takenBy }: SiteIdTakenError): Refusal {
  const { siteId, dataset, recordId } = takenBy;
  const instead =
    dataset === postedDataset
      ? `that site was posted as ${JSON.stringify(recordId)}: post it by that id to change it, or choose another one`
      : `choose another id; to say more of that site, post a position less than ${sameIdKm} km from its own`;
  const expected = `must be an id that is free: ${siteId} is ${inWords(takenBy)}; ${instead}`;
  return { field: 'id', expected, got: JSON.stringify(siteId) };
}

async function withdrawnBefore(client: Queryable, id: string): Promise<HttpProblem> {
  const watch = await findWatch(client, id);
  const detail = `The site ${id} ${withdrawnText(watch?.withdrawn)}. POST /v1/sites/${id}/restore takes it up again; then post it.`;
  return new HttpProblem({ status: 409, title: 'Withdrawn', detail });
}

function withdrawnText(withdrawn: Withdrawal | null | undefined): string {
  if (!withdrawn) return 'was withdrawn';
  return `was withdrawn on ${withdrawn.at.toISOString()} by ${withdrawn.by}: ${withdrawn.reason}`;
}

/** The internal number of a site; throws a problem where there is no such site. */
export async function requireSiteNo(client: Queryable, id: string): Promise<number> {
  const siteNo = siteId.test(id) ? await findSiteNo(client, id) : null;
  if (siteNo === null) throw noSuchSite(id);
  return siteNo;
}

/**
 * The same of a site that is watched, or was at the instant of `knownAt`: of what comes after nothing is known that
 * could be answered. Throws a problem where it was withdrawn before.
 */
export async function requireWatchedSiteNo(
  client: Queryable,
  id: string,
  knownAt: Date | null = null,
): Promise<number> {
  const watch = siteId.test(id) ? await findWatch(client, id) : null;
  if (watch === null) throw noSuchSite(id);
  const { siteNo, withdrawn } = watch;
  if (!withdrawn || (knownAt !== null && knownAt <= withdrawn.at)) return siteNo;
  const detail = `The site ${id} ${withdrawnText(withdrawn)}. It is no longer watched: what was known before is answered with knownAt=${withdrawn.at.toISOString()} or earlier. POST /v1/sites/${id}/restore takes it up again.`;
  throw new HttpProblem({ status: 410, title: 'No longer watched', detail });
}

function noSuchSite(id: string) {
  return notFound(`There is no site ${JSON.stringify(id)}: GET /v1/sites?q=… finds sites by name.`);
}

export async function detailOf(client: Queryable, row: SiteRow): Promise<z.output<typeof siteDetail>> {
  // One that was restored is where it was before.
  const positions = (await findPositions(client, row.siteNo)).filter(
    (position, i, all) =>
      position.latitude !== all[i - 1]?.latitude || position.longitude !== all[i - 1]?.longitude,
  );
  const vanished = await findVanished(client, row.siteNo);
  return {
    ...siteOf(row),
    vanished: vanished.map((record) => ({ ...record, since: record.since.toISOString() })),
    positions: positions.map(({ recordedAt, latitude, longitude, dataset, recordId }) => ({
      from: recordedAt.toISOString(),
      ...{ latitude, longitude },
      source: dataset !== null && recordId !== null ? { dataset, recordId } : null,
    })),
  };
}

function siteOf({ siteNo: _, score, level, at, withdrawn, ...rest }: SiteRow): z.output<typeof site> {
  const { id, name, aliases, minerals, commodities, kind, operator, country, admin1 } = rest;
  const { latitude, longitude, status, sources } = rest;
  const risk = { score, level: level ?? 'unknown', at: at?.toISOString() ?? null };
  return {
    ...{ id, name, aliases, minerals, commodities, kind, operator, country, admin1 },
    ...{ latitude, longitude, status, sources, risk },
    withdrawn: withdrawn && { ...withdrawn, at: withdrawn.at.toISOString() },
  };
}
