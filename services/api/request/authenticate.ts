import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { isKnownKey } from '../../database/api-key.ts';
import type { Database } from '../../database/pool.ts';
import { HttpProblem } from '../answer/problem.ts';

/** Lets a request pass that bears the admin key or a key of the table `api_key`; answers the others with 401. */
export function authenticate(database: Database, adminKey: string | null): RequestHandler {
  const adminHash = adminKey === null ? null : sha256(adminKey);
  return async (request, _response, next) => {
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
    if (!isAdmin && !(await isKnownKey(database, key))) {
      throw unauthorized('The key is not known, or it was revoked.', 'Bearer error="invalid_token"');
    }
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
