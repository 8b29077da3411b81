import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiBeside, startApiBeside } from '../../cli/up/api-beside.ts';
import { readConfig } from '../../config/env.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

describe('the API beside the stages', () => {
  let test: TestDatabase;
  let api: ApiBeside;
  const configFor = (port: string) => readConfig({ DATABASE_URL: test.url, PORT: port, LOG_LEVEL: 'silent' });
  beforeAll(async () => {
    test = await createTestDatabase();
    api = await startApiBeside(configFor('0'));
  });
  afterAll(async () => {
    await api?.close();
    await test?.drop();
  });

  /** Asks from another process, while this thread is held. */
  const askWhileHeld = (path: string) =>
    execFileSync(process.execPath, [
      '--input-type=module',
      '--eval',
      `const { status } = await fetch('${api.url}${path}'); process.stdout.write(String(status));`,
    ]).toString();

  it('answers while the thread of the stages is held', () => {
    expect(askWhileHeld('/health/live')).toBe('200');
  });

  it('is ready once it was told that what the product brings along is loaded', async () => {
    expect(askWhileHeld('/health/ready')).toBe('503');
    api.tellPrepared();
    expect(askWhileHeld('/health/ready')).toBe('200');
  });

  it('tells what to do where the port is taken', async () => {
    const { port } = new URL(api.url);
    await expect(startApiBeside(configFor(port))).rejects.toMatchObject({
      name: 'ListenError',
      message: expect.stringContaining(`Port ${port} on 0.0.0.0 is taken`),
    });
  });

  it('ends although a request in flight never does', async () => {
    const other = await startApiBeside({ ...configFor('0'), adminKey: 'key' });
    const { port } = new URL(other.url);
    const socket = connect(Number(port), '127.0.0.1');
    const head = ['POST /v1/events HTTP/1.1', 'Host: x', 'Authorization: Bearer key', 'Content-Length: 1000'];
    socket.write(`${[...head, 'Content-Type: application/json'].join('\r\n')}\r\n\r\n[`);
    const ended = once(
      socket.on('error', () => {}),
      'close',
    );
    expect((await fetch(`${other.url}/health/live`)).status).toBe(200);
    await other.close();
    await ended;
  });

  it('throws what ends its thread at the start', async () => {
    const unreachable = { ...configFor('0'), databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing' };
    await expect(startApiBeside(unreachable)).rejects.toThrow('The database of DATABASE_URL does not answer');
  });
});
