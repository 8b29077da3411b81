import type { Month } from '../../../domain/fitting/judged-month.ts';
import { firstDayOf } from '../../../domain/fitting/judged-month.ts';
import type { MonthFigures } from '../../../domain/fitting/month-quality.ts';
import type { CalendarDate } from '../../../domain/time.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';

/** How a month was judged, and when. Later judgements of a month stand beside the earlier ones. */
export type JudgedMonth = {
  month: Month;
  judgement: number;
  judgedAt: Date;
  checkedAt: Date;
  /** Up to which day the source had told then. */
  freshTo: CalendarDate;
  figures: MonthFigures;
};

/**
 * Keeps how a month was judged: as a further judgement where its figures differ from those of the one before. True
 * where they do.
 */
export async function keepJudgement(
  client: Queryable,
  judged: Pick<JudgedMonth, 'month' | 'freshTo' | 'figures'>,
  now: Date,
): Promise<boolean> {
  const given = [firstDayOf(judged.month), now, judged.freshTo, jsonText(judged.figures)];
  const { rows } = await client.query(
    `with newest as (
       select month, judgement, figures from judged_month where month = $1 order by judgement desc limit 1
     ), same as (
       update judged_month set checked_at = $2 from newest
       where judged_month.month = newest.month and judged_month.judgement = newest.judgement
         and newest.figures::jsonb = $4::jsonb
       returning judged_month.month
     ), added as (
       insert into judged_month (month, judgement, judged_at, checked_at, fresh_to, figures)
       select $1, coalesce((select judgement from newest), 0) + 1, $2, $2, $3, $4
       where not exists (select from newest where newest.figures::jsonb = $4::jsonb)
       -- Another process has judged it meanwhile.
       on conflict (month, judgement) do nothing
       returning month
     )
     select exists (select from added) as "isNew"`,
    given,
  );
  return rows[0].isNew;
}

/** Judgements, the newest month first and of a month the newest first; without `month` the newest of each month. */
export async function findJudgements(
  client: Queryable,
  filter: { month?: Month; after?: [month: Month, judgement: number]; limit: number },
): Promise<JudgedMonth[]> {
  const { month, after, limit } = filter;
  const { rows } = await client.query<JudgedMonth>(
    `select to_char(judged.month, 'YYYY-MM') as month, judged.judgement, judged.judged_at as "judgedAt",
            judged.checked_at as "checkedAt", judged.fresh_to as "freshTo", judged.figures
     from judged_month as judged
     where ($1::date is null or judged.month = $1)
       and ($2::date is null or (judged.month, judged.judgement) < ($2::date, $3::integer))
       and ($1::date is not null or not exists (
         select from judged_month as newer where newer.month = judged.month and newer.judgement > judged.judgement))
     order by judged.month desc, judged.judgement desc limit $4`,
    [month ? firstDayOf(month) : null, after ? firstDayOf(after[0]) : null, after?.[1] ?? null, limit],
  );
  return rows;
}
