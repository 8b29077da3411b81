import { z } from 'zod';
import { byConfirmation } from '../../../domain/incidents/incident.ts';
import { findPairsOf } from '../../database/incidents/incident.ts';
import {
  findIncidentMembers,
  findSeparations,
  readMembers,
  type SeparationRow,
} from '../../database/incidents/incident-query.ts';
import { endSeparationOf, separateEvents } from '../../incidents/separate-events.ts';
import { lineOf, textOf } from '../../refusing/text-input.ts';
import { parseBody, refusedBody } from '../request/body.ts';
import { event, eventItem, noSuch, numberOf } from './event-item.ts';
import { keyOf, route } from './route.ts';

const separation = z
  .object({
    id: z.int(),
    events: z.array(z.int()).meta({ description: 'The two events.' }),
    author: z.string(),
    reason: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Separation' });

const incident = z
  .object({
    id: z.int().meta({ description: 'The smallest id of its events.' }),
    counted: z.int().meta({ description: 'The best confirmed event: the one that counts in scores.' }),
    members: z.array(event),
    pairs: z
      .array(z.object({ events: z.array(z.int()), reason: z.string() }))
      .meta({ description: 'Why each two of its events are taken for the same occurrence.' }),
    separations: z
      .array(separation)
      .meta({ description: 'Events that a person has parted from one of its events.' }),
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
    const memberIds = await findIncidentMembers(database, numberOf('incident', id));
    if (memberIds.length === 0) throw noSuch('incident', id);
    const [members, pairs, separations] = await Promise.all([
      readMembers(database, memberIds),
      findPairsOf(database, memberIds),
      findSeparations(database, memberIds),
    ]);
    const within = new Set(memberIds);
    const body: z.output<typeof incident> = {
      id: memberIds[0]!,
      counted: members.toSorted(byConfirmation(policy))[0]!.eventId,
      members: members.map(eventItem),
      pairs: pairs
        .filter((pair) => within.has(pair.eventA) && within.has(pair.eventB))
        .map(({ eventA, eventB, reason }) => ({ events: [eventA, eventB], reason })),
      separations: separations.map(separationOf),
    };
    return { status: 200, body };
  },
});

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
    const incidentId = numberOf('incident', id);
    const { eventId, from = null, author, reason } = parseBody(separationInput, body);
    const members = await findIncidentMembers(context.database, incidentId);
    if (members.length === 0) throw noSuch('incident', id);
    const expected = `must be an event of the incident ${members[0]}: ${members.join(', ')}`;
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
