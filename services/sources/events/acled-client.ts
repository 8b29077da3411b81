import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ApiAnswer } from '../../fetching/api-client.ts';
import { inForm, jsonIfAny } from '../json-answer.ts';
import { SourceError } from '../source.ts';
import { type AcledTools, accessToken, complaintOf, forgetToken } from './acled-login.ts';

type Table = 'acled' | 'deleted';

const answerForm = z.object({
  data: z.array(z.unknown()),
  count: z.unknown().optional(),
  total_count: z.unknown().optional(),
  next_cursor: z.string().min(1).nullish().catch(null),
  data_query_restrictions: z
    .object({
      date_recency: z.object({
        date: z.iso.date(),
        quantity: z.coerce.number().int().positive().nullish().catch(null),
        unit: z
          .string()
          .regex(/^[A-Za-z]{1,20}$/)
          .nullish()
          .catch(null),
      }),
    })
    .nullish()
    .catch(null),
});
export type AcledAnswer = z.output<typeof answerForm>;

const pageSize = 5000;
/** More rows than ACLED has of the whole world. */
const mostPages = 2000;

/** Asks once; with a token that is refused a new one is fetched, and the same is asked again. */
export async function askAcled(
  tools: AcledTools,
  table: Table,
  query: Record<string, string>,
): Promise<AcledAnswer> {
  const search = new URLSearchParams({ _format: 'json', ...query });
  const address = `${tools.options.baseUrl}/api/${table}/read?${search}`;
  for (let refused = 0; ; refused += 1) {
    const token = await accessToken(tools);
    const answer = await tools.api.ask(address, { headers: { Authorization: `Bearer ${token}` } });
    const body = jsonIfAny(answer);
    const status = statusOf(answer, body);
    if (status === 401 && refused < 2) {
      forgetToken(tools, { wholly: refused > 0 });
      continue;
    }
    const fault = faultOf(tools, table, status, body);
    if (fault) throw fault;
    return inForm(answerForm, body);
  }
}

/**
 * Page after page, until one is empty: what ACLED says of totals, and whether a page is full, shows no end. Throws a
 * SourceError where a page comes again, which would go on for ever.
 */
export async function* pagesOf(
  tools: AcledTools,
  table: Table,
  query: Record<string, string>,
): AsyncGenerator<unknown[]> {
  const seen = new Set<string>();
  let cursor: string | null = null;
  let wentByCursor = false;
  for (let page = 1; page <= mostPages; page += 1) {
    const place: Record<string, string> = cursor === null ? { page: String(page) } : { cursor };
    const answer = await askAcled(tools, table, { ...query, limit: String(pageSize), ...place });
    const { data: rows, next_cursor: next = null } = answer;
    if (rows.length === 0) {
      if (page === 1) assertNone(answer);
      return;
    }
    const mark = createHash('sha256').update(JSON.stringify(rows)).digest('base64');
    if (seen.has(mark)) {
      // Where there was a cursor, and it ended, that is the end: not all servers count pages beside it.
      if (cursor === null && wentByCursor) return;
      throw new SourceError(
        `it gave the same ${rows.length} rows again as page ${page}: it does not turn pages`,
      );
    }
    seen.add(mark);
    yield rows;
    wentByCursor ||= next !== null;
    cursor = next;
  }
  throw new SourceError(`it gave ${mostPages} pages and no end`);
}

/** An empty answer that counts rows is a fault, unless it says what it holds back. */
function assertNone({ count, total_count, data_query_restrictions }: AcledAnswer): void {
  const counted = [count, total_count].map(Number).find((n) => n > 0);
  if (counted === undefined || data_query_restrictions) return;
  throw new SourceError(`it counts ${counted} rows and gives none`);
}

/** The status of an answer; the one inside where that tells an error. */
function statusOf({ status }: ApiAnswer, body: unknown): number {
  const { status: said, error } = (body ?? {}) as { status?: unknown; error?: { status?: unknown } | null };
  const inside = [said, error?.status].map(Number).find((n) => n >= 400 && n < 600);
  return status === 200 ? (inside ?? 200) : status;
}

const aboutConsent = /consent|terms|accept|agree|polic/i;

/** What a person should know of an answer that is none; null where it is one. */
function faultOf(tools: AcledTools, table: Table, status: number, body: unknown): SourceError | null {
  const complaint = complaintOf(tools, body);
  const said = complaint === null ? '' : `: ${complaint}`;
  const { baseUrl } = tools.options;
  if (status === 401) return new SourceError(`it refuses the token that it has just given (401)${said}`);
  if (status === 403 && aboutConsent.test(complaint ?? ''))
    return new SourceError(
      `its terms are still to be accepted: log in at ${baseUrl} and accept them in your account (403)${said}`,
      { needsPerson: true },
    );
  if (status === 403)
    return new SourceError(
      `your account has no access to /api/${table} of its API: ask ACLED for it, as a company for a licence (403)${said}`,
      { needsPerson: true },
    );
  if (status !== 200) return new SourceError(`it answered ${status}${said}`);
  if (body === undefined) return new SourceError('its answer is no JSON, or was cut off');
  const { success, error } = (body ?? {}) as { success?: unknown; error?: unknown };
  return success === false || error ? new SourceError(`it answered with an error${said}`) : null;
}
