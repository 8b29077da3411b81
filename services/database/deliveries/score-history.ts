import type { ScoreHistory } from '../../../domain/alerts/score-history.ts';
import type { Queryable } from '../pool.ts';

/**
 * The scores of a site in the days before an alert revision and the one before them, up to the assessment that it
 * tells, with the levels of that one's policy. Nothing that is assessed later changes it. Null where a policy without
 * bands made the revision.
 */
export async function readScoreHistory(
  client: Queryable,
  { alertId, revision }: { alertId: number; revision: number },
  days: number,
): Promise<ScoreHistory | null> {
  const { rows } = await client.query<
    ScoreHistory['points'][number] & { levelFrom: ScoreHistory['levelFrom'] | null }
  >(
    `select past.at, past.score, past.level, policy.content -> 'levelFrom' as "levelFrom"
     from alert_revision r
     join assessment told on told.id = r.assessment_id
     join policy on policy.version = told.policy
     join assessment past on past.site_no = told.site_no and past.id <= told.id and past.at <= told.at
     where r.alert_id = $1 and r.revision = $2
       and past.at >= coalesce(
         (select max(before.at) from assessment before
          where before.site_no = told.site_no and before.id <= told.id
            and before.at <= told.at - make_interval(days => $3)),
         '-infinity')
     order by past.at, past.id`,
    [alertId, revision, days],
  );
  const levelFrom = rows[0]?.levelFrom;
  return levelFrom ? { points: rows.map(({ at, score, level }) => ({ at, score, level })), levelFrom } : null;
}
