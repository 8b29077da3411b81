import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type AddressGuard, addressOf, notPublic, portOf } from './address-guard.ts';
import { FetchError } from './fetch-error.ts';

export type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Resolves a host's name to all its addresses; only tests bring another one than the system's. */
export type Resolve = (
  hostname: string,
  options: { all: true; family?: number },
  callback: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

export type GetOptions = {
  headers: Record<string, string>;
  /** Sent as a POST where it is given. */
  body?: string;
  /** True: what comes with another status than 200 is read as well, its beginning at least. */
  readsErrors?: boolean;
  /** The most bytes of a body, both as sent and unpacked. */
  maxBytes: number;
  /** True: of a longer body the beginning is taken; else it is an error. */
  cuts?: boolean;
  /** Takes the body in pieces as they come, where it is not to be held in memory: `body` is empty then. */
  take?: (pieces: AsyncIterable<Buffer>) => Promise<void>;
  connectMs: number;
  totalMs: number;
  guard: AddressGuard;
  resolve?: Resolve;
  signal?: AbortSignal;
};

/** More than a server says about what is wrong. */
const maxErrorBytes = 20_000;

/**
 * One GET request, or a POST of a body, without following redirects. It connects only to an address that the guard has
 * checked: the name is resolved here, once, so that a second answer of the name server cannot lead elsewhere. Unless
 * errors are read too, only a body with status 200 or 206 is. Throws a FetchError; `signal`'s reason where that ended it.
 */
export async function getOnce(url: URL, options: GetOptions): Promise<Got> {
  options.guard.check(url);
  options.signal?.throwIfAborted();
  const end = new AbortController();
  const late = setTimeout(
    () => end.abort(failure(url, `took longer than ${options.totalMs / 1000} s`)),
    options.totalMs,
  );
  const stop = () => end.abort(options.signal?.reason);
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    const response = await send(url, options, end.signal);
    const { statusCode: status = 0, headers } = response;
    // Part of a file comes only where it was asked for.
    if (status === 200 || status === 206)
      return { status, headers, body: await readBody(url, response, options, end.signal) };
    if (options.readsErrors) {
      const limits = { maxBytes: maxErrorBytes, cuts: true };
      return { status, headers, body: await readBody(url, response, limits, end.signal) };
    }
    response.destroy();
    return { status, headers, body: Buffer.alloc(0) };
  } catch (error) {
    if (end.signal.aborted) throw end.signal.reason;
    if (error instanceof FetchError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw failure(url, inWords[code ?? ''] ?? `failed (${code ?? message})`, error);
  } finally {
    clearTimeout(late);
    options.signal?.removeEventListener('abort', stop);
  }
}

function send(url: URL, options: GetOptions, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? secureRequest : plainRequest;
    const request = start(url, {
      method: options.body === undefined ? 'GET' : 'POST',
      // No connection is shared: one that was opened for a name is not taken for the same name later.
      agent: false,
      headers: { 'Accept-Encoding': 'gzip, deflate, br', ...options.headers, Connection: 'close' },
      lookup: guardedLookup(url, options),
      signal,
    });
    const slow = setTimeout(
      () => request.destroy(failure(url, `did not connect within ${options.connectMs / 1000} s`)),
      options.connectMs,
    );
    request.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(slow));
    });
    request.on('response', resolve);
    request.on('error', (error) => {
      clearTimeout(slow);
      reject(error);
    });
    request.end(options.body);
  });
}

/** Gives the socket only addresses that may be connected to. An address in the URL itself is never looked up. */
function guardedLookup(url: URL, { guard, resolve }: GetOptions): LookupFunction {
  const find: Resolve = resolve ?? systemLookup;
  return (hostname, options, callback) => {
    find(hostname, { all: true, family: Number(options.family ?? 0) }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const allowed = addresses.filter(({ address }) => guard.allows(url.hostname, portOf(url), address));
      const [first] = allowed;
      if (!first || addressOf(url) !== null)
        callback(new FetchError(notPublic(hostname), { retry: false }), '', 0);
      else if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

async function readBody(
  url: URL,
  response: IncomingMessage,
  { maxBytes, cuts = false, take }: Pick<GetOptions, 'maxBytes' | 'cuts' | 'take'>,
  signal: AbortSignal,
): Promise<Buffer> {
  const tooLarge = new FetchError(
    `${url.origin}${url.pathname} is larger than the ${maxBytes / 1e6} MB that are read`,
    {
      retry: false,
    },
  );
  if (!cuts && Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy();
    throw tooLarge;
  }
  const pieces: Buffer[] = [];
  const counted = () => {
    let bytes = 0;
    return async function* (source: AsyncIterable<Buffer>) {
      for await (const piece of source) {
        bytes += piece.length;
        if (bytes > maxBytes) throw tooLarge;
        yield piece;
      }
    };
  };
  const keep =
    take ??
    (async (source: AsyncIterable<Buffer>) => {
      for await (const piece of source) pieces.push(piece);
    });
  const unpack = unpacker(url, (response.headers['content-encoding'] ?? '').trim().toLowerCase());
  try {
    // What unpacks is counted again: a few kilobytes can hold gigabytes.
    if (unpack === null) await pipeline(response, counted(), keep, { signal });
    else await pipeline(response, counted(), unpack, counted(), keep, { signal });
  } catch (error) {
    if (error !== tooLarge || !cuts) throw error;
  }
  return Buffer.concat(pieces);
}

/** Names of ways of packing that are not read; any other name packs nothing, such as "UTF-8" and "none". */
const notRead = new Set(['zstd', 'compress', 'x-compress', 'dcb', 'dcz', 'aes128gcm', 'exi', 'pack200-gzip']);

/** Null for what is not packed. */
function unpacker(url: URL, encoding: string) {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
  }
  if (!notRead.has(encoding) && !encoding.includes(',')) return null;
  throw new FetchError(
    `${url.origin}${url.pathname} is packed in a way that is not read (${encoding.slice(0, 50)})`,
    {
      retry: false,
    },
  );
}

const inWords: Record<string, string> = {
  ENOTFOUND: 'is not known to the name server',
  EAI_AGAIN: 'could not be looked up: the name server did not answer',
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'broke the connection off',
  EPIPE: 'broke the connection off',
  ERR_STREAM_PREMATURE_CLOSE: 'broke the connection off',
  Z_DATA_ERROR: 'sent a body that cannot be unpacked',
  Z_BUF_ERROR: 'sent a body that ends too early',
};

function failure(url: URL, what: string, cause?: unknown): FetchError {
  return new FetchError(`${url.host} ${what}`, { retry: true, cause });
}
