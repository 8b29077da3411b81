import type { Mute } from '../../domain/mute.ts';
import type { SignalName } from '../../domain/signal.ts';
import type { Queryable } from './pool.ts';

export type MuteRow = Mute & {
  siteId: string | null;
  until: Date;
  reason: string;
  author: string;
  createdAt: Date;
};

const muteColumns = `mute.id, mute.site_no as "siteNo", site.id as "siteId", mute.actor, mute.signal, mute.until,
  mute.includes_severe as "includesSevere", mute.reason, mute.author, mute.created_at as "createdAt"`;

/** The mutes in force at an instant, the oldest first. */
export async function findMutes(client: Queryable, at: Date): Promise<MuteRow[]> {
  const { rows } = await client.query<MuteRow>(
    `select ${muteColumns} from mute left join site on site.site_no = mute.site_no
     where mute.ended_at is null and mute.created_at <= $1 and mute.until > $1 order by mute.id`,
    [at],
  );
  return rows;
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
