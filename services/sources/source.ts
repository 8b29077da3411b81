import type { z } from 'zod';
import type { Logger } from '../../config/logger.ts';
import type { ArticleInput } from '../../domain/reading/reports/article.ts';
import type { CalendarDate } from '../../domain/time.ts';
import type { CollectedEvent } from '../database/events/event.ts';
import type { CellForecast } from '../database/forecasts/forecast-cell.ts';
import type { Queryable } from '../database/pool.ts';
import type { CollectedSite } from '../database/sites/collected-site.ts';
import type { Edition, RefusedSourceRow } from '../database/sources/source-row.ts';
import type { ApiClient } from '../fetching/api-client.ts';
import type { PoliteClient } from '../fetching/polite-client.ts';

/** What a source's owner allows. */
export type SourceTerms = {
  /** Such as "CC BY 4.0". */
  licence: string;
  /** To be shown beside what rests on the source. */
  attribution: string;
  /** Where the terms stand. */
  url: string;
  /** Who may use it, in a sentence. */
  whoMayUse: string;
  /** May a raw row be shown to users? */
  mayShowRaw: boolean;
  /** May rows be used to fit a model? */
  mayFit: boolean;
};

/** A secret or name that a source asks for: a setting of the environment. */
type Credential = { setting: string; what: string };

/**
 * A source that Orewatch fetches from by itself. Adding one is a file that says this, and its line in `sources.ts`.
 * `Options` is what whoever switches it on may choose; its schema gives every default.
 */
export type Source<Options extends object = object> = {
  /** Also the name under which its events are stored. */
  name: string;
  title: string;
  gives: 'events' | 'reports' | 'sites' | 'forecasts';
  terms: SourceTerms;
  /** Which countries, periods and kinds of events, in words. */
  coverage: string;
  /** How one gets access, in a sentence. */
  access: string;
  credentials: readonly Credential[];
  options: z.ZodType<Options>;
  everyMinutes: number;
  /** How many days after the fact it usually tells; null where it follows no events. */
  lagDays: number | null;
  /** More days behind than this, and the operator is told. */
  staleAfterDays: number;
  /**
   * What is new, changed and gone since the cursor that the last portion brought; null: from the beginning. Throws a
   * SourceError or a FetchError where it cannot go on: what was handed over until then is kept, with its cursor.
   */
  fetch(cursor: unknown, tools: SourceTools<Options>): AsyncIterable<Portion>;
  /** Tries credentials and one page; answers in a sentence what it found. Throws as `fetch` does. */
  probe(tools: SourceTools<Options>): Promise<string>;
};

export type SourceTools<Options extends object = object> = {
  api: ApiClient;
  /** For what is made for people: by the rules of robots.txt. */
  web: PoliteClient;
  options: Options;
  /** By the name of the setting. */
  credentials: Readonly<Record<string, string>>;
  /** What a source keeps between its fetches beside the cursor, such as a token, only in memory. */
  memory: Map<string, unknown>;
  /** How many different rows a fetch of an edition has brought so far, by its name (`Edition`). */
  rowsSeen: (fetch: string) => Promise<number>;
  now: () => Date;
  signal: AbortSignal;
  log: Logger;
};

/**
 * A part of what a source gives, stored whole or not at all, together with its cursor. `cursor` is where the next
 * fetch begins if this one ends here; left out, it stays where it was.
 */
export type Portion = {
  events?: readonly CollectedEvent[];
  reports?: readonly ArticleInput[];
  sites?: readonly CollectedSite[];
  forecasts?: readonly CellForecast[];
  /** Of the rows of `events`. */
  edition?: Edition;
  /** Ids of events that the source has deleted. */
  deleted?: readonly string[];
  /** The edition is whole: what editions of lower rank have of these days, and it has not, is retracted. */
  complete?: Edition & { from: CalendarDate; to: CalendarDate };
  refused?: readonly RefusedSourceRow[];
  /** Rows that are no concern of ours, counted by reason. */
  leftOut?: Readonly<Record<string, number>>;
  cursor?: unknown;
  /** Up to which day the source says that it has published. */
  publishedTo?: CalendarDate;
  /** What the source says about its own recency, in a sentence. */
  recency?: string;
  /** What a person should know of this fetch, in a sentence. */
  note?: string;
  /** What else is written in the same transaction, by sources with tables of their own. */
  also?: (client: Queryable) => Promise<void>;
  /** The next fetch comes this soon instead of in its usual time: there is more, or the server wants to wait. */
  againAfterMs?: number;
  progress?: { done: number; of: number | null; what: string };
};

/**
 * The source answered, and what it said cannot be used. The message is one that the operator reads. `needsPerson`:
 * trying again helps nothing before somebody has changed something.
 */
export class SourceError extends Error {
  override name = 'SourceError';
  readonly needsPerson: boolean;
  constructor(
    message: string,
    { needsPerson = false, cause }: { needsPerson?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.needsPerson = needsPerson;
  }
}
