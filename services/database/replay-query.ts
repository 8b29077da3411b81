import type { RevisionKind } from '../../domain/alert-decision.ts';
import type { Level } from '../../domain/level.ts';
import type { Queryable } from './pool.ts';

export type ToldAlert = {
  /** Rises with every alert revision that is written. */
  sequence: number;
  siteId: string;
  siteName: string;
  kind: RevisionKind;
  level: Level;
  previousLevel: Level;
  score: number;
  reason: string;
  /** The signals' reasons, highest level first. */
  signalReasons: string[];
};

/** The alert revisions written after a sequence number, in the order in which they were written. */
export async function readAlertsTold(client: Queryable, afterSequence: number): Promise<ToldAlert[]> {
  const { rows } = await client.query(
    `select r.assessment_id as sequence, site.id as "siteId", site.name as "siteName", r.kind, r.level,
            r.previous_level as "previousLevel", r.score, r.reason,
            coalesce((select array_agg(s.value ->> 'reason' order by s.ordinality)
                      from jsonb_array_elements(r.signals) with ordinality as s), '{}') as "signalReasons"
     from alert_revision r
     join alert on alert.id = r.alert_id
     join site on site.site_no = alert.site_no
     where r.assessment_id > $1 order by r.assessment_id`,
    [afterSequence],
  );
  return rows;
}

/** For each event, in the order of the ids: to how many sites it was tied, and the nearest in words. */
export async function readTies(
  client: Queryable,
  eventIds: readonly number[],
): Promise<{ eventId: number; sites: number; nearest: string | null }[]> {
  const { rows } = await client.query(
    `select event.id as "eventId", count(link.site_no)::int as sites,
            (array_agg(site.name || ' ' || round(link.distance_km::numeric) || ' km' order by link.distance_km))[1] as nearest
     from unnest($1::bigint[]) with ordinality as wanted (id, position)
     join event on event.id = wanted.id
     left join link on link.event_id = event.id and link.revision = event.revision
     left join site on site.site_no = link.site_no
     group by event.id, wanted.position order by wanted.position`,
    [eventIds],
  );
  return rows;
}

export async function countOpenAlerts(client: Queryable): Promise<number> {
  const { rows } = await client.query('select count(*) as open from alert where alert.is_open');
  return rows[0].open;
}
