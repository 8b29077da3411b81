import type { AlertCourse } from '../../../domain/fitting/match-alerts.ts';
import type { Level } from '../../../domain/level.ts';
import type { Queryable } from '../pool.ts';

/**
 * The alerts of each site that stood at some time between two instants, as they were told: by the day on which each
 * revision was written. What was told to nobody, as history and what is muted, rises to nothing.
 */
export async function readAlertCourses(
  client: Queryable,
  from: Date,
  before: Date,
): Promise<Map<number, AlertCourse>> {
  const { rows } = await client.query<{
    siteNo: number;
    day: number;
    level: Level;
    isOpen: boolean;
    isRise: boolean;
  }>(
    `select alert.site_no as "siteNo", r.recorded_at::date - date '1970-01-01' as day, r.level,
            r.kind not in ('resolved', 'cancelled') as "isOpen",
            r.kind in ('opened', 'escalated') and r.is_told and r.muted_by is null as "isRise"
     from alert join alert_revision r on r.alert_id = alert.id
     where r.recorded_at < $2 and (alert.closed_at is null or alert.closed_at >= $1)
     order by alert.site_no, r.recorded_at, r.alert_id, r.revision`,
    [from, before],
  );
  const courses = new Map<number, AlertCourse>();
  for (const { siteNo, day, level, isOpen, isRise } of rows) {
    const course = courses.get(siteNo) ?? { rises: [], standing: [] };
    courses.set(siteNo, course);
    course.standing.push({ day, level: isOpen ? level : 'low' });
    if (isRise) course.rises.push({ day, level });
  }
  return courses;
}
