import { originsOf } from '../../domain/incidents/incident.ts';
import type { RiskPolicy } from '../../domain/policy.ts';
import { findTellers } from '../database/incidents/incident-query.ts';
import type { Queryable } from '../database/pool.ts';

/** For each of the events: who says the same independently of each other, by the incident that it belongs to now. */
export async function findOriginsBehind(
  client: Queryable,
  eventIds: readonly number[],
  policy: Pick<RiskPolicy, 'weight'>,
): Promise<Map<number, string[]>> {
  const origins = new Map<number, string[]>();
  for (const { eventIds: told, tellers } of await findTellers(client, eventIds)) {
    const own = originsOf(tellers, policy);
    for (const id of told) origins.set(id, own);
  }
  return origins;
}
