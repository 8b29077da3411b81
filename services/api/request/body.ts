import express, { type RequestHandler } from 'express';
import type { z } from 'zod';
import { refusalsOf } from '../../refusing/refusal.ts';
import { HttpProblem, unprocessable } from '../answer/problem.ts';

const jsonTypes = ['application/json', 'application/*+json'];

/**
 * Reads a JSON body of up to `maxBytes`, counted after unpacking. What is larger is refused by its declared length,
 * or as soon as more has come; the rest is let through unread and never held.
 */
export function readJson(maxBytes: number): RequestHandler[] {
  return [
    refuseOtherTypes,
    express.json({ type: jsonTypes, limit: maxBytes, verify: refuseNoBytes }),
    refuseNoBody,
    refuseDeepBody,
  ];
}

const refuseOtherTypes: RequestHandler = (request, _response, next) => {
  // `is` answers null where there is no body at all, which is the next check's business.
  if (request.is(jsonTypes) !== false) return next();
  const sent = request.get('content-type') ?? 'none';
  throw new HttpProblem({
    status: 415,
    title: 'Unsupported media type',
    detail: `The body must be JSON, with Content-Type: application/json. The Content-Type sent: ${sent}.`,
    headers: { 'Accept-Post': 'application/json' },
  });
};

const refuseNoBody: RequestHandler = (request, _response, next) => {
  if (request.body === undefined) throw emptyBody();
  next();
};

/** Nothing that is posted here is nested so deeply; schemas and printers recurse. */
const deepest = 100;

const refuseDeepBody: RequestHandler = (request, _response, next) => {
  let level: unknown[] = [request.body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) {
      const errors = [
        { field: '(whole)', expected: `must be nested at most ${deepest} deep`, got: 'deeper' },
      ];
      throw unprocessable(`The body must be nested at most ${deepest} deep.`, errors);
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  next();
};

/** The parser would take a body of no bytes for an empty object. */
function refuseNoBytes(_request: unknown, _response: unknown, bytes: Buffer): void {
  if (bytes.length === 0) throw emptyBody();
}

function emptyBody(): HttpProblem {
  return new HttpProblem({ status: 400, title: 'Empty body', detail: 'The body is empty: send JSON.' });
}

/** Reads a body by its schema; throws a problem that names each bad field. */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw refusedBody(refusalsOf(parsed.error, body));
}

export function refusedBody(refusals: ReturnType<typeof refusalsOf>): HttpProblem {
  const fields = refusals.map((refusal) => `${refusal.field}: ${refusal.expected}`).join('; ');
  return unprocessable(`Refused: ${fields}`, refusals);
}
