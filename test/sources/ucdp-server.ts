import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WorldServer } from '../fetching/world-server.ts';

export type UcdpRow = Record<string, unknown>;

export const token = 'a-token';

/** A row as the API gives it, with the columns of the real one that are read and some that are not. */
export const ucdpRow = (id: number, day: string, over: UcdpRow = {}): UcdpRow => ({
  id,
  relid: `TST-${id}`,
  year: Number(day.slice(0, 4)),
  code_status: 'Clear',
  type_of_violence: 1,
  conflict_name: 'A conflict of the tests',
  side_a: 'Government of the tests',
  side_b: 'Rebels of the tests',
  source_headline: `Clash ${id}`,
  where_prec: 1,
  where_coordinates: `Village ${id}`,
  where_description: null,
  latitude: -1.3,
  longitude: 27.9,
  country: 'DR Congo (Zaire)',
  country_id: 490,
  date_prec: 1,
  date_start: `${day}T00:00:00`,
  date_end: `${day}T00:00:00`,
  low: 2,
  best: 2,
  high: 4,
  ...over,
});

type Answer = { TotalCount: number; TotalPages: number; NextPageUrl: string; Result: UcdpRow[] };

/** What is wrong with the server: may change an answer, or give one itself and answer null. */
type Bend = (
  answer: Answer,
  asked: { version: string; page: number; query: URLSearchParams },
  response: ServerResponse,
) => unknown;

const straight: Bend = (answer) => answer;

/** A server that plays the UCDP API with these editions; those that it does not have are not found. */
export function serveUcdp(world: WorldServer, editions: Record<string, UcdpRow[]>, bend = straight): void {
  for (const [version, rows] of Object.entries(editions)) {
    const path = `/api/gedevents/${version}`;
    world.on(path, (request: IncomingMessage, response: ServerResponse) => {
      if (request.headers['x-ucdp-access-token'] !== token) {
        response.writeHead(401).end('API token required. Add header: x-ucdp-access-token');
        return;
      }
      const query = new URL(request.url!, world.url).searchParams;
      const [page, size] = [Number(query.get('page')), Number(query.get('pagesize'))];
      const since = query.get('StartDate') ?? '';
      const found = rows.filter((row) => String(row.date_start) >= since);
      const isLast = (page + 1) * size >= found.length;
      const next = new URLSearchParams({ ...Object.fromEntries(query), page: String(page + 1) });
      const answer = {
        TotalCount: found.length,
        TotalPages: Math.ceil(found.length / size),
        PreviousPageUrl: '',
        NextPageUrl: isLast ? '' : `${world.url}${path}?${next}`,
        Result: found.slice(page * size, (page + 1) * size),
      };
      const given = bend(answer, { version, page, query }, response);
      if (given !== null) response.end(typeof given === 'string' ? given : JSON.stringify(given));
    });
  }
}

/** The pages that were asked for, as `25.1 0`. */
export function pagesAsked(world: WorldServer, from = 0): string[] {
  return world.requests.slice(from).map(({ path }) => {
    const url = new URL(path, world.url);
    return `${url.pathname.split('/').at(-1)} ${url.searchParams.get('page')}`;
  });
}
