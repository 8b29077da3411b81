import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { Redis } from 'ioredis';
import { openStack, type Stack } from '../../cli/stack.ts';
import { readConfig } from '../../config/env.ts';
import { packageRoot } from '../../config/package-root.ts';

export type GrownStack = { stack: Stack; stop(): Promise<void> };

/** PostgreSQL of this package, a Redis of this machine, and so many `orewatch worker` processes on them. */
export async function openGrownStack(folder: string, workers: number): Promise<GrownStack> {
  const children: ChildProcess[] = [];
  const dataDir = path.join(folder, 'data');
  const owner = await openStack(readConfig({ OREWATCH_DATA_DIR: dataDir, LOG_LEVEL: 'warn' }), {
    owner: 'only',
    work: 'none',
  });
  const port = await freePort();
  const redis = spawn(
    'redis-server',
    [...['--port', `${port}`, '--bind', '127.0.0.1', '--save', ''], ...['--dir', folder]],
    { stdio: 'ignore' },
  );
  const redisUrl = `redis://127.0.0.1:${port}/0`;
  await untilRedisAnswers(redisUrl);
  const env = {
    DATABASE_URL: owner.databaseUrl,
    REDIS_URL: redisUrl,
    OREWATCH_DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
  };
  for (let i = 0; i < workers; i += 1) {
    const child = spawn(process.execPath, [path.join(packageRoot, 'bin', 'orewatch.js'), 'worker'], {
      env: { ...env, PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    await once(child.stdout, 'data');
  }
  const stack = await openStack(readConfig(env), { owner: 'join', work: 'none' });
  return {
    stack,
    async stop() {
      await stack.close();
      for (const child of children) await end(child, 'SIGTERM');
      await end(redis, 'SIGKILL');
      await owner.close();
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

async function untilRedisAnswers(url: string): Promise<void> {
  const redis = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  redis.on('error', () => {});
  await redis.ping();
  redis.disconnect();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
