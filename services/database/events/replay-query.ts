import type { SubType } from '../../../domain/acled.ts';
import type { RevisionKind } from '../../../domain/alerts/alert-decision.ts';
import type { Level } from '../../../domain/level.ts';
import type { Queryable } from '../pool.ts';

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

/** An event as it was told, to how many sites it was tied, and the nearest in words. */
export type Tie = {
  eventId: number;
  place: string | null;
  subType: SubType;
  sites: number;
  nearest: string | null;
};

/** The ids of the events that a report in prose tells of, as it was read. */
export async function findEventsRead(client: Queryable, reportId: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select reading.event_id as id from reading
     where reading.news_report_id = $1 and reading.state <> 'gone' order by reading.number`,
    [reportId],
  );
  return rows.map((row) => row.id);
}

/** The ties of events, in the order of the ids. */
export async function readTies(client: Queryable, eventIds: readonly number[]): Promise<Tie[]> {
  const { rows } = await client.query<Tie>(
    `select event.id as "eventId", r.place, r.sub_type as "subType", count(link.site_no)::int as sites,
            (array_agg(site.name || ' ' || round(link.distance_km::numeric) || ' km' order by link.distance_km))[1] as nearest
     from unnest($1::bigint[]) with ordinality as wanted (id, position)
     join event on event.id = wanted.id
     join event_revision r on r.event_id = event.id and r.revision = event.revision
     left join link on link.event_id = event.id and link.revision = event.revision
     left join site on site.site_no = link.site_no
     group by event.id, r.place, r.sub_type, wanted.position order by wanted.position`,
    [eventIds],
  );
  return rows;
}

export async function countOpenAlerts(client: Queryable): Promise<number> {
  const { rows } = await client.query('select count(*) as open from alert where alert.is_open');
  return rows[0].open;
}
