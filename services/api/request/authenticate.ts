import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { findKeyName } from '../../database/api-key.ts';
import type { Database } from '../../database/pool.ts';
import { HttpProblem } from '../answer/problem.ts';

/** What the audit trail calls whoever bears the admin key. */
const adminName = 'admin';

/**
 * Lets a request pass that bears the admin key or a key of the table `api_key`, and notes the name of the key in
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
    const caller = isAdmin ? adminName : await findKeyName(database, key);
    if (caller === null) {
      throw unauthorized('The key is not known, or it was revoked.', 'Bearer error="invalid_token"');
    }
    response.locals.caller = caller;
    next();
  };
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
