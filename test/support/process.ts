import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { packageRoot } from '../../config/package-root.ts';
import { createPool, type Database } from '../../services/database/pool.ts';
import { startCluster } from '../../services/embedded/cluster.ts';
import { isAlive } from '../../services/embedded/process-id.ts';
import { until } from './redis.ts';

/** The machine may be busy with other tests: what is awaited here comes, unless something is broken. */
export const patienceMs = 120_000;

/** What a person feels as "at once": a stop within seconds, on a busy machine. */
export const stopWithinMs = 20_000;

type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** A real `orewatch` process. */
export type OrewatchProcess = {
  pid: number;
  stdout(): string;
  stderr(): string;
  ended: Promise<Ended>;
  hasEnded(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** Waits until standard output matches; fails with all output where the process ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
};

type Environment = Record<string, string>;

/** Starts `node bin/orewatch.js ARGS` with this environment and no other settings. */
function startOrewatch(args: readonly string[], env: Environment, input?: string): OrewatchProcess {
  const child = spawn(process.execPath, [path.join(packageRoot, 'bin', 'orewatch.js'), ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A process that is killed no longer reads.
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  let hasEnded = false;
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      hasEnded = true;
      resolve({ code, signal });
    });
  });
  ended.catch(() => {});
  return {
    pid: child.pid!,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    hasEnded: () => hasEnded,
    kill: (signal) => child.kill(signal),
    async says(pattern) {
      const output = () => `orewatch ${args.join(' ')} said so far:\n${stdout}\n${stderr}`;
      const whole = async () => pattern.test(stdout) || hasEnded;
      await until(`${pattern} from orewatch ${args.join(' ')}`, whole, patienceMs).catch((error) => {
        throw new Error(`${error.message}\n${output()}`);
      });
      const match = pattern.exec(stdout);
      if (!match) throw new Error(`It ended before it said ${pattern}. ${output()}`);
      return match;
    },
  };
}

/** Runs a command to its end. */
async function runOrewatch(args: readonly string[], env: Environment, input?: string) {
  const command = startOrewatch(args, env, input);
  const { code, signal } = await command.ended;
  return { code, signal, stdout: command.stdout(), stderr: command.stderr() };
}

/** Asks a process to stop and waits until it has. */
export async function stopOrewatch(running: OrewatchProcess, signal: NodeJS.Signals = 'SIGTERM') {
  running.kill(signal);
  return running.ended;
}

/** A data directory of its own for real processes, and what belongs to it. */
export type World = {
  dataDir: string;
  env: Environment;
  /** Starts a process that `dispose` will not forget. */
  start(args: readonly string[], over?: Environment): OrewatchProcess;
  run(args: readonly string[], over?: Environment, input?: string): ReturnType<typeof runOrewatch>;
  /** The embedded database: that of the running process, or started for the test where none runs. */
  database(): Promise<Database>;
  postgresPid(): Promise<number | null>;
  mails(): Promise<ParsedMail[]>;
  dispose(): Promise<void>;
};

export async function createWorld(over: Environment = {}, mode = 0o711): Promise<World> {
  const parent = await mkdtemp(path.join(tmpdir(), 'orewatch-e2e-'));
  // As root PostgreSQL runs as another user, who can pass here unless a test wants otherwise.
  await chmod(parent, mode);
  const dataDir = path.join(parent, 'data');
  const env = { PORT: '0', OREWATCH_DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...over };
  const started: OrewatchProcess[] = [];
  let pool: Database | null = null;

  const clusterFolder = async (): Promise<string> => {
    const text = await readFile(path.join(dataDir, 'postgres.json'), 'utf8').catch(() => '{}');
    return JSON.parse(text).outside ?? path.join(dataDir, 'postgres');
  };
  const postgresPid = async () => {
    const file = path.join(await clusterFolder(), 'cluster', 'postmaster.pid');
    const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
    return isAlive(pid) ? pid : null;
  };
  return {
    dataDir,
    env,
    start(args, more = {}) {
      const running = startOrewatch(args, { ...env, ...more });
      started.push(running);
      return running;
    },
    run: (args, more = {}, input) => runOrewatch(args, { ...env, ...more }, input),
    async database() {
      const cluster = await startCluster(dataDir);
      const options = { max: 3, applicationName: 'orewatch test', onError: () => {} };
      pool ??= createPool(cluster.urlOf('orewatch'), options);
      return pool;
    },
    postgresPid,
    async mails() {
      const folder = path.join(dataDir, 'outbox');
      const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.eml')).sort();
      return Promise.all(files.map(async (file) => simpleParser(await readFile(path.join(folder, file)))));
    },
    async dispose() {
      for (const running of started) running.kill('SIGKILL');
      await Promise.all(started.map((running) => running.ended));
      await pool?.end();
      const pid = await postgresPid();
      if (pid !== null) {
        process.kill(pid, 'SIGQUIT');
        await until('the end of PostgreSQL', async () => !isAlive(pid));
      }
      const outside = await clusterFolder();
      await rm(outside, { recursive: true, force: true });
      await rm(parent, { recursive: true, force: true });
    },
  };
}
