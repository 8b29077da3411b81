import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readRunningStack } from '../../cli/stack.ts';
import { packageRoot } from '../../config/package-root.ts';
import type { ProcessState } from './process-probe.ts';

const key = 'a-key-for-the-bench-only';

/** An `orewatch up` in a process of its own, reached by nothing but its API. */
export type RunningOrewatch = {
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  state(question: 'now' | 'after gc'): Promise<ProcessState>;
  countMails(): Promise<number>;
  stop(): Promise<void>;
};

/** Starts it with the bundled sites on a data directory in `folder`; resolves when it is ready. */
export async function startOrewatch(
  folder: string,
  nodeOptions: readonly string[],
): Promise<RunningOrewatch> {
  const dataDir = path.join(folder, 'data');
  const probe = new URL('./process-probe.js', import.meta.url).href;
  const { PATH, HOME } = process.env;
  const child = fork(path.join(packageRoot, 'bin', 'orewatch.js'), ['up'], {
    execArgv: ['--expose-gc', '--import', probe, ...nodeOptions],
    env: { PATH, HOME, PORT: '0', OREWATCH_DATA_DIR: dataDir, OREWATCH_ADMIN_KEY: key, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = await urlOf(child, dataDir);
  const ask = async (target: string, init: RequestInit = {}) => {
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${url}${target}`, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${target}: ${response.status} ${text.slice(0, 500)}`);
    return JSON.parse(text);
  };
  return {
    get: (target) => ask(target),
    post: (target, body) => ask(target, { method: 'POST', body: JSON.stringify(body) }),
    async state(question) {
      const answer = once(child, 'message');
      child.send(question);
      return (await answer)[0];
    },
    async countMails() {
      return (await readdir(path.join(dataDir, 'outbox')).catch(() => [])).length;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function urlOf(child: ChildProcess, dataDir: string): Promise<string> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`"orewatch up" ended with code ${child.exitCode}`);
    const running = await readRunningStack(dataDir);
    if (running) return running.url;
    await pause(100);
  }
}
