import type { Level } from '../../../domain/level.ts';
import type { Queryable } from '../pool.ts';

export type AssessmentHistoryRow = {
  id: number;
  at: Date;
  score: number;
  level: Level;
  previousLevel: Level;
  signals: string[];
  hasNews: boolean;
  decision: string | null;
  reason: string | null;
  model: string;
  policy: string;
  recordedAt: Date;
};

/** The assessments of a site in the order of their instants. */
export async function findAssessments(
  client: Queryable,
  siteNo: number,
  filter: { from?: Date; to?: Date; after?: [string, number]; limit: number },
): Promise<AssessmentHistoryRow[]> {
  const { rows } = await client.query<AssessmentHistoryRow>(
    `select assessment.id, assessment.at, assessment.score, assessment.level,
            assessment.previous_level as "previousLevel",
            array(select s ->> 'signal' from jsonb_array_elements(assessment.signals || assessment.further_signals) as s) as signals,
            assessment.has_news as "hasNews", assessment.decision, assessment.reason, assessment.model,
            assessment.policy, assessment.recorded_at as "recordedAt"
     from assessment
     where assessment.site_no = $1
       and ($2::timestamptz is null or assessment.at >= $2) and ($3::timestamptz is null or assessment.at < $3)
       and ($4::timestamptz is null or (assessment.at, assessment.id) > ($4, $5::bigint))
     order by assessment.at, assessment.id limit $6`,
    [siteNo, filter.from ?? null, filter.to ?? null, ...(filter.after ?? [null, null]), filter.limit],
  );
  return rows;
}
