import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../services/api/app.ts';
import { startServer } from '../../services/api/server.ts';
import { countKeys, createApiKey, findKeyName } from '../../services/database/api-key.ts';
import { adminKey, type Json, now, startTestApi, type TestApi } from './support.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('keys', () => {
  test('a request without a key is answered with 401 and a challenge', async () => {
    const answer = await fetch(`${api.server.url}/v1/sites`);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    const problem: Json = await answer.json();
    expect(problem).toMatchObject({ status: 401, title: 'Unauthorized' });
    expect(problem.requestId).toBe(answer.headers.get('x-request-id'));
  });

  test.each(['Bearer wrong', 'Bearer', 'Basic YTpi', `Bearer ${adminKey}x`, `Bearer ${adminKey.slice(1)}`])(
    'the header "%s" does not open the API',
    async (authorization) => {
      const answer = await api.call('/v1/sites', { headers: { authorization } });
      expect(answer.status).toBe(401);
    },
  );

  test('the admin key and a key that was made open the API; a revoked one does not', async () => {
    expect((await api.call('/v1/sites')).status).toBe(200);
    const before = await countKeys(api.database);
    const key = await createApiKey(api.database, 'test', now);
    expect(key).toMatch(/^ore_[\w-]{43}$/);
    expect(await countKeys(api.database)).toBe(before + 1);
    expect(await findKeyName(api.database, key)).toBe('test');
    const headers = { authorization: `bearer ${key}` };
    expect((await api.call('/v1/sites', { headers })).status).toBe(200);
    await api.database.query('update api_key set revoked_at = now()');
    expect((await api.call('/v1/sites', { headers })).status).toBe(401);
    const { rows } = await api.database.query('select * from api_key');
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  test('health and the OpenAPI document need no key', async () => {
    for (const path of ['/health/live', '/health/ready', '/v1/openapi.json']) {
      expect((await fetch(api.server.url + path)).status, path).toBe(200);
    }
  });

  test('no key ever reaches the log', async () => {
    await api.call('/v1/sites?limit=1');
    expect(api.logged.join('')).toContain('/v1/sites?limit=1');
    expect(api.logged.join('')).not.toContain(adminKey);
  });

  test('a well-formed request id is kept, another one is replaced', async () => {
    const kept = await api.call('/v1/sites', { headers: { 'x-request-id': 'abc-1' } });
    expect(kept.headers.get('x-request-id')).toBe('abc-1');
    const replaced = await api.call('/v1/sites', { headers: { 'x-request-id': 'a b"c' } });
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('addresses', () => {
  test('an unknown path is answered with 404', async () => {
    for (const path of ['/', '/v1/nothing', '/v1/sites/bisie/nothing', '/nothing']) {
      const answer = await api.call(path);
      expect(answer.status, path).toBe(404);
      expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    }
  });

  test('a path that is not valid percent-encoding is answered with 400', async () => {
    expect((await api.call('/v1/sites/%E0%A4%A')).status).toBe(400);
  });

  test('a method that a path does not know is answered with 405 and those that it knows', async () => {
    const put = await api.call('/v1/events/7', { method: 'PUT' });
    expect(put.status).toBe(405);
    expect(put.headers.get('allow')).toBe('GET, DELETE, HEAD, OPTIONS');
    const health = await fetch(`${api.server.url}/health/live`, { method: 'POST' });
    expect(health.status).toBe(405);
    const options = await api.call('/v1/events', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS']);
  });

  test('a browser that asks beforehand is answered without a key, and is told of no other site that may call', async () => {
    const answer = await fetch(`${api.server.url}/v1/sites`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('HEAD answers the headers of GET without its body', async () => {
    const answer = await api.call('/v1/sites', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
  });

  test('answers cannot be sniffed, framed or kept without asking again', async () => {
    const { headers } = await api.call('/v1/sites');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toBe('Authorization, Accept');
  });

  test('an answer that has not changed is not sent again', async () => {
    const first = await api.call('/v1/sites');
    const etag = first.headers.get('etag')!;
    const second = await api.call('/v1/sites', { headers: { 'if-none-match': etag } });
    expect([second.status, await second.text()]).toEqual([304, '']);
  });
});

describe('readiness', () => {
  test('comes when the bundled facts are there: what is posted before would be read without them', async () => {
    let isPrepared = false;
    const app = createApp({ context: api.context, config: { adminKey }, isPrepared: () => isPrepared });
    const server = await startServer(app, { host: '127.0.0.1', port: 0 });
    try {
      expect((await fetch(`${server.url}/health/ready`)).status).toBe(503);
      expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
      isPrepared = true;
      expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
    } finally {
      await server.close();
    }
  });

  test('an outdated schema is told with what to run', async () => {
    const { rows } = await api.database.query('delete from schema_migration returning *');
    try {
      const answer = await fetch(`${api.server.url}/health/ready`);
      expect(answer.status).toBe(503);
      expect(((await answer.json()) as Json).detail).toContain('orewatch migrate');
    } finally {
      for (const row of rows) {
        await api.database.query('insert into schema_migration values ($1, $2, $3, $4)', Object.values(row));
      }
    }
    expect((await fetch(`${api.server.url}/health/ready`)).status).toBe(200);
  });

  test('a database that is gone is told as 503, without its address', async () => {
    const lone = await startTestApi();
    await lone.drop();
    // The pool is ended: no query can reach a database any more.
    const ready = await fetch(`${lone.server.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.text()).not.toContain('127.0.0.1');
    const live = await fetch(`${lone.server.url}/health/live`);
    expect(live.status).toBe(200);
    await lone.server.close();
  });
});

describe('the server', () => {
  test('a port that is taken is named, with what to do', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    await expect(startServer(express(), { host: '127.0.0.1', port })).rejects.toThrow(
      new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken.*set PORT`),
    );
    taken.close();
  });

  test('closing lets a request in flight finish and ends idle connections', async () => {
    const app = express();
    let answerNow = () => {};
    const arrived = new Promise<void>((resolve) => {
      app.get('/slow', (_request, response) => {
        answerNow = () => response.send('done');
        resolve();
      });
    });
    app.get('/', (_request, response) => void response.send('ok'));
    const server = await startServer(app, { host: '127.0.0.1', port: 0 });
    // Leaves an idle connection behind, kept alive.
    await (await fetch(server.url)).text();
    // And one on which no request ever came, as browsers open in advance.
    const silent = connect(server.port, '127.0.0.1');
    const silenced = new Promise((resolve) => silent.once('close', resolve));
    await new Promise((resolve) => silent.once('connect', resolve));
    const slow = new Promise<string>((resolve, reject) => {
      httpRequest(`${server.url}/slow`, (response) => {
        response.setEncoding('utf8').on('data', resolve);
      })
        .on('error', reject)
        .end();
    });
    await arrived;
    const closed = server.close();
    await expect(fetch(server.url)).rejects.toThrow();
    answerNow();
    expect(await slow).toBe('done');
    await Promise.all([closed, silenced]);
  });
});
