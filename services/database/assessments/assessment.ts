import type { Level } from '../../../domain/level.ts';
import type { SiteRisk } from '../../../domain/risk/assess.ts';
import type { Ending, Signal } from '../../../domain/risk/signal.ts';
import { type FurtherSignal, furtherSignal, signalsNamed } from '../../../domain/risk/strongest.ts';
import { inBatches } from '../../queue/batches.ts';
import type { Queryable } from '../pool.ts';

/** The largest contributions are kept with an assessment; the API computes all of them again. */
const contributionsKept = 10;

/** The risk as it is kept: `risk.signals` and contributions are the strongest, the others stand in `further`. */
export type KeptRisk = { risk: SiteRisk; further: FurtherSignal[] };

export type AssessmentRow = KeptRisk & { siteNo: number; previousLevel: Level; hasNews: boolean };

/** What is kept of a risk; the rest of it would hold on to all events of the site. */
export function keptOf(risk: SiteRisk): KeptRisk {
  const contributions = risk.violence.contributions.slice(0, contributionsKept);
  const signals = risk.signals.slice(0, signalsNamed);
  return {
    risk: { ...risk, signals, violence: { ...risk.violence, contributions } },
    further: risk.signals.slice(signalsNamed).map(furtherSignal),
  };
}

export type LatestAssessment = {
  score: number;
  level: Level;
  at: Date;
  /** Keys of its signals. */
  keys: string[];
  /** The level last told, while an alert of the site is open. */
  alertLevel: Level | null;
  /** True where an event that the open alert cites was corrected or retracted since. */
  citesOutdated: boolean;
};

/** The newest assessment of each site, by site. */
export async function findLatestAssessments(
  client: Queryable,
  siteNos: readonly number[],
): Promise<Map<number, LatestAssessment>> {
  const { rows } = await client.query(
    `select site_risk.site_no as "siteNo", site_risk.score, site_risk.level, site_risk.at,
            array(select s ->> 'key' from jsonb_array_elements(assessment.signals || assessment.further_signals) as s
                  where s ? 'chances' or s ? 'expected') as keys,
            alert_revision.level as "alertLevel",
            exists (select from jsonb_to_recordset(alert.cited) as cited ("eventId" bigint, seen integer)
                    join event on event.id = cited."eventId" where event.revision <> cited.seen) as "citesOutdated"
     from site_risk
     join assessment on assessment.id = site_risk.assessment_id
     left join alert on alert.site_no = site_risk.site_no and alert.is_open
     left join alert_revision on alert_revision.alert_id = alert.id and alert_revision.revision = alert.revision
     where site_risk.site_no = any($1)`,
    [siteNos],
  );
  return new Map(rows.map((row) => [row.siteNo, row]));
}

type StoredSignal = Omit<Signal, 'since' | 'furtherEvents'> & { since: string; furtherEvents?: number };

/** Signals as JSON holds them, with their times as dates again. Those of policies without chances are left out. */
export function signalsOf(json: (StoredSignal | { signal: string })[]): Signal[] {
  return json.flatMap((signal) =>
    'chances' in signal ? [{ furtherEvents: 0, ...signal, since: new Date(signal.since) }] : [],
  );
}

export function endingsOf(json: (Omit<Ending, 'at'> & { at: string })[]): Ending[] {
  return json.map((ending) => ({ ...ending, at: new Date(ending.at) }));
}

/** Their evidence may take tens of kilobytes each: putting it into JSON holds the event loop. */
const rowsAtOnce = 100;

export async function insertAssessments(
  client: Queryable,
  rows: readonly AssessmentRow[],
  made: { model: string; policy: string; recordedAt: Date },
): Promise<number[]> {
  const ids: number[] = [];
  for (const some of inBatches(rows, rowsAtOnce)) ids.push(...(await insertSome(client, some, made)));
  return ids;
}

async function insertSome(
  client: Queryable,
  rows: readonly AssessmentRow[],
  made: { model: string; policy: string; recordedAt: Date },
): Promise<number[]> {
  const json = rows.map(({ siteNo, risk, further, previousLevel, hasNews }) => ({
    site_no: siteNo,
    at: risk.at,
    score: risk.score,
    level: risk.level,
    previous_level: previousLevel,
    expected_harm: risk.expectedHarm,
    violence_chance: risk.violence.chance,
    signals: risk.signals,
    further_signals: further,
    endings: risk.endings,
    contributions: risk.violence.contributions.map(({ event, ...rest }) => ({
      eventId: event.eventId,
      revision: event.revision,
      distanceKm: event.distanceKm,
      alsoReportedBy: event.alsoReportedBy,
      furtherReports: event.furtherReports,
      ...rest,
    })),
    has_news: hasNews,
    has_recent_event: risk.hasRecentEvent,
  }));
  const { rows: inserted } = await client.query(
    `with added as (
       insert into assessment (site_no, at, score, level, previous_level, expected_harm, violence_chance, signals,
         further_signals, endings, contributions, has_news, has_recent_event, model, policy, recorded_at)
       select site_no, at, score, level, previous_level, expected_harm, violence_chance, signals,
              further_signals, endings, contributions, has_news, has_recent_event, $2, $3, $4
       from json_to_recordset($1::json) as (site_no integer, at timestamptz, score double precision, level text,
         previous_level text, expected_harm double precision, violence_chance double precision, signals jsonb,
         further_signals jsonb, endings jsonb, contributions jsonb, has_news boolean, has_recent_event boolean)
       returning id, site_no, score, level, violence_chance, at
     ), newest as (
       insert into site_risk (site_no, assessment_id, score, level, violence_chance, at)
       select site_no, id, score, level, violence_chance, at from added order by site_no
       on conflict (site_no) do update set assessment_id = excluded.assessment_id, score = excluded.score,
         level = excluded.level, violence_chance = excluded.violence_chance, at = excluded.at
     )
     select id from added`,
    [JSON.stringify(json), made.model, made.policy, made.recordedAt],
  );
  return inserted.map((row) => row.id);
}

/**
 * Sites that are assessed by the clock: those above low, those with an open alert, and those whose low has become
 * unknown since a source fell behind, or the other way round. `isCovered` tells by the country.
 */
export async function findSitesToReassess(
  client: Queryable,
  isCovered: (country: string | null) => boolean,
): Promise<number[]> {
  const { rows: found } = await client.query<{ country: string }>(
    'select distinct site.country from site where site.country is not null',
  );
  const countries = found.map((row) => row.country).filter(isCovered);
  const { rows } = await client.query(
    `select site_risk.site_no from site_risk join site on site.site_no = site_risk.site_no
     where site.withdrawn_at is null
       and (site_risk.level not in ('low', 'unknown')
            or site_risk.level = case when coalesce(site.country = any($1), $2) then 'unknown' else 'low' end
            or exists (select from alert where alert.site_no = site.site_no and alert.is_open))
     order by site_risk.site_no`,
    [countries, isCovered(null)],
  );
  return rows.map((row) => row.site_no);
}

/** The time of the newest assessment of any site; null where there is none. */
export async function findNewestAssessment(client: Queryable): Promise<Date | null> {
  const { rows } = await client.query('select max(site_risk.at) as at from site_risk');
  return rows[0].at;
}

/** The watched sites that were assessed. */
export async function findAllAssessedSites(client: Queryable): Promise<number[]> {
  const { rows } = await client.query(
    `select site_risk.site_no from site_risk join site on site.site_no = site_risk.site_no
     where site.withdrawn_at is null order by site_risk.site_no`,
  );
  return rows.map((row) => row.site_no);
}

/** The policy's text is kept beside its version, once. */
export async function recordPolicy(client: Queryable, policy: { version: string }, now: Date): Promise<void> {
  const { rows } = await client.query(
    `insert into policy (version, content, in_force_from) values ($1, $2, $3)
     on conflict (version) do update set version = excluded.version
     returning content = $2::jsonb as same`,
    [policy.version, JSON.stringify(policy), now],
  );
  if (!rows[0].same) {
    throw new Error(
      `The policy ${policy.version} in config/risk-policy.ts differs from the one of that version in the database. ` +
        'Assessments name their policy: give a changed policy a new version.',
    );
  }
}
