import { isNews } from '../../domain/news.ts';
import { wakeDueSites } from '../assessing/wake-due-sites.ts';
import { markDue } from '../database/assessments/assessment-due.ts';
import { type Doer, writeAudit } from '../database/audit.ts';
import { readIncidentEvents } from '../database/incidents/incident.ts';
import {
  endSeparation,
  findIncidentMembers,
  insertSeparation,
  type SeparationRow,
} from '../database/incidents/incident-query.ts';
import type { Queryable } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import type { PipelineContext } from '../running/context.ts';
import { formAnew } from './join-incidents.ts';
import { findOriginsBehind } from './origins-behind.ts';
import { findLocked, formTied } from './tied-events.ts';

type SeparateContext = Pick<PipelineContext, 'database' | 'queues' | 'policy' | 'actors'>;

/** A person's decision: an event is not the same occurrence as another, or as all others of its incident. */
export type Separation = Doer & { eventId: number; from: number | null; reason: string };

/**
 * Parts an event from its incident, with an entry in the audit trail, and wakes the assessment of the sites around.
 * Answers null, and changes nothing, where the event is in no incident, or `from` is not in the same one.
 */
export async function separateEvents(
  context: SeparateContext,
  { eventId, from, author, key, reason }: Separation,
  at: Date,
): Promise<SeparationRow[] | null> {
  const made = await inTransaction(context.database, async (client) => {
    await findLocked(client, [eventId], () => formTied(client, [eventId], context));
    const members = await findIncidentMembers(client, eventId);
    const others = members.filter((id) => id !== eventId && (from === null || id === from));
    if (others.length === 0) return null;
    const separations: SeparationRow[] = [];
    for (const other of others) {
      const [eventA, eventB] = eventId < other ? [eventId, other] : [other, eventId];
      const content = { eventA, eventB, author, reason, at };
      const id = await insertSeparation(client, content);
      separations.push({ ...content, id });
      const details = { events: [eventA, eventB], reason };
      await writeAudit(
        client,
        { actor: author, key, action: 'created', subject: `separations/${id}`, details },
        at,
      );
    }
    await markRejoined(client, [eventId, ...others], context, at);
    return separations;
  });
  if (made) await context.queues.wake(...(await wakeDueSites(context)));
  return made;
}

/** Takes a separation back. False where there is none in force of that id. */
export async function endSeparationOf(
  context: SeparateContext,
  id: number,
  ended: Doer & { reason: string | null; at: Date },
): Promise<boolean> {
  const isDone = await inTransaction(context.database, async (client) => {
    const separation = await endSeparation(client, id, ended);
    if (!separation) return false;
    const events = [separation.eventA, separation.eventB];
    const details = { events, reason: ended.reason };
    await writeAudit(
      client,
      { actor: ended.author, key: ended.key, action: 'ended', subject: `separations/${id}`, details },
      ended.at,
    );
    await markRejoined(client, events, context, ended.at);
    return true;
  });
  if (isDone) await context.queues.wake(...(await wakeDueSites(context)));
  return isDone;
}

async function markRejoined(
  client: Queryable,
  eventIds: readonly number[],
  context: SeparateContext,
  at: Date,
): Promise<void> {
  const rejoined = await formAnew(client, eventIds, context);
  const events = await readIncidentEvents(client, eventIds);
  const origins = await findOriginsBehind(client, eventIds, context.policy);
  // As with what a source corrects: of events long past nobody is told.
  const hasNews = events.some((event) =>
    isNews(
      { ...event, named: event.siteIds.length > 0, origins: origins.get(event.eventId) },
      at,
      context.policy,
    ),
  );
  const siteNos = new Set(rejoined.flatMap((changed) => changed.siteNos));
  await markDue(
    client,
    [...siteNos].map((siteNo) => ({ siteNo, dueAt: at, hasNews })),
  );
}
