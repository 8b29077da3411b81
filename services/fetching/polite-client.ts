import { setTimeout as pause } from 'node:timers/promises';
import { findRobots, leaveHostAlone, storeRobots, takeTurn } from '../database/feeds/fetch-host.ts';
import type { Queryable } from '../database/pool.ts';
import { createAddressGuard } from './address-guard.ts';
import { decodeBody } from './decode-body.ts';
import { FetchError } from './fetch-error.ts';
import { type GetOptions, type Got, getOnce, type Resolve } from './get-once.ts';
import { retryAfterMs } from './retry-after.ts';
import { maxCrawlDelayMs, maxRobotsBytes, type RobotRules, readRobots } from './robots.ts';

export type FetchSettings = {
  /** Who asks, with an address where one can read about it. */
  userAgent: string;
  /** `host:port` and networks that are fetched from beside the public web. */
  allow: readonly string[];
  /** The pause between two requests to one host where its robots.txt asks for none, in ms. */
  pauseMs?: number;
  connectMs?: number;
  totalMs?: number;
  resolve?: Resolve;
};

/** What the server gave with an answer, to be said again in the next request. */
type Validators = { etag: string | null; lastModified: string | null };

export type Fetched =
  | { isModified: false }
  | {
      isModified: true;
      /** The address after all redirects. */
      url: string;
      /** Media type, in small letters, without parameters; empty where the server gives none. */
      type: string;
      text: string;
      validators: Validators;
    };

export type FetchOptions = {
  maxBytes: number;
  accept: string;
  /** Media types that are read. */
  types: RegExp;
  validators?: Validators;
  signal?: AbortSignal;
};

type Question = Pick<GetOptions, 'headers' | 'maxBytes' | 'cuts' | 'signal'>;

export type PoliteClient = { fetch(address: string, options: FetchOptions): Promise<Fetched> };

const usualPauseMs = 2000;
const maxRedirects = 5;
const robotsAgeMs = 86_400_000;
/** A turn that is further away than this and the host's own pause is not waited for here: the work is put off. */
const patienceMs = 60_000;
/** Where a server is overloaded and names no time. */
const usualBackOffMs = 300_000;

/**
 * Fetches from the web as a guest does: by the rules of robots.txt, with pauses that all workers share, never from
 * a private network, within limits of time and size. `fetch` throws a FetchError.
 */
export function createPoliteClient(database: Queryable, settings: FetchSettings): PoliteClient {
  const guard = createAddressGuard(settings.allow);
  const rulesByOrigin = new Map<string, Promise<RobotRules>>();

  const ask = async (url: URL, { headers, ...limits }: Question) => {
    const got = await getOnce(url, {
      ...limits,
      headers: { 'User-Agent': settings.userAgent, ...headers },
      connectMs: settings.connectMs ?? 10_000,
      totalMs: settings.totalMs ?? 30_000,
      guard,
      resolve: settings.resolve,
    });
    if (got.status !== 429 && got.status !== 503) return got;
    const waitMs = retryAfterMs(got.headers['retry-after'], new Date()) ?? usualBackOffMs;
    await leaveHostAlone(database, url.host, waitMs);
    const message = `${url.host} answered ${got.status}: it wants to be left alone for ${inMinutes(waitMs)}`;
    throw new FetchError(message, { retry: true, status: got.status, waitMs });
  };

  const waitForTurn = async (url: URL, pauseMs: number, signal?: AbortSignal) => {
    const turn = await takeTurn(database, { host: url.host, pauseMs, patienceMs: patienceMs + pauseMs });
    if (!turn.isTaken) {
      const message = `${url.host} is not asked again before ${inMinutes(turn.waitMs)} have passed`;
      throw new FetchError(message, { retry: true, waitMs: turn.waitMs });
    }
    if (turn.waitMs > 0) await pause(turn.waitMs, undefined, { signal });
  };

  const fetchRobots = async (origin: string, signal?: AbortSignal): Promise<RobotRules> => {
    const kept = await findRobots(database, origin, robotsAgeMs);
    if (kept) return readRobots(origin, kept.content);
    let url = new URL('/robots.txt', origin);
    for (let redirects = 0; ; redirects += 1) {
      guard.check(url);
      await waitForTurn(url, settings.pauseMs ?? usualPauseMs, signal);
      const got = await ask(url, { headers: {}, maxBytes: maxRobotsBytes, cuts: true, signal });
      const next = redirects < maxRedirects ? redirectOf(url, got) : null;
      if (next) {
        url = next;
        continue;
      }
      // RFC 9309 (2.3.1): where there is none all is allowed; where the server fails nothing is, until it answers.
      if (got.status >= 500) throw new FetchError(robotsAway(origin, got.status), { retry: true });
      const content = got.status === 200 ? decodeBody(got.body, 'text/plain; charset=utf-8') : '';
      await storeRobots(database, origin, content);
      return readRobots(origin, content);
    }
  };

  const rulesOf = (origin: string, signal?: AbortSignal): Promise<RobotRules> => {
    const known = rulesByOrigin.get(origin);
    if (known !== undefined) return known;
    // A failure is kept as well: what could not be had is not asked for again with every article.
    const rules = fetchRobots(origin, signal).catch((error) => {
      throw withPrefix('robots.txt: ', error);
    });
    rulesByOrigin.set(origin, rules);
    return rules;
  };

  return {
    async fetch(address, { maxBytes, accept, types, validators, signal }) {
      const headers = { Accept: accept, ...conditionsOf(validators) };
      let url = parseAddress(address);
      for (let redirects = 0; ; redirects += 1) {
        guard.check(url);
        const rules = await rulesOf(url.origin, signal);
        const reason = refusalOf(rules, url);
        if (reason !== null) throw new FetchError(reason, { retry: false });
        await waitForTurn(url, Math.max(settings.pauseMs ?? usualPauseMs, rules.crawlDelayMs), signal);
        const got = await ask(url, { headers, maxBytes, signal });
        if (got.status === 304 && validators) return { isModified: false };
        if (got.status === 200) return readAnswer(url, got, types);
        const next = redirectOf(url, got);
        if (!next) throw statusError(url, got.status);
        if (redirects === maxRedirects) {
          throw new FetchError(`${address} leads on and on: more than ${maxRedirects} redirects`, {
            retry: false,
          });
        }
        url = next;
      }
    },
  };
}

function readAnswer(url: URL, got: Got, types: RegExp): Fetched {
  const contentType = got.headers['content-type'] ?? '';
  const type = contentType.split(';')[0]!.trim().toLowerCase();
  if (type !== '' && !types.test(type)) {
    throw new FetchError(`${url.href} is of a kind that is not read (${type.slice(0, 100)})`, {
      retry: false,
    });
  }
  const validators = {
    etag: headerText(got.headers.etag),
    lastModified: headerText(got.headers['last-modified']),
  };
  return { isModified: true, url: url.href, type, text: decodeBody(got.body, contentType), validators };
}

function parseAddress(address: string): URL {
  if (URL.canParse(address)) return new URL(address);
  throw new FetchError(`${JSON.stringify(address.slice(0, 200))} is not an address of the web`, {
    retry: false,
  });
}

function redirectOf(url: URL, { status, headers }: Got): URL | null {
  const location = [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined;
  return location !== undefined && URL.canParse(location, url.href) ? new URL(location, url) : null;
}

function conditionsOf(validators: Validators | undefined): Record<string, string> {
  return {
    ...(validators?.etag ? { 'If-None-Match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'If-Modified-Since': validators.lastModified } : {}),
  };
}

/** A header that may be stored and sent back as it came. */
function headerText(value: string | undefined): string | null {
  return value !== undefined && /^[\x20-\x7e]{1,500}$/.test(value) ? value : null;
}

/** What may pass is tried again; what needs a person is not. */
function statusError(url: URL, status: number): FetchError {
  const retry = status >= 500 || [408, 425].includes(status);
  return new FetchError(`${url.href} answered ${status}`, { retry, status });
}

/** Why robots.txt keeps us from an address; null where it does not. */
function refusalOf(rules: RobotRules, url: URL): string | null {
  if (!rules.allows(url)) return `robots.txt of ${url.host} forbids to fetch ${url.pathname.slice(0, 200)}`;
  if (rules.crawlDelayMs <= maxCrawlDelayMs) return null;
  return `robots.txt of ${url.host} asks for ${inMinutes(rules.crawlDelayMs)} between two requests, which is too long`;
}

function robotsAway(origin: string, status: number): string {
  return `${origin} answered ${status}: nothing is fetched until it answers`;
}

function withPrefix(prefix: string, error: unknown): unknown {
  if (!(error instanceof FetchError)) return error;
  const { retry, status, waitMs } = error;
  return new FetchError(prefix + error.message, { retry, status, waitMs, cause: error });
}

function inMinutes(ms: number): string {
  return ms < 60_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} min`;
}
