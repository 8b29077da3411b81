import type { Level } from '../../../domain/level.ts';
import type { Queryable } from '../pool.ts';

/** The score of a site that stood at an instant, as it was given. */
export type GivenScore = {
  siteNo: number;
  latitude: number;
  longitude: number;
  country: string | null;
  /** True where the site is no longer watched: what happened there since was not followed. */
  isWithdrawn: boolean;
  /** Null, like all that follows, where no score with a violence chance had been given. */
  chance: number | null;
  level: Level | null;
  at: Date | null;
  policy: string | null;
};

/**
 * The score of each site that was known at an instant: the last assessment for it or before that was also written by
 * then. What was worked out later, as a replay does, was not given.
 */
export async function readGivenScores(client: Queryable, moment: Date): Promise<GivenScore[]> {
  const { rows } = await client.query<GivenScore>(
    `select site.site_no as "siteNo", site.latitude, site.longitude, site.country,
            site.withdrawn_at is not null as "isWithdrawn", given.violence_chance as chance, given.level, given.at,
            given.policy
     from site
     left join lateral (
       select assessment.violence_chance, assessment.level, assessment.at, assessment.policy from assessment
       where assessment.site_no = site.site_no and assessment.at <= $1 and assessment.recorded_at <= $1
       order by assessment.at desc, assessment.id desc limit 1) as given on given.violence_chance is not null
     where site.recorded_at <= $1 and (site.withdrawn_at is null or site.withdrawn_at > $1)
     order by site.site_no`,
    [moment],
  );
  return rows;
}

/** When the first score was written; null where there is none. */
export async function findFirstScore(client: Queryable): Promise<Date | null> {
  const { rows } = await client.query(
    'select assessment.recorded_at as first from assessment order by assessment.id limit 1',
  );
  return rows[0]?.first ?? null;
}
