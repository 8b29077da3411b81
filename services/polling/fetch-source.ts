import { secretHider } from '../../config/secrets.ts';
import { pauseAfterFailure } from '../../domain/source-state.ts';
import { ClaimLostError, collectPortion } from '../collecting/collect-portion.ts';
import {
  type ClaimedSource,
  noteFetched,
  noteFetchFailure,
  postponeFetch,
  renewSourceClaim,
} from '../database/sources/source-fetch.ts';
import { countRowsSeen } from '../database/sources/source-row.ts';
import { createApiClient } from '../fetching/api-client.ts';
import { FetchError } from '../fetching/fetch-error.ts';
import { createPoliteClient, type FetchSettings } from '../fetching/polite-client.ts';
import type { PipelineContext } from '../running/context.ts';
import { type Portion, type Source, SourceError, type SourceTools } from '../sources/source.ts';

/** What fetching works with beside the database. */
export type SourceSettings = {
  fetching: FetchSettings;
  /** Secrets of the environment by the name of their setting. */
  credentials: Readonly<Record<string, string>>;
};

export type FetchContext = Pick<PipelineContext, 'database' | 'queues' | 'log'> &
  SourceSettings & {
    clock: () => Date;
    signal: AbortSignal;
    memoryOf: (source: string) => Map<string, unknown>;
  };

/** Half the rows of a portion that cannot be read are no bad rows: the form has changed. */
const mostRefusedShare = 0.5;
const fewRows = 4;
const renewEveryMs = 60_000;

/** The tools with which a source fetches. Throws a SourceError where a credential or an option is missing. */
export function toolsFor(source: Source, options: object, context: FetchContext): SourceTools {
  const { database, fetching, signal, clock, log } = context;
  const missing = source.credentials.filter(({ setting }) => !context.credentials[setting]);
  if (missing.length > 0) {
    const names = missing.map(({ setting, what }) => `${setting} (${what})`).join(' and ');
    throw new SourceError(`${names} is not set: ${source.access}`, { needsPerson: true });
  }
  const parsed = source.options.safeParse(options);
  if (!parsed.success) {
    const fault = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ');
    throw new SourceError(`its options are not understood: ${fault}`, { needsPerson: true });
  }
  return {
    api: createApiClient(database, fetching, signal),
    web: createPoliteClient(database, fetching),
    options: parsed.data,
    credentials: context.credentials,
    memory: context.memoryOf(source.name),
    rowsSeen: (fetch) => countRowsSeen(database, source.name, fetch),
    now: clock,
    signal,
    log,
  };
}

/**
 * Fetches from a source until it has nothing more: each portion is stored with its cursor before the next one is asked
 * for, so that a fetch that ends half-way goes on from there. Notes how it went, and when the next one begins.
 */
export async function fetchSource(
  context: FetchContext,
  source: Source,
  claimed: ClaimedSource,
): Promise<void> {
  const { database, clock, log, signal } = context;
  const everyMs = source.everyMinutes * 60_000;
  const heldOn = setInterval(() => {
    renewSourceClaim(database, claimed, clock()).catch(() => {});
  }, renewEveryMs);
  try {
    const { note, againAfterMs } = await collectAll(context, source, claimed);
    const now = clock();
    const nextFetchAt = new Date(now.getTime() + (againAfterMs ?? everyMs));
    await noteFetched(database, claimed, { note, nextFetchAt }, now);
  } catch (error) {
    const now = clock();
    if (error instanceof ClaimLostError) return;
    if (signal.aborted) return await postponeFetch(database, claimed, now);
    // The server was told to be left alone before; nothing has failed.
    if (error instanceof FetchError && error.waitMs !== null && error.status === null)
      return await postponeFetch(database, claimed, new Date(now.getTime() + error.waitMs));
    const failure = {
      ...failureOf(error, context.credentials),
      nextFetchAt: nextTry(claimed.failures, error, everyMs, now),
    };
    const { needsPerson, nextFetchAt } = failure;
    const cause = isTheirs(error) ? { reason: failure.error } : { err: error };
    log[needsPerson ? 'error' : 'warn'](
      { source: source.name, title: source.title, ...cause, failures: claimed.failures + 1, nextFetchAt },
      'a source could not be fetched from; what it gave until then is kept',
    );
    await noteFetchFailure(database, claimed, failure, now);
  } finally {
    clearInterval(heldOn);
  }
}

/** Stores portion after portion; answers what a person should know of the fetch. */
async function collectAll(
  context: FetchContext,
  source: Source,
  claimed: ClaimedSource,
): Promise<{ note: string | null; againAfterMs: number | null }> {
  const tools = toolsFor(source, claimed.options, context);
  const notes = new Set<string>();
  let againAfterMs: number | null = null;
  let told = context.clock().getTime();
  for await (const portion of source.fetch(claimed.cursor, tools)) {
    context.signal.throwIfAborted();
    assertReadable(portion);
    const recency = portion.recency && shownText(portion.recency, context.credentials);
    await collectPortion(context, claimed, { ...portion, recency }, context.clock());
    if (portion.note) notes.add(portion.note);
    againAfterMs = portion.againAfterMs ?? againAfterMs;
    const now = context.clock().getTime();
    if (portion.progress && now - told > 10_000) {
      context.log.info({ source: source.name, ...portion.progress }, 'fetching from a source');
      told = now;
    }
  }
  const note = notes.size > 0 ? shownText([...notes].join('; '), context.credentials) : null;
  return { note, againAfterMs };
}

function assertReadable({
  events = [],
  reports = [],
  sites = [],
  refused = [],
  leftOut = {},
}: Portion): void {
  const left = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  const rows = events.length + reports.length + sites.length + refused.length + left;
  if (refused.length < fewRows || refused.length <= rows * mostRefusedShare) return;
  const [{ field, expected, got }] = refused[0]!.refusals as [
    { field: string; expected: string; got: string },
  ];
  throw new SourceError(
    `${refused.length} of ${rows} rows cannot be read, so its form may have changed: ${field} ${expected}; it is ${got}`,
  );
}

function isTheirs(error: unknown): error is FetchError | SourceError {
  return error instanceof FetchError || error instanceof SourceError;
}

/** What a server says may hold what it was asked with, and what a terminal takes for commands. */
export function shownText(text: string, credentials: Readonly<Record<string, string>>): string {
  return secretHider({ credentials })(text)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .slice(0, 2000);
}

function failureOf(
  error: unknown,
  credentials: Readonly<Record<string, string>>,
): { error: string; needsPerson: boolean } {
  if (!isTheirs(error))
    return { error: 'something went wrong on our side: the log has more', needsPerson: false };
  const needsPerson = error instanceof SourceError && error.needsPerson;
  return { error: shownText(error.message, credentials), needsPerson };
}

/** Growing pauses; longer where the server says so. */
function nextTry(failures: number, error: unknown, everyMs: number, now: Date): Date {
  const asked = error instanceof FetchError ? (error.waitMs ?? 0) : 0;
  return new Date(now.getTime() + Math.max(asked, pauseAfterFailure(failures, everyMs, Math.random())));
}
