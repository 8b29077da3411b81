import type { RevisionKind } from '../../../domain/alerts/alert-decision.ts';
import type { ToldEvent } from '../../../domain/alerts/told-events.ts';
import type { EventRevision } from '../../../domain/event.ts';
import type { Level } from '../../../domain/level.ts';
import type { Ending, Signal } from '../../../domain/risk/signal.ts';
import type { FurtherSignal, Sum } from '../../../domain/risk/strongest.ts';
import { endingsOf, signalsOf } from '../assessments/assessment.ts';
import { eventOf } from '../events/event-row.ts';
import type { Queryable } from '../pool.ts';

export type CitedEvent = { eventId: number; revision: number };

/** An assessment that the alert stage has not decided upon yet. */
export type UndecidedAssessment = {
  id: number;
  siteNo: number;
  at: Date;
  score: number;
  level: Level;
  /** The level of the assessment before; unknown where there was none. */
  previousLevel: Level;
  expectedHarm: number;
  violenceChance: number;
  /** The strongest; `further` holds the others in short. */
  signals: Signal[];
  further: FurtherSignal[];
  endings: Ending[];
  contributions: (CitedEvent & { distanceKm: number; share: number })[];
  hasNews: boolean;
  hasRecentEvent: boolean;
  /** True where the site is no longer watched. */
  isWithdrawn: boolean;
};

export async function findUndecided(client: Queryable, limit: number): Promise<number[]> {
  const { rows } = await client.query(
    `select assessment.id from assessment where assessment.decision is null
       and not exists (select from waiting_aside as aside where aside.stage = 'alert' and aside.id = assessment.id)
     order by assessment.id limit $1`,
    [limit],
  );
  return rows.map((row) => row.id);
}

/**
 * Claims the undecided assessments of the sites that those ids concern, up to those ids and oldest first. The lock is
 * on the sites: the assessments of one site are decided one after the other, by one worker at a time. One that is set
 * aside is left out, and the news behind it counts with the next one; its own turn is over once that is decided.
 */
export async function claimUndecided(
  client: Queryable,
  ids: readonly number[],
): Promise<UndecidedAssessment[]> {
  const { rows: locked } = await client.query(
    `select site_risk.site_no from site_risk
     where site_risk.site_no in (select assessment.site_no from assessment where assessment.id = any($1))
     order by site_risk.site_no for no key update`,
    [ids],
  );
  await client.query(
    `update assessment set decision = 'nothing', reason = 'a later assessment of the site was decided before it'
     where assessment.id = any($1) and assessment.decision is null
       and exists (select from assessment as later where later.site_no = assessment.site_no
                   and later.id > assessment.id and later.decision is not null)`,
    [ids],
  );
  const { rows } = await client.query(
    `with aside as (
       select waiting_aside.id from waiting_aside where waiting_aside.stage = 'alert'
     ), last as (
       select site_no, max(id) as id from assessment where assessment.id = any($2) group by site_no
     )
     select assessment.id, assessment.site_no as "siteNo", assessment.at, assessment.score, assessment.level,
            assessment.expected_harm as "expectedHarm", assessment.violence_chance as "violenceChance",
            assessment.signals, assessment.further_signals as further, assessment.endings, assessment.contributions,
            assessment.has_news or exists (
              select from assessment as before join aside using (id)
              where before.site_no = assessment.site_no and before.id < assessment.id
                and before.decision is null and before.has_news) as "hasNews",
            assessment.has_recent_event as "hasRecentEvent", assessment.previous_level as "previousLevel",
            site.withdrawn_at is not null as "isWithdrawn"
     from assessment join last on last.site_no = assessment.site_no and assessment.id <= last.id
     join site on site.site_no = assessment.site_no
     where assessment.decision is null and assessment.site_no = any($1)
       and assessment.id not in (select aside.id from aside)
     order by assessment.id`,
    [locked.map((row) => row.site_no), ids],
  );
  return rows.map((row) => ({ ...row, signals: signalsOf(row.signals), endings: endingsOf(row.endings) }));
}

export type OpenAlertRow = {
  alertId: number;
  siteNo: number;
  revision: number;
  level: Level;
  /** The level and score of the last revision that was told; unknown and 0 where none was. */
  toldLevel: Level;
  toldScore: number;
  toldKeys: string[];
  cited: readonly ToldEvent[];
  belowSince: Date | null;
};

export async function findOpenAlerts(
  client: Queryable,
  siteNos: readonly number[],
): Promise<Map<number, OpenAlertRow>> {
  const { rows } = await client.query(
    `select alert.id as "alertId", alert.site_no as "siteNo", alert.revision, alert_revision.level,
            coalesce(told.level, 'unknown') as "toldLevel", coalesce(told.score, 0) as "toldScore",
            alert.told_keys as "toldKeys", alert.cited,
            alert.below_since as "belowSince"
     from alert
     join alert_revision on alert_revision.alert_id = alert.id and alert_revision.revision = alert.revision
     left join lateral (
       select r.level, r.score from alert_revision r
       where r.alert_id = alert.id and r.is_told order by r.revision desc limit 1
     ) as told on true
     where alert.is_open and alert.site_no = any($1)`,
    [siteNos],
  );
  return new Map(rows.map((row) => [row.siteNo, row]));
}

/** An event as an alert cites it. Its notes are left out where the licence of its source forbids to show them. */
export type EvidenceRow = EventRevision & {
  siteNo: number;
  distanceKm: number;
  named: boolean;
  publisher: string | null;
};

export async function readEvidence(
  client: Queryable,
  cited: readonly (CitedEvent & { siteNo: number })[],
): Promise<EvidenceRow[]> {
  const { rows } = await client.query(
    `select link.site_no, link.distance_km, link.named, r.*, event.source, event.source_event_id, report.publisher,
            case when report.may_show_raw is not false or report.is_prose then r.notes end as notes
     from unnest($1::bigint[], $2::integer[], $3::integer[]) as cited (event_id, revision, site_no)
     join link using (event_id, revision, site_no)
     join event_revision r using (event_id, revision)
     join event on event.id = cited.event_id
     left join report on report.id = r.report_id`,
    [cited.map((c) => c.eventId), cited.map((c) => c.revision), cited.map((c) => c.siteNo)],
  );
  return rows.map((row) => ({
    ...eventOf(row),
    siteNo: row.site_no,
    distanceKm: row.distance_km,
    named: row.named,
    publisher: row.publisher,
  }));
}

/** The actors of these events, as their revisions name them. */
export async function findActors(
  client: Queryable,
  cited: readonly CitedEvent[],
): Promise<{ eventId: number; actors: string[] }[]> {
  const { rows } = await client.query(
    `select r.event_id as "eventId", r.actors
     from unnest($1::bigint[], $2::integer[]) as cited (event_id, revision) join event_revision r using (event_id, revision)`,
    [cited.map((c) => c.eventId), cited.map((c) => c.revision)],
  );
  return rows;
}

/** A revision to write; `alertId` is null where it opens an alert. */
export type AlertChange = {
  alertId: number | null;
  siteNo: number;
  revision: number;
  kind: RevisionKind;
  level: Level;
  previousLevel: Level;
  score: number;
  reason: string;
  assessmentId: number;
  signals: Signal[];
  furtherSignals: Sum;
  evidence: unknown[];
  furtherEvidence: number;
  violenceChance: number;
  cited: readonly ToldEvent[];
  toldKeys: readonly string[];
  /** What had been told wrongly and is set right by this revision, and what had been told and is confirmed. */
  corrections: readonly string[];
  /** False where past events alone are behind it: nobody is told. */
  isTold: boolean;
  /** The mute that keeps it from being delivered. */
  mutedBy: number | null;
  /** True where the alert is closed since its site is no longer watched. */
  endsWatch: boolean;
  at: Date;
};

/** Writes one alert revision and answers the alert's id. Resolved and cancelled alerts are closed with it. */
export async function writeAlertRevision(
  client: Queryable,
  change: AlertChange,
  recordedAt: Date,
): Promise<number> {
  const closesAt = change.kind === 'resolved' || change.kind === 'cancelled' ? change.at : null;
  const cited = JSON.stringify(change.cited);
  const alertId =
    change.alertId === null
      ? (
          await client.query(
            `insert into alert (site_no, revision, is_open, opened_at, cited, told_keys)
             values ($1, $2, true, $3, $4, $5) returning id`,
            [change.siteNo, change.revision, change.at, cited, change.toldKeys],
          )
        ).rows[0].id
      : change.alertId;
  if (change.alertId !== null) {
    await client.query(
      `update alert set revision = $2, is_open = $3, closed_at = $4, cited = $5, told_keys = $6, below_since = null
       where id = $1`,
      [alertId, change.revision, closesAt === null, closesAt, cited, change.toldKeys],
    );
  }
  await client.query(
    `insert into alert_revision (alert_id, revision, kind, level, previous_level, score, violence_chance, reason, corrections,
       assessment_id, signals, further_signals, evidence, further_evidence, is_told, muted_by, at, recorded_at, ends_watch)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      alertId,
      change.revision,
      change.kind,
      change.level,
      change.previousLevel,
      change.score,
      change.violenceChance,
      change.reason,
      change.corrections,
      change.assessmentId,
      JSON.stringify(change.signals),
      JSON.stringify(change.furtherSignals),
      JSON.stringify(change.evidence),
      change.furtherEvidence,
      change.isTold,
      change.mutedBy,
      change.at,
      recordedAt,
      change.endsWatch,
    ],
  );
  return alertId;
}

/** What is kept of an open alert where it is not revised. */
export async function updateOpenAlert(
  client: Queryable,
  alertId: number,
  { belowSince, cited }: Pick<OpenAlertRow, 'belowSince' | 'cited'>,
): Promise<void> {
  await client.query('update alert set below_since = $2, cited = $3 where id = $1', [
    alertId,
    belowSince,
    JSON.stringify(cited),
  ]);
}

export async function markDecided(
  client: Queryable,
  decided: readonly { assessmentId: number; decision: string; reason: string }[],
): Promise<void> {
  await client.query(
    `update assessment set decision = done.decision, reason = done.reason
     from unnest($1::bigint[], $2::text[], $3::text[]) as done (id, decision, reason) where assessment.id = done.id`,
    [decided.map((d) => d.assessmentId), decided.map((d) => d.decision), decided.map((d) => d.reason)],
  );
}
