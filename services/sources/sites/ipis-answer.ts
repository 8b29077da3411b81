import { createHash } from 'node:crypto';
import { type CalendarDate, calendarDate } from '../../../domain/time.ts';
import type { ApiAnswer } from '../../fetching/api-client.ts';
import { FetchError } from '../../fetching/fetch-error.ts';
import { SourceError } from '../source.ts';
import { findNewestFile } from './ipis-files.ts';
import { fileNames, type IpisTools } from './ipis-options.ts';

/** What was read of a country last. */
export type Had = {
  address: string;
  etag: string | null;
  lastModified: string | null;
  hash: string;
  rows: number;
  edition: string;
};

export type Answer = {
  country: string;
  address: string;
  body: Buffer;
  etag: string | null;
  lastModified: string | null;
  /** When it was published, by its address or its last change. */
  dated: CalendarDate | null;
  /** Why the file could not be had, where this comes from the map server. */
  isFallback: string | null;
};

const maxFileBytes = 60_000_000;

/**
 * The newest file of a country; what the map server has where the file cannot be had; null where it is what was read
 * before. Throws a SourceError with both reasons where neither can be had, a FetchError where a server wants to be left
 * alone.
 */
export async function askForCountry(
  tools: IpisTools,
  country: string,
  before: Had | null,
): Promise<Answer | null> {
  const file = await tried(tools, () => askForFile(tools, country, before));
  if (file.failed === null) return file.value;
  const { failed } = file;
  const map = await tried(tools, () => askMapServer(tools, country, before, failed));
  if (map.failed === null) return map.value;
  throw new SourceError(`neither its file can be had (${failed}) nor the map server (${map.failed})`);
}

type Tried = { failed: null; value: Answer | null } | { failed: string };

/** The reason where it failed in a way in which something else may help. */
async function tried({ signal }: IpisTools, ask: () => Promise<Answer | null>): Promise<Tried> {
  try {
    return { failed: null, value: await ask() };
  } catch (error) {
    signal.throwIfAborted();
    const isAway = error instanceof SourceError || (error instanceof FetchError && error.waitMs === null);
    if (!isAway) throw error;
    return { failed: error.message };
  }
}

async function askForFile(tools: IpisTools, country: string, before: Had | null): Promise<Answer | null> {
  const { web, api, options, signal } = tools;
  const found = await findNewestFile(web, `${options.baseUrl}/`, fileNames[country]!, signal);
  if (!found) throw new SourceError(`${options.baseUrl} links to no ${fileNames[country]}*.csv`);
  const { address, dated } = found;
  const known = before?.address === address ? before : null;
  const got = await api.ask(address, {
    maxBytes: maxFileBytes,
    headers: {
      ...(known?.etag ? { 'If-None-Match': known.etag } : {}),
      ...(known?.lastModified ? { 'If-Modified-Since': known.lastModified } : {}),
    },
  });
  if (known && got.status === 304) return null;
  if (got.status !== 200) throw new SourceError(`${address} answered ${got.status}`);
  assertTable(got);
  if (before && hashOf(got.body) === before.hash) return null;
  const lastModified = headerOf(got, 'last-modified');
  const changed = new Date(lastModified ?? '');
  const changedOn = Number.isNaN(changed.getTime()) ? null : calendarDate(changed);
  return {
    ...{ country, address, body: got.body, lastModified, etag: headerOf(got, 'etag') },
    ...{ dated: dated ?? changedOn, isFallback: null },
  };
}

async function askMapServer(
  { api, options }: IpisTools,
  country: string,
  before: Had | null,
  isFallback: string,
): Promise<Answer | null> {
  const query = new URLSearchParams({
    ...{ service: 'WFS', version: '1.0.0', request: 'GetFeature' },
    ...{ typeName: `public:${fileNames[country]}`, outputFormat: 'csv' },
  });
  const address = `${options.wfsUrl}?${query}`;
  const got = await api.ask(address, { maxBytes: maxFileBytes });
  if (got.status !== 200) throw new SourceError(`${options.wfsUrl} answered ${got.status}`);
  assertTable(got);
  if (before && hashOf(got.body) === before.hash) return null;
  return { country, address, body: got.body, etag: null, lastModified: null, dated: null, isFallback };
}

/** Pages that say that there is no file, and errors of the map server, come with status 200 too. */
function assertTable({ url, body }: ApiAnswer): void {
  const start = body
    .subarray(0, 500)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('<'))
    throw new SourceError(
      `${url.split('?')[0]} answered with a page instead of a table: ${start
        .replace(/<[^>]*>|\s+/g, ' ')
        .trim()
        .slice(0, 120)}`,
    );
}

function headerOf({ headers }: ApiAnswer, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

export function hashOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}
