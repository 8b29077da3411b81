import { z } from 'zod';
import { foldActorName } from '../../../domain/actor.ts';
import { signalNames } from '../../../domain/risk/signal.ts';
import { millisecondsPerDay } from '../../../domain/time.ts';
import { endMute, findAllMutes, findMuteById, insertMute, type MuteRow } from '../../database/alerts/mute.ts';
import { writeAudit } from '../../database/audit.ts';
import { findSiteNo } from '../../database/sites/site-query.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Refusal } from '../../refusing/refusal.ts';
import { lineOf, textOf } from '../../refusing/text-input.ts';
import { parseBody, refusedBody } from '../request/body.ts';
import { cursorOf, idInCursor } from '../request/cursor.ts';
import { flag, format, instant, limit } from '../request/query.ts';
import { noSuch, numberOf } from './event-item.ts';
import { keyOf, listRoute, pageOf, route } from './route.ts';

/** A mute ends by itself: what nobody renews within this time is told again. */
const mostDaysAhead = 366;

const muteInput = z
  .strictObject({
    site: lineOf(100).nullish().meta({ description: 'The id of a site.' }),
    actor: lineOf(300)
      .refine((name) => foldActorName(name) !== '', 'must name an actor')
      .nullish()
      .meta({ description: 'An armed actor by any of its names; its allies are muted with it.' }),
    signal: z.enum(signalNames, { error: `must be one of ${signalNames.join(', ')}` }).nullish(),
    until: instant.unwrap().meta({ description: 'In the future, at most one year ahead.' }),
    includesSevere: z
      .boolean()
      .default(false)
      .meta({ description: 'True: a rise to severe is hidden as well.' }),
    reason: textOf(2000),
    author: lineOf(200),
  })
  .meta({ id: 'MuteInput' });

const mute = z
  .object({
    id: z.int(),
    site: z.string().nullable(),
    actor: z.string().nullable(),
    signal: z.string().nullable(),
    until: z.iso.datetime(),
    includesSevere: z.boolean(),
    reason: z.string(),
    author: z.string(),
    createdAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable().meta({ description: 'When it was ended before its time.' }),
  })
  .meta({ id: 'Mute' });

export const listMutes = listRoute({
  path: '/mutes',
  summary: 'Mutes in force, the newest first',
  query: z.strictObject({
    all: flag.meta({ description: 'true: also those of the past.' }),
    limit,
    format,
    after: cursorOf('mutes', z.tuple([idInCursor])),
  }),
  list: { name: 'mutes', item: mute },
  async handle({ context, now, query: { all, after, limit } }) {
    const filter = { inForceAt: all ? null : now, after: after?.[0], limit: limit + 1 };
    return pageOf(await findAllMutes(context.database, filter), limit, muteOf, (row) => [row.id]);
  },
});

export const getMute = route({
  method: 'get',
  path: '/mutes/{id}',
  summary: 'A mute, in force or past',
  query: z.strictObject({}),
  answers: { 200: { description: 'The mute', schema: mute }, 404: { description: 'No such mute' } },
  async handle({ context, params: { id } }) {
    const row = await findMuteById(context.database, numberOf('mute', id));
    if (!row) throw noSuch('mute', id);
    return { status: 200, body: muteOf(row) };
  },
});

export const postMute = route({
  method: 'post',
  path: '/mutes',
  summary: 'Mute a site, an actor or a signal until an instant',
  description:
    'What is muted is kept, with `mutedBy`, but not delivered. A rise to severe is delivered all the same unless `includesSevere` is true.',
  query: z.strictObject({}),
  body: { schema: muteInput, maxBytes: 100_000 },
  answers: {
    201: { description: 'Muted', schema: mute },
    422: { description: 'Refused; `errors` names the fields' },
  },
  async handle({ context, caller, now, body }) {
    const input = parseBody(muteInput, body);
    const { site, actor = null, signal = null, until, includesSevere, reason, author } = input;
    const siteNo = typeof site === 'string' ? await findSiteNo(context.database, site) : null;
    const refusals = refusalsOf(input, siteNo, now);
    if (refusals.length > 0) throw refusedBody(refusals);
    const row = await inTransaction(context.database, async (client) => {
      const content = { siteNo, actor, signal, until, includesSevere, reason, author };
      const made = (await findMuteById(client, await insertMute(client, content, now)))!;
      const { id: _, createdAt: __, endedAt: ___, author: ____, ...details } = muteOf(made);
      const entry = {
        actor: author,
        key: keyOf(caller),
        action: 'created',
        subject: `mutes/${made.id}`,
        details,
      };
      await writeAudit(client, entry, now);
      return made;
    });
    return { status: 201, headers: { Location: `/v1/mutes/${row.id}` }, body: muteOf(row) };
  },
});

export const deleteMute = route({
  method: 'delete',
  path: '/mutes/{id}',
  summary: 'End a mute before its time',
  query: z.strictObject({ author: lineOf(200).meta({ description: 'Who ends it.' }) }),
  answers: { 204: { description: 'Ended' }, 404: { description: 'No such mute, or it is over' } },
  async handle({ context, caller, now, params: { id }, query: { author } }) {
    const muteId = numberOf('mute', id);
    await inTransaction(context.database, async (client) => {
      if (!(await endMute(client, muteId, now))) throw noSuch('mute in force', id);
      const entry = {
        actor: author,
        key: keyOf(caller),
        action: 'ended',
        subject: `mutes/${muteId}`,
        details: {},
      };
      await writeAudit(client, entry, now);
    });
    return { status: 204 };
  },
});

/** What only the database and the time can tell of an input. */
function refusalsOf(input: z.output<typeof muteInput>, siteNo: number | null, now: Date): Refusal[] {
  const given = (['site', 'actor', 'signal'] as const).filter((field) => typeof input[field] === 'string');
  const refusals: Refusal[] = [];
  if (given.length !== 1) {
    const expected = 'needs exactly one of site, actor, signal';
    refusals.push({ field: '(whole)', expected, got: given.join(' and ') || 'none of them' });
  } else if (given[0] === 'site' && siteNo === null) {
    const expected = 'must be the id of a known site';
    refusals.push({ field: 'site', expected, got: JSON.stringify(input.site) });
  }
  const latest = new Date(now.getTime() + mostDaysAhead * millisecondsPerDay);
  if (input.until <= now || input.until > latest) {
    const expected = `must lie in the future, at most one year ahead (now is ${now.toISOString()})`;
    refusals.push({ field: 'until', expected, got: input.until.toISOString() });
  }
  return refusals;
}

function muteOf(row: MuteRow): z.output<typeof mute> {
  const { id, siteId, actor, signal, until, includesSevere, reason, author, createdAt, endedAt } = row;
  return {
    ...{ id, site: siteId, actor, signal },
    until: until.toISOString(),
    ...{ includesSevere, reason, author },
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}
