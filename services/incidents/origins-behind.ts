import { originsOf } from '../../domain/incidents/incident.ts';
import type { RiskPolicy } from '../../domain/policy.ts';
import { readIncidentEvents } from '../database/incidents/incident.ts';
import { findIncidentMembers } from '../database/incidents/incident-query.ts';
import type { Queryable } from '../database/pool.ts';

/** For each of the events: who says the same independently of each other, by the incident that it belongs to now. */
export async function findOriginsBehind(
  client: Queryable,
  eventIds: readonly number[],
  policy: Pick<RiskPolicy, 'weight'>,
): Promise<Map<number, string[]>> {
  const origins = new Map<number, string[]>();
  for (const id of eventIds) {
    const members = await readIncidentEvents(client, await findIncidentMembers(client, id));
    origins.set(id, originsOf(members, policy));
  }
  return origins;
}
