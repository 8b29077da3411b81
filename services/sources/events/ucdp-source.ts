import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addDays, type CalendarDate, calendarDate } from '../../../domain/time.ts';
import type { CollectedEvent } from '../../database/events/event.ts';
import type { RefusedSourceRow } from '../../database/sources/source-row.ts';
import { addressOption } from '../option-fields.ts';
import { type Portion, type Source, SourceError, type SourceTools } from '../source.ts';
import {
  askPage,
  askWhetherThere,
  callsToday,
  firstPageOf,
  tokenSetting,
  type UcdpPage,
  type UcdpRequests,
} from './ucdp-client.ts';
import {
  certainEdition,
  editionsWanted,
  editionText,
  newestMonthlies,
  replaces,
  type UcdpEdition,
} from './ucdp-editions.ts';
import { type UcdpRow, ucdpEvent } from './ucdp-row.ts';

const options = z.strictObject({
  /** Events from this day on. */
  since: z.iso.date().default(() => `${new Date().getUTCFullYear() - 3}-01-01`),
  /** More than 1,000 rows at once were seen to come incomplete without a word. */
  pageSize: z.coerce.number().int().min(1).max(1000).default(1000),
  /** Also the series `YY.9.MM`, which UCDP publishes and does not document. */
  undocumented: z.enum(['yes', 'no']).default('no'),
  baseUrl: addressOption.default('https://ucdpapi.pcr.uu.se'),
});
type Options = z.output<typeof options>;

const edition = z.object({
  version: z.string(),
  kind: z.enum(['yearly', 'cumulative', 'monthly', 'undocumented']),
  rank: z.number(),
  from: z.string(),
  to: z.string(),
});

const cursorSchema = z.object({
  /** The editions that are whole and that nothing has replaced. */
  done: z.array(edition).default([]),
  /** The one that is being fetched, from its first page to its last. */
  current: z
    .object({
      edition,
      /** Names this fetch of it: what it has brought is counted by that. */
      fetch: z.string(),
      total: z.number(),
      received: z.number(),
      /** The page that comes next; null: all were had. */
      next: z.string().nullable(),
    })
    .nullable()
    .default(null),
  calls: z.object({ day: z.string(), calls: z.number() }).optional(),
});
type Cursor = z.output<typeof cursorSchema>;
type Current = NonNullable<Cursor['current']>;

/** UCDP's Georeferenced Event Dataset and its candidate events, by its API (https://ucdp.uu.se/apidocs/). */
export const ucdpSource: Source<Options> = {
  name: 'ucdp-ged',
  title: 'UCDP GED and Candidate events',
  gives: 'events',
  terms: {
    licence: 'CC BY 4.0',
    attribution:
      'Uppsala Conflict Data Program (UCDP), Georeferenced Event Dataset (Sundberg and Melander 2013) and Candidate Events Dataset (Hegre et al. 2020), https://ucdp.uu.se',
    url: 'https://ucdp.uu.se/downloads/',
    whoMayUse: 'Everybody, companies too, who names UCDP as the source.',
    mayShowRaw: true,
    mayFit: true,
  },
  coverage: 'Deadly events of organised violence in all countries: checked since 1989, as candidates since.',
  access:
    'Ask the maintainer of the API for a token by e-mail, with a line on what you use the data for: https://ucdp.uu.se/apidocs/ names the address. A token is needed since February 2026.',
  credentials: [{ setting: tokenSetting, what: 'a token of the UCDP API' }],
  options,
  everyMinutes: 24 * 60,
  lagDays: 40,
  staleAfterDays: 75,
  async *fetch(cursor, tools) {
    const state = cursorSchema.parse(cursor ?? {});
    const requests = requestsOf(tools);
    const known = callsToday(requests);
    if (state.calls?.day === known.day && state.calls.calls > known.calls)
      tools.memory.set('calls', state.calls);
    const absent = new Set<string>();
    let restarts = 0;
    for (;;) {
      const begun = state.current === null ? await begin(state, tools, requests, absent) : null;
      if (state.current === null) break;
      if ((yield* takePages(state, state.current, begun, tools, requests)) === 'whole') continue;
      restarts += 1;
      if (restarts > 1)
        throw new SourceError('its edition changes while it is fetched: the next fetch begins it anew');
    }
    // Where nothing is there at all, the fault may lie elsewhere.
    if (state.done.length === 0)
      await askPage(requests, probePage(requests, certainEdition(calendarDate(tools.now()))));
  },
  async probe(tools) {
    const requests = requestsOf(tools);
    const today = calendarDate(tools.now());
    const certain = certainEdition(today);
    const { total } = await askPage(requests, probePage(requests, certain));
    const told = `the token is accepted; ${editionText(certain)}, holds ${total.toLocaleString('en')} events`;
    for (const candidate of newestMonthlies(today)) {
      const page = await askWhetherThere(requests, probePage(requests, candidate), certain.version);
      if (page) return `${told}, and ${editionText(candidate)}, ${page.total.toLocaleString('en')}.`;
    }
    return `${told}; no candidate events of the last three months are there.`;
  },
};

function requestsOf({ api, credentials, memory, now, options }: SourceTools<Options>): UcdpRequests {
  return { api, credentials, memory, now, baseUrl: options.baseUrl };
}

function probePage({ baseUrl }: UcdpRequests, { version }: UcdpEdition): string {
  return firstPageOf(baseUrl, version, { pageSize: 1, since: null });
}

/** Turns to the next edition that has appeared and is wanted; answers its first page, or null where none has. */
async function begin(
  state: Cursor,
  { options, now }: SourceTools<Options>,
  requests: UcdpRequests,
  absent: Set<string>,
): Promise<UcdpPage | null> {
  const today = calendarDate(now());
  const { since, pageSize } = options;
  const wanted = { since, today, undocumented: options.undocumented === 'yes' };
  const certain = state.done[0] ?? certainEdition(today);
  for (const group of editionsWanted(state.done, wanted)) {
    for (const edition of group) {
      if (absent.has(edition.version)) continue;
      const reach = { pageSize, since: edition.from < since ? since : null };
      const address = firstPageOf(requests.baseUrl, edition.version, reach);
      const page = await askWhetherThere(requests, address, certain.version);
      if (page) {
        const fetch = `${edition.version} ${randomUUID()}`;
        state.current = { edition, fetch, total: page.total, received: 0, next: address };
        return page;
      }
      absent.add(edition.version);
    }
  }
  return null;
}

/**
 * Takes an edition page by page, and says at its end that it is whole. The rows must add up to its total, each counted
 * once; where they do not, or where the total changes, the edition is begun anew and nothing is retracted for it.
 */
async function* takePages(
  state: Cursor,
  current: Current,
  first: UcdpPage | null,
  tools: SourceTools<Options>,
  requests: UcdpRequests,
): AsyncGenerator<Portion, 'whole' | 'changed'> {
  const { edition, fetch } = current;
  const inEdition = { name: edition.version, rank: edition.rank, fetch };
  let page = first;
  while (current.next !== null) {
    page ??= await askPage(requests, current.next);
    if (page.total !== current.total) {
      state.current = null;
      tools.log.warn(
        { edition: edition.version, total: current.total, now: page.total },
        'an edition of UCDP has another total than before: it is begun anew',
      );
      yield { cursor: { ...state, calls: callsToday(requests) } };
      return 'changed';
    }
    assertSound(page, current);
    current.received += page.rows.length;
    current.next = page.next;
    yield {
      ...eventsOf(page.rows, tools.now()),
      edition: inEdition,
      cursor: { ...state, calls: callsToday(requests) },
      progress: { done: current.received, of: current.total, what: `events of ${edition.version}` },
    };
    page = null;
  }
  const seen = await tools.rowsSeen(fetch);
  state.current = null;
  if (seen !== current.total) {
    yield { cursor: { ...state, calls: callsToday(requests) } };
    throw new SourceError(
      `edition ${edition.version} is not whole: it says that it has ${current.total} events, and ${seen} different ones came in ${current.received} rows. It is begun anew`,
    );
  }
  state.done = [...state.done.filter((other) => !replaces(edition, other)), edition];
  yield { ...wholeOf(state.done, edition, fetch, tools.options.since), cursor: { ...state } };
  return 'whole';
}

/** What the portion says that follows the last page of an edition. */
function wholeOf(
  done: readonly UcdpEdition[],
  edition: UcdpEdition,
  fetch: string,
  since: CalendarDate,
): Portion {
  const { version: name, rank, to } = edition;
  const from = edition.from < since ? since : edition.from;
  const newest = endOfRun(done);
  return {
    // What the undocumented series lacks says nothing.
    ...(edition.kind === 'undocumented' ? {} : { complete: { name, rank, fetch, from, to } }),
    publishedTo: newest.to,
    recency: editionText(newest),
  };
}

/** The edition with which the unbroken run of days ends: behind a month that is missing nothing is known for whole. */
function endOfRun(done: readonly UcdpEdition[]): UcdpEdition {
  const ordered = [...done].sort((a, b) => (a.from < b.from ? -1 : 1));
  return ordered.reduce((end, next) => (next.from <= addDays(end.to, 1) && next.to >= end.to ? next : end));
}

function assertSound({ rows, next }: UcdpPage, { edition, received, total }: Current): void {
  const after = received + rows.length;
  if (rows.length === 0 && received < total)
    throw new SourceError(
      `a page of ${edition.version} is empty, and ${total - received} of its ${total} events are to come`,
    );
  if (next !== null && after > total)
    throw new SourceError(`${edition.version} goes on after ${after} rows, and has ${total} events`);
}

function eventsOf(rows: UcdpPage['rows'], now: Date): Pick<Portion, 'events' | 'refused'> {
  const events: CollectedEvent[] = [];
  const refused: RefusedSourceRow[] = [];
  for (const [i, raw] of rows.entries()) {
    const read = ucdpEvent({ line: i + 1, raw }, textsOf(raw), now);
    if (read.ok) events.push(read.value);
    else refused.push({ rowId: String(raw.id ?? JSON.stringify(raw)).slice(0, 200), ...read });
  }
  return { events, refused };
}

/** The row as a file would have it. */
function textsOf(raw: Record<string, unknown>): UcdpRow {
  return Object.fromEntries(Object.entries(raw).map(([column, value]) => [column, String(value ?? '')]));
}
