import { z } from 'zod';
import { byConfirmation, type EventPair } from '../../../domain/incidents/incident.ts';
import {
  countIncidentPairs,
  findIncidentMembers,
  findIncidentPairs,
  findRepresentatives,
  findSeparations,
  readMembers,
  type SeparationRow,
} from '../../database/incidents/incident-query.ts';
import type { Queryable } from '../../database/pool.ts';
import { endSeparationOf, separateEvents } from '../../incidents/separate-events.ts';
import { lineOf, textOf } from '../../refusing/text-input.ts';
import { parseBody, refusedBody } from '../request/body.ts';
import { cursorOf, idInCursor } from '../request/cursor.ts';
import { format, limit, placedFormat } from '../request/query.ts';
import { event, eventItem, noSuch, numberOf } from './event-item.ts';
import { keyOf, listRoute, pageOf, route } from './route.ts';

const separation = z
  .object({
    id: z.int(),
    events: z.array(z.int()).meta({ description: 'The two events.' }),
    author: z.string(),
    reason: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Separation' });

const pair = z.object({ events: z.array(z.int()).meta({ description: 'Two events.' }), reason: z.string() });

/** Incidents of up to 50 events, with all of their pairs, are shown whole. */
const shownMembers = 100;
const shownPairs = 1500;

const incident = z
  .object({
    id: z.int().meta({ description: 'The smallest id of its events.' }),
    counted: z.int().meta({ description: 'The best confirmed event: the one that counts in scores.' }),
    memberCount: z.int(),
    members: z.array(event).meta({
      description: `Its events, the first one first; no more than ${shownMembers}. All are in \`/members\`.`,
    }),
    pairCount: z.int(),
    pairs: z.array(pair).meta({
      description: `Why two of its events are taken for the same occurrence; no more than ${shownPairs}. All are in \`/pairs\`.`,
    }),
    separationCount: z.int(),
    separations: z.array(separation).meta({
      description: `Events that a person has parted from one of its events, no more than ${shownPairs}.`,
    }),
  })
  .meta({ id: 'Incident' });

const separationInput = z
  .strictObject({
    eventId: z.int().positive(),
    from: z.int().positive().nullish().meta({ description: 'Left out: all other events of the incident.' }),
    reason: textOf(2000),
    author: lineOf(200),
  })
  .meta({ id: 'SeparationInput' });

export const getIncident = route({
  method: 'get',
  path: '/incidents/{id}',
  summary: 'The events that are one occurrence, and why',
  description:
    'The id of any of its events leads to it. An event that stands alone is shown as an incident with one event.',
  query: z.strictObject({}),
  answers: { 200: { description: 'The incident', schema: incident }, 404: { description: 'No such event' } },
  async handle({ context: { database, policy }, params: { id } }) {
    const memberIds = await requireMembers(database, id);
    const [members, best, pairs, pairCount, separations] = await Promise.all([
      readMembers(database, memberIds.slice(0, shownMembers)),
      findRepresentatives(database, memberIds),
      findIncidentPairs(database, memberIds, { limit: shownPairs }),
      countIncidentPairs(database, memberIds),
      findSeparations(database, memberIds),
    ]);
    const body: z.output<typeof incident> = {
      id: memberIds[0]!,
      counted: best.toSorted(byConfirmation(policy))[0]!.eventId,
      memberCount: memberIds.length,
      members: members.map(eventItem),
      pairCount,
      pairs: pairs.map(pairItem),
      separationCount: separations.length,
      separations: separations.slice(0, shownPairs).map(separationOf),
    };
    return { status: 200, body };
  },
});

export const listIncidentMembers = listRoute({
  path: '/incidents/{id}/members',
  summary: 'The events of an incident, the first one first',
  query: z.strictObject({
    limit,
    format: placedFormat,
    after: cursorOf('incident-members', z.tuple([idInCursor])),
  }),
  list: { name: 'incident-members', item: event },
  answers: { 404: { description: 'No such event' } },
  async handle({ context: { database }, params: { id }, query }) {
    const ids = await requireMembers(database, id);
    const wanted = ids.filter((eventId) => eventId > (query.after?.[0] ?? 0)).slice(0, query.limit + 1);
    const rows = await readMembers(database, wanted);
    return pageOf(rows, query.limit, eventItem, ({ eventId }) => [eventId]);
  },
});

export const listIncidentPairs = listRoute({
  path: '/incidents/{id}/pairs',
  summary: 'Why two events of an incident are taken for the same occurrence',
  description:
    'Of an incident of up to 50 events all pairs; of a larger one those of its representatives, and one of each further event.',
  query: z.strictObject({
    limit,
    format,
    after: cursorOf('incident-pairs', z.tuple([idInCursor, idInCursor])),
  }),
  list: { name: 'incident-pairs', item: pair },
  answers: { 404: { description: 'No such event' } },
  async handle({ context: { database }, params: { id }, query }) {
    const ids = await requireMembers(database, id);
    const rows = await findIncidentPairs(database, ids, { limit: query.limit + 1, after: query.after });
    return pageOf(rows, query.limit, pairItem, ({ eventA, eventB }) => [eventA, eventB]);
  },
});

async function requireMembers(database: Queryable, id: string): Promise<number[]> {
  const memberIds = await findIncidentMembers(database, numberOf('incident', id));
  if (memberIds.length === 0) throw noSuch('incident', id);
  return memberIds;
}

function pairItem({ eventA, eventB, reason }: EventPair): z.output<typeof pair> {
  return { events: [eventA, eventB], reason };
}

export const postSeparation = route({
  method: 'post',
  path: '/incidents/{id}/separations',
  summary: 'Say that an event is not the same occurrence as others of its incident',
  description:
    'It holds whatever later revisions say, until it is ended. The sites around are assessed anew. The audit trail names the author.',
  query: z.strictObject({}),
  body: { schema: separationInput, maxBytes: 100_000 },
  answers: {
    201: { description: 'Separated', schema: z.object({ separations: z.array(separation) }) },
    404: { description: 'No such incident' },
    422: { description: 'Refused; `errors` names the fields' },
  },
  async handle({ context, caller, now, params: { id }, body }) {
    const { eventId, from = null, author, reason } = parseBody(separationInput, body);
    const members = await requireMembers(context.database, id);
    const named = members.slice(0, shownMembers).join(', ');
    const others = members.length > shownMembers ? ' and others' : '';
    const expected = `must be an event of the incident ${members[0]}: ${named}${others}`;
    if (!members.includes(eventId)) throw refusedBody([{ field: 'eventId', expected, got: `${eventId}` }]);
    if (from !== null && (from === eventId || !members.includes(from)))
      throw refusedBody([{ field: 'from', expected: `${expected}, and another one`, got: `${from}` }]);
    const made = await separateEvents(context, { eventId, from, author, key: keyOf(caller), reason }, now);
    if (!made)
      throw refusedBody([
        {
          field: 'eventId',
          expected: 'must be joined with other events',
          got: `${eventId}, which stands alone`,
        },
      ]);
    const headers = { Location: `/v1/incidents/${eventId}` };
    return { status: 201, headers, body: { separations: made.map(separationOf) } };
  },
});

export const deleteSeparation = route({
  method: 'delete',
  path: '/separations/{id}',
  summary: 'End a separation: the rule decides again whether its two events are one occurrence',
  query: z.strictObject({
    author: lineOf(200).meta({ description: 'Who ends it.' }),
    reason: lineOf(2000).optional(),
  }),
  answers: {
    204: { description: 'Ended' },
    404: { description: 'No such separation, or it was ended before' },
  },
  async handle({ context, caller, now, params: { id }, query: { author, reason = null } }) {
    const separationId = numberOf('separation', id);
    if (!(await endSeparationOf(context, separationId, { author, key: keyOf(caller), reason, at: now })))
      throw noSuch('separation in force', id);
    return { status: 204 };
  },
});

function separationOf({
  id,
  eventA,
  eventB,
  author,
  reason,
  at,
}: SeparationRow): z.output<typeof separation> {
  return { id, events: [eventA, eventB], author, reason, at: at.toISOString() };
}
