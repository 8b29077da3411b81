import type { RevisionKind } from '../../../domain/alerts/alert-decision.ts';
import type { Level } from '../../../domain/level.ts';
import type { Sum } from '../../../domain/risk/strongest.ts';
import type { Queryable } from '../pool.ts';

/** What one revision of an alert said, as it was said. */
export type AlertRevisionRow = {
  revision: number;
  kind: RevisionKind;
  level: Level;
  previousLevel: Level;
  score: number;
  reason: string;
  signals: Record<string, unknown>[];
  furtherSignals: Sum;
  evidence: Record<string, unknown>[];
  furtherEvidence: number;
  /** False where past events alone were behind it: nobody was told. */
  isTold: boolean;
  /** The mute that kept it from being delivered. */
  mutedBy: number | null;
  at: Date;
  recordedAt: Date;
};

/** An alert with its newest revision and its site. */
export type AlertRow = AlertRevisionRow & {
  id: number;
  siteId: string;
  siteName: string;
  country: string | null;
  latitude: number;
  longitude: number;
  isOpen: boolean;
  /** True where a person acknowledged the newest revision. */
  acknowledged: boolean;
  openedAt: Date;
  closedAt: Date | null;
};

export type AlertFilter = {
  site?: string;
  level?: Level;
  open?: boolean;
  /** Something was said within this time: from its first instant, up to but without its last. */
  from?: Date;
  to?: Date;
  after?: number;
  limit: number;
};

const revisionColumns = `alert_revision.revision, alert_revision.kind, alert_revision.level,
  alert_revision.previous_level as "previousLevel", alert_revision.score, alert_revision.reason, alert_revision.signals,
  alert_revision.further_signals as "furtherSignals", alert_revision.evidence,
  alert_revision.further_evidence as "furtherEvidence", alert_revision.is_told as "isTold", alert_revision.muted_by as "mutedBy", alert_revision.at, alert_revision.recorded_at as "recordedAt"`;

const alertWithSite = `alert.id, site.id as "siteId", site.name as "siteName", site.country, site.latitude, site.longitude,
  alert.is_open as "isOpen", alert.opened_at as "openedAt", alert.closed_at as "closedAt",
  exists (select from acknowledgement
          where acknowledgement.alert_id = alert.id and acknowledgement.alert_revision = alert.revision) as acknowledged,
  ${revisionColumns}
  from alert
  join site on site.site_no = alert.site_no
  join alert_revision on alert_revision.alert_id = alert.id and alert_revision.revision = alert.revision`;

/** Alerts, the one that was opened last first. */
export async function findAlerts(client: Queryable, filter: AlertFilter): Promise<AlertRow[]> {
  const { rows } = await client.query<AlertRow>(
    `select ${alertWithSite}
     where ($1::text is null or site.id = $1)
       and ($2::text is null or alert_revision.level = $2)
       and ($3::boolean is null or alert.is_open = $3)
       and (($4::timestamptz is null and $5::timestamptz is null)
            or exists (select from alert_revision as said where said.alert_id = alert.id
                         and ($4::timestamptz is null or said.at >= $4) and ($5::timestamptz is null or said.at < $5)))
       and ($6::bigint is null or alert.id < $6)
     order by alert.id desc limit $7`,
    [
      filter.site ?? null,
      filter.level ?? null,
      filter.open ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.after ?? null,
      filter.limit,
    ],
  );
  return rows;
}

export async function findAlert(client: Queryable, id: number): Promise<AlertRow | null> {
  const { rows } = await client.query<AlertRow>(`select ${alertWithSite} where alert.id = $1`, [id]);
  return rows[0] ?? null;
}

/** Every revision of an alert, the first one first. */
export async function findAlertRevisions(client: Queryable, id: number): Promise<AlertRevisionRow[]> {
  const { rows } = await client.query<AlertRevisionRow>(
    `select ${revisionColumns} from alert_revision where alert_revision.alert_id = $1 order by alert_revision.revision`,
    [id],
  );
  return rows;
}
