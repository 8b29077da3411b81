import { setTimeout as pause } from 'node:timers/promises';
import { leaveHostAlone, takeTurn } from '../database/feeds/fetch-host.ts';
import type { Queryable } from '../database/pool.ts';
import { createAddressGuard } from './address-guard.ts';
import { decodeBody } from './decode-body.ts';
import { FetchError } from './fetch-error.ts';
import { getOnce } from './get-once.ts';
import type { FetchSettings } from './polite-client.ts';
import { retryAfterMs } from './retry-after.ts';

type ApiRequest = {
  headers?: Record<string, string>;
  /** Sent as a POST of a form where it is given. */
  form?: Record<string, string>;
  /** The most bytes of an answer, as sent and unpacked. */
  maxBytes?: number;
  /** Takes the body in pieces as they come, where it is not to be held in memory: `body` is empty then. */
  take?: (pieces: AsyncIterable<Buffer>) => Promise<void>;
};

export type ApiAnswer = {
  /** The address after all redirects. */
  url: string;
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  /** The body as text, in the charset that the server names. */
  text(): string;
};

/**
 * Asks what a source serves to programs: by its terms of use instead of robots.txt, and with its own status codes. An
 * answer of any status is given back but for 429 and 503, which are thrown as a FetchError that says how long to wait.
 */
export type ApiClient = { ask(address: string, request?: ApiRequest): Promise<ApiAnswer> };

const usualPauseMs = 500;
const maxRedirects = 5;
const usualMaxBytes = 30_000_000;
const patienceMs = 60_000;
/** Where a server asks for a pause and names no time. */
const usualBackOffMs = 300_000;

/** `signal` ends what is under way. All processes together ask a host once in `settings.pauseMs`. */
export function createApiClient(
  database: Queryable,
  settings: FetchSettings,
  signal: AbortSignal,
): ApiClient {
  const guard = createAddressGuard(settings.allow);
  const pauseMs = settings.pauseMs ?? usualPauseMs;

  const waitForTurn = async (host: string) => {
    const turn = await takeTurn(database, { host, pauseMs, patienceMs: patienceMs + pauseMs });
    if (!turn.isTaken)
      throw new FetchError(`${host} is being left alone`, { retry: true, waitMs: turn.waitMs });
    if (turn.waitMs > 0) await pause(turn.waitMs, undefined, { signal });
  };

  return {
    async ask(address, { headers = {}, form, maxBytes = usualMaxBytes, take } = {}) {
      let url = addressOf(address);
      const origin = url.origin;
      for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
        guard.check(url);
        await waitForTurn(url.host);
        const got = await getOnce(url, {
          headers: {
            'User-Agent': settings.userAgent,
            // What proves who asks is for the host that was asked, not for whom it points to.
            ...(url.origin === origin ? headers : {}),
            ...(form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
          },
          body: form && new URLSearchParams(form).toString(),
          readsErrors: true,
          maxBytes,
          take,
          connectMs: settings.connectMs ?? 10_000,
          totalMs: settings.totalMs ?? 120_000,
          guard,
          resolve: settings.resolve,
          signal,
        });
        if (got.status === 429 || got.status === 503) throw await leftAlone(database, url, got);
        const { location } = got.headers;
        if (got.status >= 301 && got.status <= 308 && got.status !== 304 && location && !form) {
          if (!URL.canParse(location, url.href))
            throw new FetchError(`${url.host} leads to an address that is none`, { retry: true });
          url = new URL(location, url);
          continue;
        }
        const text = () => decodeBody(got.body, got.headers['content-type'] ?? '');
        return { url: url.href, ...got, text };
      }
      throw new FetchError(
        `${url.origin}${url.pathname} leads on and on: more than ${maxRedirects} redirects`,
        {
          retry: false,
        },
      );
    },
  };
}

async function leftAlone(
  database: Queryable,
  url: URL,
  { status, headers }: { status: number; headers: Record<string, string | string[] | undefined> },
): Promise<FetchError> {
  const waitMs = retryAfterMs(headers['retry-after'] as string | undefined, new Date()) ?? usualBackOffMs;
  await leaveHostAlone(database, url.host, waitMs);
  const message = `${url.host} answered ${status}: it wants to be left alone for ${Math.ceil(waitMs / 1000)} s`;
  return new FetchError(message, { retry: true, status, waitMs });
}

function addressOf(text: string): URL {
  if (URL.canParse(text)) return new URL(text);
  throw new FetchError(`${JSON.stringify(text.slice(0, 200))} is not an address of the web`, {
    retry: false,
  });
}
