import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { switchedOnAt, world } from '../support/sources.ts';

export const account = {
  OREWATCH_ACLED_USER: 'analyst@example.org',
  OREWATCH_ACLED_PASSWORD: 'made up & "quoted" 7%',
};

/** Seconds since 1970, this many minutes after the source was switched on. */
export const secondsAt = (minutes: number) => Math.floor(switchedOnAt.getTime() / 1000) + 60 * minutes;

/** A row as the API words it; it was written three days after the fact. */
export const rowOf = (id: string, day: string, over: object = {}) => ({
  event_id_cnty: id,
  event_date: day,
  year: Number(day.slice(0, 4)),
  time_precision: '1',
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Made-up Movement',
  assoc_actor_1: null,
  actor2: 'Military Forces of Nowhere',
  iso: 180,
  country: 'Nowhere',
  location: `Place of ${id}`,
  latitude: '-1.4305',
  longitude: '28.0752',
  geo_precision: '1',
  source: 'Made-up Radio',
  notes: `Words of ACLED about ${id}, made up.`,
  fatalities: 3,
  timestamp: Date.parse(`${day}T00:00:00Z`) / 1000 + 3 * 86_400,
  ...over,
});
type Row = ReturnType<typeof rowOf>;

export type Asked = { path: 'acled' | 'deleted'; query: URLSearchParams };
type Answer = Record<string, unknown>;

export type AcledServer = {
  rows: Row[];
  deleted: { event_id_cnty: string; deleted_timestamp: number }[];
  /** What happened later is held back from the account; null: nothing is. */
  visibleTo: string | null;
  /** A page has no more rows, whatever is asked for. */
  rowsOfPage: number;
  expiresIn: number;
  /** Tokens that are held for good. */
  access: Set<string>;
  refresh: Set<string>;
  /** Kinds of grants in the order in which they were asked for. */
  grants: string[];
  /** Questions to the tables that were answered with rows, or none. */
  asked: Asked[];
  /** Changes an answer before it is sent. */
  bend: (answer: Answer, asked: Asked) => unknown;
  /** True: it has answered itself. */
  before: (asked: Asked, response: ServerResponse) => boolean;
};

/** A server that keeps to what ACLED documents: tokens, filters, pages, deletions, what is held back. */
export function serveAcled(rows: Row[] = []): AcledServer {
  const server: AcledServer = {
    rows,
    deleted: [],
    visibleTo: null,
    rowsOfPage: 5000,
    expiresIn: 86_400,
    access: new Set(),
    refresh: new Set(),
    grants: [],
    asked: [],
    bend: (answer) => answer,
    before: () => false,
  };
  world.on('/oauth/token', (request, response) => void giveToken(server, request, response));
  for (const path of ['acled', 'deleted'] as const)
    world.on(`/api/${path}/read`, (request, response) => giveRows(server, path, request, response));
  return server;
}

async function giveToken(server: AcledServer, request: IncomingMessage, response: ServerResponse) {
  const form = new URLSearchParams(await text(request));
  const grant = form.get('grant_type') ?? '';
  server.grants.push(grant);
  const { OREWATCH_ACLED_USER: user, OREWATCH_ACLED_PASSWORD: password } = account;
  const isRight =
    request.method === 'POST' &&
    form.get('client_id') === 'acled' &&
    (grant === 'refresh_token'
      ? server.refresh.delete(form.get('refresh_token') ?? '')
      : grant === 'password' && form.get('username') === user && form.get('password') === password);
  if (!isRight) {
    const error_description = `The user credentials were incorrect: ${form.get('password')} (${form})`;
    response.writeHead(400).end(JSON.stringify({ error: 'invalid_grant', error_description }));
    return;
  }
  const [access_token, refresh_token] = [`access-${server.grants.length}`, `refresh-${server.grants.length}`];
  server.access.add(access_token);
  server.refresh.add(refresh_token);
  const { expiresIn: expires_in } = server;
  response.end(JSON.stringify({ token_type: 'Bearer', expires_in, access_token, refresh_token }));
}

function giveRows(
  server: AcledServer,
  path: Asked['path'],
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (!server.access.has((request.headers.authorization ?? '').replace('Bearer ', ''))) {
    response.writeHead(401).end(JSON.stringify({ message: 'The access token is expired.' }));
    return;
  }
  const asked = { path, query: new URL(request.url!, world.url).searchParams };
  if (server.before(asked, response)) return;
  server.asked.push(asked);
  const found = path === 'acled' ? foundRows(server, asked.query) : foundDeleted(server, asked.query);
  const size = Math.min(server.rowsOfPage, Number(asked.query.get('limit')));
  const start = (Number(asked.query.get('page') ?? 1) - 1) * size;
  const data = found.slice(start, start + size);
  const { visibleTo: date } = server;
  const heldBack = date && { date_recency: { quantity: 12, unit: 'Months', date } };
  const answer = {
    ...{ status: 200, success: true, last_update: 20, count: data.length, messages: [], data },
    ...(heldBack ? { data_query_restrictions: heldBack } : {}),
  };
  response.end(JSON.stringify(server.bend(answer, asked)));
}

function foundRows({ rows, visibleTo }: AcledServer, query: URLSearchParams): Row[] {
  const [from, to] = query.get('event_date_where') === 'BETWEEN' ? query.get('event_date')!.split('|') : [];
  const after = query.get('timestamp_where') === '>' ? Number(query.get('timestamp')) : null;
  const iso = query.get('iso');
  return rows
    .filter(
      (row) =>
        (visibleTo === null || row.event_date <= visibleTo) &&
        (from === undefined || (from <= row.event_date && row.event_date <= to!)) &&
        (after === null || row.timestamp > after) &&
        (iso === null || row.iso === Number(iso)),
    )
    .sort(
      (a, b) => b.event_date.localeCompare(a.event_date) || a.event_id_cnty.localeCompare(b.event_id_cnty),
    );
}

function foundDeleted({ deleted }: AcledServer, query: URLSearchParams) {
  const after = query.get('deleted_timestamp_where') === '>' ? Number(query.get('deleted_timestamp')) : 0;
  return deleted.filter(({ deleted_timestamp }) => deleted_timestamp > after);
}
