import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { findKeyName } from '../../database/api-key.ts';
import type { Database } from '../../database/pool.ts';
import { HttpProblem } from '../answer/problem.ts';
import { type Caller, type Route, roles } from '../routes/route.ts';

/** What the audit trail calls whoever bears the admin key. */
const adminName = 'admin';

/**
 * Lets a request pass that bears the admin key or a key of the table `api_key`, and notes who asks in
 * `response.locals.caller`; answers the others with 401.
 */
export function authenticate(database: Database, adminKey: string | null): RequestHandler {
  const adminHash = adminKey === null ? null : sha256(adminKey);
  return async (request, response, next) => {
    const header = request.get('authorization');
    const key = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
    if (key === undefined) {
      throw unauthorized(
        header === undefined
          ? 'A key is needed: send the header Authorization: Bearer KEY.'
          : 'The header Authorization must have the form: Bearer KEY.',
        'Bearer',
      );
    }
    // Hashes have one length and tell nothing of the key: comparing them takes the same time for every key.
    const isAdmin = adminHash !== null && timingSafeEqual(sha256(key), adminHash);
    const name = isAdmin ? adminName : await findKeyName(database, key);
    if (name === null) {
      throw unauthorized('The key is not known, or it was revoked.', 'Bearer error="invalid_token"');
    }
    // Every key there is may do everything.
    const caller: Caller = { key: name, role: 'administrator' };
    response.locals.caller = caller;
    next();
  };
}

/** Ends a request whose key may not do what the route does. */
export function requireRole(caller: Caller, { needs }: Pick<Route, 'needs'>): void {
  if (roles.indexOf(caller.role) >= roles.indexOf(needs)) return;
  const detail = `The key "${caller.key}" is that of a ${caller.role}; this needs the role ${needs}.`;
  throw new HttpProblem({ status: 403, title: 'Forbidden', detail });
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function unauthorized(detail: string, challenge: string): HttpProblem {
  return new HttpProblem({
    status: 401,
    title: 'Unauthorized',
    detail,
    headers: { 'WWW-Authenticate': challenge },
  });
}
