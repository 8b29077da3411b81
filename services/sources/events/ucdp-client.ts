import { z } from 'zod';
import { calendarDate, millisecondsPerDay, startOfDay } from '../../../domain/time.ts';
import type { ApiAnswer } from '../../fetching/api-client.ts';
import { FetchError } from '../../fetching/fetch-error.ts';
import { oneLine } from '../files/field-text.ts';
import { SourceError, type SourceTools } from '../source.ts';
import { ucdpColumns } from './ucdp-row.ts';

export const tokenSetting = 'OREWATCH_UCDP_TOKEN';

export type UcdpRequests = Pick<SourceTools, 'api' | 'credentials' | 'memory' | 'now'> & { baseUrl: string };

/** A page of an edition. `next` is the address of the page behind it; null: there is none. */
export type UcdpPage = { total: number; rows: Record<string, unknown>[]; next: string | null };

/** Calls of a day, failed ones too. */
export type CallCount = { day: string; calls: number };

/** UCDP allows 5,000 a day; some are left to whoever else asks with the same token. */
const callsPerDay = 4800;
/** UCDP's window of throttling is about a minute. */
const pauseMs = 60_000;
/** So often in a row it may be too fast: then something else is wrong. */
const mostPauses = 5;

const pageSchema = z.object({
  TotalCount: z.number().int().min(0),
  NextPageUrl: z.string().nullish(),
  Result: z.array(z.record(z.string(), z.unknown())).max(10_000),
});

/** The address of the first page of an edition; only of events since a day where that is given. */
export function firstPageOf(
  baseUrl: string,
  version: string,
  { pageSize, since }: { pageSize: number; since: string | null },
): string {
  const query = new URLSearchParams({ pagesize: String(pageSize), page: '0' });
  if (since) query.set('StartDate', since);
  return `${baseUrl}/api/gedevents/${version}?${query}`;
}

/** Asks for a page that must be there. Throws a FetchError where UCDP wants a pause, and a SourceError otherwise. */
export async function askPage(tools: UcdpRequests, address: string): Promise<UcdpPage> {
  const answer = await ask(tools, address);
  if (answer.status === 400) throw tooFast(tools);
  if (answer.status !== 200) throw refusalOf(answer);
  tools.memory.delete('pauses');
  return pageOf(answer, tools.baseUrl);
}

/**
 * Asks for the first page of an edition that may not have appeared; null: it has not. UCDP answers 400 where it is
 * asked too fast, and may do so of a version that it does not know. An edition that is known to be there tells which
 * of both it is.
 */
export async function askWhetherThere(
  tools: UcdpRequests,
  address: string,
  certain: string,
): Promise<UcdpPage | null> {
  const answer = await ask(tools, address);
  if (answer.status === 404) return null;
  if (answer.status === 400) {
    await askPage(tools, firstPageOf(tools.baseUrl, certain, { pageSize: 1, since: null }));
    const again = await ask(tools, address);
    if (again.status === 400 || again.status === 404) return null;
    return pageIfAny(again, tools);
  }
  return pageIfAny(answer, tools);
}

function pageIfAny(answer: ApiAnswer, { baseUrl, memory }: UcdpRequests): UcdpPage | null {
  if (answer.status !== 200) throw refusalOf(answer);
  memory.delete('pauses');
  const page = pageOf(answer, baseUrl);
  return page.total === 0 && page.rows.length === 0 ? null : page;
}

/** The calls of today so far. */
export function callsToday({ memory, now }: Pick<UcdpRequests, 'memory' | 'now'>): CallCount {
  const day = calendarDate(now());
  const known = memory.get('calls') as CallCount | undefined;
  return known?.day === day ? known : { day, calls: 0 };
}

async function ask(tools: UcdpRequests, address: string): Promise<ApiAnswer> {
  const { day, calls } = callsToday(tools);
  if (calls >= callsPerDay) {
    const waitMs = startOfDay(day) + millisecondsPerDay - tools.now().getTime();
    throw new FetchError(`the ${callsPerDay} calls of ${day} are used up`, { retry: true, waitMs });
  }
  tools.memory.set('calls', { day, calls: calls + 1 });
  return tools.api.ask(address, {
    headers: { 'x-ucdp-access-token': tools.credentials[tokenSetting]!, Accept: 'application/json' },
  });
}

/** Nothing has failed, unless it happens again and again without a page in between. */
function tooFast({ memory }: UcdpRequests): FetchError | SourceError {
  const pauses = ((memory.get('pauses') as number | undefined) ?? 0) + 1;
  memory.set('pauses', pauses);
  if (pauses > mostPauses) {
    memory.delete('pauses');
    return new SourceError(
      `it answered 400 ${pauses} times in a row, a minute apart, to what must be there: as a rule that means "too fast"`,
    );
  }
  return new FetchError('UCDP answered 400 to what must be there: it is asked too fast', {
    retry: true,
    waitMs: pauseMs,
  });
}

function refusalOf(answer: ApiAnswer): SourceError {
  const said = oneLine(answer.text(), 300);
  const inWords = said ? `: ${said}` : '';
  if (answer.status === 401 || answer.status === 403)
    return new SourceError(
      `UCDP refuses the token in ${tokenSetting} (${answer.status})${inWords}. Check it, or ask for another one`,
      { needsPerson: true },
    );
  if (answer.status === 404)
    return new SourceError(
      `${answer.url} is not there (404)${inWords}: is the address of the API (baseUrl) still that?`,
    );
  return new SourceError(`it answered ${answer.status}${inWords}`);
}

function pageOf(answer: ApiAnswer, baseUrl: string): UcdpPage {
  const parsed = pageSchema.safeParse(jsonOf(answer));
  if (!parsed.success) {
    const field = parsed.error.issues[0]!.path.join('.') || '(answer)';
    throw new SourceError(
      `its answer is none of its own form, ${field} is missing or of another kind: ${oneLine(answer.text(), 200)}`,
    );
  }
  const { TotalCount: total, NextPageUrl, Result: rows } = parsed.data;
  for (const row of rows) assertColumns(row);
  return { total, rows, next: NextPageUrl ? nextPageOf(NextPageUrl, answer.url, baseUrl) : null };
}

function jsonOf(answer: ApiAnswer): unknown {
  try {
    return JSON.parse(answer.text());
  } catch (error) {
    const said = oneLine(answer.text(), 200) ?? 'nothing';
    throw new SourceError(`its answer is no JSON, or was cut off: ${said}`, { cause: error });
  }
}

/** A column that is gone or renamed would be taken for one that is empty. */
function assertColumns(row: Record<string, unknown>): void {
  const missing = ucdpColumns.filter((column) => !(column in row));
  if (missing.length === 0) return;
  const found = Object.keys(row).join(', ');
  throw new SourceError(
    `a row lacks ${missing.join(', ')}, so its form has changed; it has ${oneLine(found, 500) ?? 'nothing'}`,
  );
}

/** The next page lies where this one did: what proves who asks goes nowhere else, and never in the clear. */
function nextPageOf(named: string, asked: string, baseUrl: string): string {
  const base = new URL(baseUrl);
  if (URL.canParse(named, asked)) {
    const next = new URL(named, asked);
    if (next.host === base.host && /^https?:$/.test(next.protocol)) {
      next.protocol = base.protocol;
      if (next.pathname === new URL(asked).pathname && next.href !== asked) return next.href;
    }
  }
  throw new SourceError(`the next page is said to be ${oneLine(named, 200)}, which is not of this edition`);
}
