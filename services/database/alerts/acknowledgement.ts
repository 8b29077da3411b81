import type { Queryable } from '../pool.ts';

export type AcknowledgementRow = {
  id: number;
  revision: number;
  author: string;
  comment: string;
  at: Date;
};

const columns = `acknowledgement.id, acknowledgement.alert_revision as revision, acknowledgement.author,
  acknowledgement.comment, acknowledgement.at`;

/** Acknowledges a revision of an alert, the newest where none is named; null where there is no such revision. */
export async function insertAcknowledgement(
  client: Queryable,
  alertId: number,
  content: { revision: number | null; author: string; comment: string },
  at: Date,
): Promise<AcknowledgementRow | null> {
  const { rows } = await client.query<AcknowledgementRow>(
    `insert into acknowledgement (alert_id, alert_revision, author, comment, at)
     select said.alert_id, said.revision, $3, $4, $5
     from alert join alert_revision as said on said.alert_id = alert.id
     where alert.id = $1 and said.revision = coalesce($2, alert.revision)
     returning ${columns}`,
    [alertId, content.revision, content.author, content.comment, at],
  );
  return rows[0] ?? null;
}

/** The acknowledgements of an alert, the first one first. */
export async function findAcknowledgements(
  client: Queryable,
  alertId: number,
): Promise<AcknowledgementRow[]> {
  const { rows } = await client.query<AcknowledgementRow>(
    `select ${columns} from acknowledgement where acknowledgement.alert_id = $1 order by acknowledgement.id`,
    [alertId],
  );
  return rows;
}
