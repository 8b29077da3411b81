import type { Mute } from '../../../domain/alerts/mute.ts';
import type { SignalName } from '../../../domain/risk/signal.ts';
import type { Queryable } from '../pool.ts';

export type MuteRow = Mute & {
  siteId: string | null;
  until: Date;
  reason: string;
  author: string;
  createdAt: Date;
  /** When a person ended it before its time. */
  endedAt: Date | null;
};

const muteColumns = `mute.id, mute.site_no as "siteNo", site.id as "siteId", mute.actor, mute.signal, mute.until,
  mute.includes_severe as "includesSevere", mute.reason, mute.author, mute.created_at as "createdAt",
  mute.ended_at as "endedAt"`;

/** The mutes in force at an instant, the oldest first. */
export async function findMutes(client: Queryable, at: Date): Promise<MuteRow[]> {
  const { rows } = await client.query<MuteRow>(
    `select ${muteColumns} from mute left join site on site.site_no = mute.site_no
     where mute.ended_at is null and mute.created_at <= $1 and mute.until > $1 order by mute.id`,
    [at],
  );
  return rows;
}

/** Mutes, the newest first; with `inForceAt` only those that hold then. */
export async function findAllMutes(
  client: Queryable,
  filter: { inForceAt: Date | null; after?: number; limit: number },
): Promise<MuteRow[]> {
  const { rows } = await client.query<MuteRow>(
    `select ${muteColumns} from mute left join site on site.site_no = mute.site_no
     where ($1::timestamptz is null or (mute.ended_at is null and mute.until > $1))
       and ($2::bigint is null or mute.id < $2)
     order by mute.id desc limit $3`,
    [filter.inForceAt, filter.after ?? null, filter.limit],
  );
  return rows;
}

export async function findMuteById(client: Queryable, id: number): Promise<MuteRow | null> {
  const { rows } = await client.query<MuteRow>(
    `select ${muteColumns} from mute left join site on site.site_no = mute.site_no where mute.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export type MuteContent = {
  siteNo: number | null;
  actor: string | null;
  signal: SignalName | null;
  until: Date;
  includesSevere: boolean;
  reason: string;
  author: string;
};

export async function insertMute(client: Queryable, mute: MuteContent, now: Date): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into mute (site_no, actor, signal, until, includes_severe, reason, author, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [mute.siteNo, mute.actor, mute.signal, mute.until, mute.includesSevere, mute.reason, mute.author, now],
  );
  return rows[0]!.id;
}

/** Ends a mute before its time; false where there is none in force. */
export async function endMute(client: Queryable, id: number, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    'update mute set ended_at = $2 where id = $1 and ended_at is null and until > $2',
    [id, now],
  );
  return rowCount === 1;
}
