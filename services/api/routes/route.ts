import type { z } from 'zod';
import type { PipelineContext } from '../../running/context.ts';
import { encodeCursor } from '../request/cursor.ts';
import { readQuery } from '../request/query.ts';

/** Who asks: the name of the key that the request bears, and what it may do. */
export type Caller = { key: string; role: Role };

/** The name of the key that was used. Routes that change something are never open. */
export function keyOf(caller: Caller | null): string {
  if (!caller) throw new Error('a route that changes something was called without a key');
  return caller.key;
}

/** Each may do what those before it may. */
export const roles = ['reader', 'analyst', 'administrator'] as const;
type Role = (typeof roles)[number];

/** The names of the parts `{name}` of a path. */
type PartsOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PartsOf<Rest>
  : never;

/** What a route is given of a request. `prefer` is the header Prefer (RFC 7240); `caller` is null at open routes. */
type Call<Q, P extends string = string> = {
  context: PipelineContext;
  now: Date;
  /** False while the first start loads what the product brings along. */
  isPrepared: boolean;
  caller: Caller | null;
  params: Record<PartsOf<P>, string>;
  prefer: string;
  query: Q;
  body: unknown;
};

/** What a route answers; `Location` and the like stand in `headers`. */
type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** One page of a list, and the cursor of the next one. */
export type Page<T> = { items: T[]; next: string | null };

/** The same before its cursor is made: the key of the last item, where there are more. */
type Rows<T> = { items: T[]; next: (string | number)[] | null };

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
  /** The least role that may ask. */
  needs: Role;
  query: z.ZodObject;
  body?: RouteBody;
  answers: Record<number, { description: string; schema?: z.ZodType }>;
  list?: ListForm;
  handle(call: Call<unknown, never> & { params: Record<string, string> }): Promise<Answer>;
};

type RouteBody = { schema: z.ZodType; maxBytes: number };

type Definition<Q extends z.ZodObject, P extends string> = Pick<
  Route,
  'method' | 'summary' | 'description' | 'body' | 'answers'
> & {
  path: P;
  /** True where no key is needed. */
  isOpen?: boolean;
  query: Q;
  handle(call: Call<z.output<Q>, P>): Promise<Answer>;
};

export function route<Q extends z.ZodObject, const P extends string>(definition: Definition<Q, P>): Route {
  return {
    ...definition,
    isOpen: definition.isOpen ?? false,
    // Whoever may look may look at everything; what changes something is the work of analysts.
    needs: definition.method === 'get' ? 'reader' : 'analyst',
    handle: (call) => definition.handle({ ...call, query: readQuery(definition.query, call.query) }),
  };
}

type ListDefinition<Q extends z.ZodObject, I extends z.ZodObject, P extends string> = Pick<
  Route,
  'summary' | 'description'
> & {
  path: P;
  query: Q;
  /** The item's `latitude` and `longitude`, where it has them, become its GeoJSON geometry. */
  list: { name: string; item: I };
  answers?: Route['answers'];
  handle(call: Call<z.output<Q>, P>): Promise<Rows<z.output<I>>>;
};

/** A route that answers a list: as JSON, as CSV, and as GeoJSON where its items have a place. */
export function listRoute<Q extends z.ZodObject, I extends z.ZodObject, const P extends string>(
  definition: ListDefinition<Q, I, P>,
): Route {
  const { list, handle, ...rest } = definition;
  return {
    ...rest,
    method: 'get',
    isOpen: false,
    needs: 'reader',
    answers: { 200: { description: `A page of ${list.name}` }, ...definition.answers },
    list: { ...list, hasPlace: 'latitude' in list.item.shape },
    async handle(call) {
      const { items, next } = await handle({ ...call, query: readQuery(definition.query, call.query) });
      return { status: 200, body: { items, next: next && encodeCursor(list.name, next) } };
    },
  };
}

/** A page of at most `limit` items from rows that were read with one more, which tells whether there are others. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  itemOf: (row: R) => T,
  keyOf: (row: R) => (string | number)[],
): Rows<T> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(itemOf), next: rows.length > limit ? keyOf(shown.at(-1)!) : null };
}
