import type { z } from 'zod';
import type { PipelineContext } from '../../running/context.ts';
import { encodeCursor } from '../request/cursor.ts';
import { readQuery } from '../request/query.ts';

/**
 * What a route is given of a request. `id` and `eventId` are the parts of the path of these names, `prefer` the
 * header Prefer (RFC 7240), `caller` the name of the key that the request bears.
 */
type Call<Q> = {
  context: PipelineContext;
  now: Date;
  caller: string;
  id: string;
  eventId: string;
  prefer: string;
  query: Q;
  body: unknown;
};

/** What a route answers; `Location` and the like stand in `headers`. */
type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** One page of a list, and the cursor of the next one. */
export type Page<T> = { items: T[]; next: string | null };

/** The form of a list's items, from which its CSV and GeoJSON are made. */
export type ListForm = { name: string; item: z.ZodObject; hasPlace: boolean };

/**
 * A route, declared once: the app serves it and the OpenAPI document describes it. Paths are those of OpenAPI, with
 * `{id}`.
 */
export type Route = {
  method: 'get' | 'post' | 'patch' | 'delete';
  path: string;
  summary: string;
  description?: string;
  isOpen: boolean;
  query: z.ZodObject;
  body?: RouteBody;
  answers: Record<number, { description: string; schema?: z.ZodType }>;
  list?: ListForm;
  handle(call: Call<unknown>): Promise<Answer>;
};

type RouteBody = { schema: z.ZodType; maxBytes: number };

type Definition<Q extends z.ZodObject> = Pick<
  Route,
  'method' | 'path' | 'summary' | 'description' | 'body' | 'answers'
> & {
  /** True where no key is needed. */
  isOpen?: boolean;
  query: Q;
  handle(call: Call<z.output<Q>>): Promise<Answer>;
};

export function route<Q extends z.ZodObject>(definition: Definition<Q>): Route {
  return {
    ...definition,
    isOpen: definition.isOpen ?? false,
    handle: (call) => definition.handle({ ...call, query: readQuery(definition.query, call.query) }),
  };
}

type ListDefinition<Q extends z.ZodObject, I extends z.ZodObject> = Pick<
  Route,
  'path' | 'summary' | 'description'
> & {
  query: Q;
  /** The item's `latitude` and `longitude`, where it has them, become its GeoJSON geometry. */
  list: { name: string; item: I };
  answers?: Route['answers'];
  handle(call: Call<z.output<Q>>): Promise<Page<z.output<I>>>;
};

/** A route that answers a list: as JSON, as CSV, and as GeoJSON where its items have a place. */
export function listRoute<Q extends z.ZodObject, I extends z.ZodObject>(
  definition: ListDefinition<Q, I>,
): Route {
  const { list, handle, ...rest } = definition;
  return {
    ...rest,
    method: 'get',
    isOpen: false,
    answers: { 200: { description: `A page of ${list.name}` }, ...definition.answers },
    list: { ...list, hasPlace: 'latitude' in list.item.shape },
    async handle(call) {
      return { status: 200, body: await handle({ ...call, query: readQuery(definition.query, call.query) }) };
    },
  };
}

/** A page of at most `limit` items from rows that were read with one more, which tells whether there are others. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  itemOf: (row: R) => T,
  keyOf: (row: R) => (string | number)[],
): Page<T> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(itemOf), next: rows.length > limit ? encodeCursor(keyOf(shown.at(-1)!)) : null };
}
