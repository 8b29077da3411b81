import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  link,
  mkdir,
  mkdtemp,
  open,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { readPostmaster, stopPostmaster } from './postmaster.ts';
import { isAlive } from './process-id.ts';
import { chooseOutsideFolder, chooseUser, type RunAs, reachableBinaries } from './run-as.ts';

/** A PostgreSQL that is running for one data directory. */
export type Cluster = {
  /** Address of a database of this name. */
  urlOf(databaseName: string): string;
  folder: string;
  /** Stops PostgreSQL: open transactions are rolled back, everything committed is kept. */
  stop(): Promise<void>;
};

/** Why the embedded PostgreSQL cannot run here, with what it said itself. */
export class ClusterError extends Error {
  override name = 'ClusterError';
}

export type ClusterOptions = {
  /** Called with a few words at each step that may take longer. */
  onStep?: (text: string) => void;
  /** Trades safety against a power failure for speed. For tests only. */
  unsafe?: boolean;
  /** Ends the wait for a server that is not ready yet, and stops it. */
  signal?: AbortSignal;
};

/** What is written down about the cluster in the data directory, readable by its owner only. */
type ClusterFile = {
  /** Where the database files are if they cannot lie in the data directory. */
  outside: string | null;
  /** Where the socket is if it cannot lie beside the database files. */
  socketFolder: string | null;
  password: string;
};

type ClusterPlace = { folder: string; socketFolder: string; password: string };

const databaseUser = 'orewatch';

/**
 * Starts the embedded PostgreSQL of a data directory, makes its files at the first start, or joins the one that is
 * running: one that a killed process left behind, or one that another process owns (services/embedded/lock.ts tells).
 */
export async function startCluster(dataDir: string, options: ClusterOptions = {}): Promise<Cluster> {
  if (process.platform === 'win32') {
    throw new ClusterError(
      'The embedded PostgreSQL needs Linux or macOS. On Windows use WSL, or set DATABASE_URL.',
    );
  }
  forgetShellVariables();
  const user = await chooseUser();
  // As root the folder must let the database user through; what is secret in it is closed file by file.
  const isNew = await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (isNew && user) await openForPassing(dataDir, isNew);
  const file = await readOrCreateClusterFile(dataDir, user);
  const binaries = await reachableBinaries(await findBinaries(), user);
  await createCluster(file, binaries, user, options);

  const pidFile = path.join(file.folder, 'cluster', 'postmaster.pid');
  if (!(await isReachable(file))) await launch(file, binaries, user, pidFile, options);
  return {
    urlOf: (name) => urlOf(file, name),
    folder: file.folder,
    stop: () => stopPostmaster(pidFile),
  };
}

/** Opens the folders that were just made, from `folder` up to `top`. Done by itself: an umask may have closed them. */
async function openForPassing(folder: string, top: string): Promise<void> {
  await chmod(folder, 0o711);
  if (folder !== top) await openForPassing(path.dirname(folder), top);
}

async function readOrCreateClusterFile(dataDir: string, user: RunAs | null): Promise<ClusterPlace> {
  const location = path.join(dataDir, 'postgres.json');
  if (!(await stat(location).catch(() => null))) {
    const outside = await chooseOutsideFolder(dataDir, user, randomBytes(6).toString('hex'));
    // The path of a Unix socket is limited to about 100 bytes.
    const isLong = Buffer.byteLength(outside ?? dataDir) > 70;
    const created: ClusterFile = {
      outside,
      socketFolder: isLong ? await mkdtemp(path.join(tmpdir(), 'orewatch-')) : null,
      password: randomBytes(24).toString('base64url'),
    };
    // Written aside and then linked: of two processes that start together, one makes the file and both read it whole.
    const draft = `${location}.${randomBytes(6).toString('hex')}`;
    await writeFile(draft, JSON.stringify(created), { mode: 0o600 });
    await link(draft, location).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(draft);
  }
  const file: ClusterFile = JSON.parse(await readFile(location, 'utf8'));
  const folder = file.outside ?? path.join(dataDir, 'postgres');
  return { folder, socketFolder: file.socketFolder ?? path.join(folder, 'socket'), password: file.password };
}

/** Makes the database files. A start that was killed on the way leaves only a draft, which is made again. */
async function createCluster(
  file: ClusterPlace,
  binaries: string,
  user: RunAs | null,
  options: ClusterOptions,
): Promise<void> {
  for (const folder of [file.folder, file.socketFolder]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (user) await chown(folder, user.uid, user.gid);
  }
  const target = path.join(file.folder, 'cluster');
  if (await stat(target).catch(() => null)) return;
  options.onStep?.('creating the embedded database');
  // Not named by the process id: in a container that is the same at every start, and a killed one leaves its draft.
  const suffix = randomBytes(6).toString('hex');
  const draft = path.join(file.folder, `draft-${suffix}`);
  const passwordFile = path.join(file.folder, `password-${suffix}`);
  await writeFile(passwordFile, `${file.password}\n`, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  try {
    await run(path.join(binaries, 'bin', 'initdb'), user, [
      `--pgdata=${draft}`,
      `--username=${databaseUser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(options.unsafe ? ['--no-sync'] : []),
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, target).catch(async (error: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

async function run(program: string, user: RunAs | null, args: string[]): Promise<void> {
  const child = spawn(program, args, {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnv(),
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0)
    throw new ClusterError(`${path.basename(program)} failed (exit code ${code}):\n${output.trim()}`);
}

/** PostgreSQL reads PG* variables; those of the caller concern other servers. */
function cleanEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

/** The processes of a PostgreSQL that was killed end one by one; until the last has, no new one can start. */
const orphanPatienceMs = 30_000;

async function launch(
  file: ClusterPlace,
  binaries: string,
  user: RunAs | null,
  pidFile: string,
  options: ClusterOptions,
): Promise<void> {
  await disownStrayLocks(file, pidFile);
  const logFile = path.join(file.folder, 'postgres.log');
  let server = await spawnServer(file, binaries, user, logFile, options);
  const startedAt = Date.now();
  for (let saidSo = false; !(await isReachable(file)); await pause(25)) {
    if (options.signal?.aborted) {
      await stopPostmaster(pidFile);
      options.signal.throwIfAborted();
    }
    const { failure, exitCode } = server.state();
    if (failure) throw failure;
    // Another process may have started the same cluster a moment earlier; then its server answers soon.
    if (exitCode !== null && (await readPostmaster(pidFile)) === null) {
      const text = await readFile(logFile, 'utf8').catch(() => '');
      if (!text.includes('is still in use') || Date.now() - startedAt > orphanPatienceMs) {
        const ending = text.trim().split('\n').slice(-12).join('\n');
        throw new ClusterError(
          `The embedded PostgreSQL did not start (exit code ${exitCode}). Its log, ${logFile}, ends:\n${ending}`,
        );
      }
      await pause(200);
      server = await spawnServer(file, binaries, user, logFile, options);
    }
    if (!saidSo && Date.now() - startedAt > 2000) {
      saidSo = true;
      options.onStep?.('waiting for the embedded database (after an unclean stop it first repairs itself)');
    }
  }
}

type ServerState = { exitCode: number | null; failure: Error | null };

async function spawnServer(
  file: ClusterPlace,
  binaries: string,
  user: RunAs | null,
  logFile: string,
  options: ClusterOptions,
): Promise<{ state(): ServerState }> {
  const log = await open(logFile, 'w', 0o600);
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: file.socketFolder,
    max_connections: options.unsafe ? '400' : '200',
    shared_buffers: '128MB',
    max_wal_size: '2GB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    ...(options.unsafe ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(
    path.join(binaries, 'bin', 'postgres'),
    ['-D', path.join(file.folder, 'cluster'), ...args],
    {
      ...user,
      cwd: '/',
      // Its own process group: Ctrl-C reaches Orewatch, which stops PostgreSQL last.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: cleanEnv(),
    },
  );
  // Heard from the first moment on: it may fail while the lines below are run.
  const state: ServerState = { exitCode: null, failure: null };
  child.on('exit', (code) => (state.exitCode = code ?? -1));
  child.on('error', (error) => (state.failure = error));
  child.unref();
  await log.close();
  return { state: () => state };
}

/**
 * PostgreSQL refuses to start while the process in its lock file lives, also where that is another program by now: a
 * container counts its processes from 1 at every start. It takes the id of its parent for one of the past, and still
 * checks by the rest of the file that no process of the earlier server is left.
 */
async function disownStrayLocks({ socketFolder }: ClusterPlace, pidFile: string): Promise<void> {
  for (const lockFile of [pidFile, path.join(socketFolder, '.s.PGSQL.5432.lock')]) {
    const text = await readFile(lockFile, 'utf8').catch(() => '');
    if (!isAlive(Number.parseInt(text, 10)) || (await readPostmaster(lockFile)) !== null) continue;
    await writeFile(lockFile, text.replace(/^\d+/, `${process.pid}`));
  }
}

/** The client library and the server would take PGPORT, PGSSLMODE and the like from the shell, meant for another one. */
function forgetShellVariables(): void {
  for (const name of Object.keys(process.env)) if (/^PG[A-Z]+$/.test(name)) delete process.env[name];
}

function urlOf(file: ClusterPlace, databaseName: string): string {
  return `postgres://${databaseUser}:${file.password}@${encodeURIComponent(file.socketFolder)}/${databaseName}`;
}

async function isReachable(file: ClusterPlace): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(file, 'postgres'), connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
