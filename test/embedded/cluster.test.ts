import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { createPool } from '../../services/database/pool.ts';
import { type Cluster, startCluster } from '../../services/embedded/cluster.ts';
import { countGuests, takeOwnership } from '../../services/embedded/lock.ts';
import { isAlive } from '../../services/embedded/process-id.ts';
import { until } from '../support/redis.ts';

const patienceMs = 60_000;
let parent: string;
let dataDir: string;
let clusters: Cluster[];

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'orewatch-cluster-'));
  await chmod(parent, 0o711);
  dataDir = path.join(parent, 'data');
  clusters = [];
});
afterEach(async () => {
  for (const cluster of clusters) {
    await cluster.stop();
    await rm(cluster.folder, { recursive: true, force: true });
  }
  await rm(parent, { recursive: true, force: true });
});

async function start(folder = dataDir, onStep?: (text: string) => void): Promise<Cluster> {
  const cluster = await startCluster(folder, { onStep });
  clusters.push(cluster);
  return cluster;
}

async function postmasterOf(cluster: Cluster): Promise<number> {
  return Number.parseInt(await readFile(path.join(cluster.folder, 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

async function query(cluster: Cluster, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: cluster.urlOf('postgres') });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Ends PostgreSQL as a loss of power does. */
async function killPostgres(cluster: Cluster): Promise<number> {
  const pid = await postmasterOf(cluster);
  process.kill(pid, 'SIGKILL');
  await until('the end of PostgreSQL', async () => !isAlive(pid));
  return pid;
}

describe('the embedded PostgreSQL', () => {
  it(
    'keeps its password to its owner and leaves no other file with it',
    async () => {
      const steps: string[] = [];
      const cluster = await start(dataDir, (text) => steps.push(text));
      expect(steps).toContain('creating the embedded database');
      const location = path.join(dataDir, 'postgres.json');
      expect((await stat(location)).mode & 0o777).toBe(0o600);
      const { password } = JSON.parse(await readFile(location, 'utf8'));
      expect(cluster.urlOf('postgres')).toContain(password);
      expect((await readdir(cluster.folder)).sort()).toEqual(['cluster', 'postgres.log', 'socket']);
      const wrong = cluster.urlOf('postgres').replace(password, 'guessed');
      const client = new pg.Client({ connectionString: wrong });
      await expect(client.connect()).rejects.toThrow('password authentication failed');
      await expect(client.end()).resolves.toBeUndefined();
    },
    patienceMs,
  );

  it(
    'keeps what was stored over a stop and a start',
    async () => {
      const cluster = await start();
      await query(cluster, 'create table kept as select 7 as number');
      await cluster.stop();
      expect(await query(await start(), 'select number from kept')).toEqual([{ number: 7 }]);
    },
    patienceMs,
  );

  it(
    'is started once by several that start it together',
    async () => {
      const started = await Promise.all([start(), start(), start()]);
      const pids = await Promise.all(started.map(postmasterOf));
      expect(new Set(pids).size).toBe(1);
      for (const cluster of started) expect(await query(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
    },
    patienceMs,
  );

  it(
    'starts where the path of the data directory is too long for a socket',
    async () => {
      const long = path.join(parent, 'a-rather-long-name-for-a-folder'.repeat(4), 'data');
      const cluster = await start(long);
      expect(await query(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
      const { socketFolder } = JSON.parse(await readFile(path.join(long, 'postgres.json'), 'utf8'));
      expect((await stat(socketFolder)).mode & 0o777).toBe(0o700);
      await cluster.stop();
      // What tidies up the temporary folder may have removed it.
      await rm(socketFolder, { recursive: true });
      expect(await query(await start(long), 'select 1 as one')).toEqual([{ one: 1 }]);
      await rm(socketFolder, { recursive: true });
    },
    patienceMs,
  );

  it(
    'starts after a start that was killed while the files were made',
    async () => {
      const killed = spawn(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `const { startCluster } = await import('${path.join(packageRoot, 'dist/services/embedded/cluster.js')}');
           await startCluster('${dataDir}');`,
        ],
        { stdio: 'ignore' },
      );
      const hasDraft = async () =>
        (await readdir(path.join(dataDir, 'postgres')).catch(() => [])).some((name) =>
          name.startsWith('draft'),
        );
      await until('files in the making', hasDraft);
      killed.kill('SIGKILL');
      await once(killed, 'exit');
      expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
    },
    patienceMs,
  );

  it(
    'starts after a loss of power, also where another program now bears the id of the lost server',
    async () => {
      const cluster = await start();
      await query(cluster, 'create table kept as select 7 as number');
      const lost = await killPostgres(cluster);
      const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      try {
        for (const file of ['cluster/postmaster.pid', 'socket/.s.PGSQL.5432.lock']) {
          const lockFile = path.join(cluster.folder, file);
          const text = await readFile(lockFile, 'utf8');
          expect(text.startsWith(`${lost}\n`)).toBe(true);
          await writeFile(lockFile, text.replace(`${lost}`, `${other.pid}`));
        }
        expect(await query(await start(), 'select number from kept')).toEqual([{ number: 7 }]);
        expect(isAlive(other.pid!)).toBe(true);
      } finally {
        other.kill('SIGKILL');
        await once(other, 'exit');
      }
    },
    patienceMs,
  );

  it(
    'leaves another program alone that bears the id of the server when it stops',
    async () => {
      const cluster = await start();
      const lost = await killPostgres(cluster);
      const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      try {
        const pidFile = path.join(cluster.folder, 'cluster', 'postmaster.pid');
        await writeFile(pidFile, (await readFile(pidFile, 'utf8')).replace(`${lost}`, `${other.pid}`));
        await cluster.stop();
        expect(other.signalCode).toBeNull();
        expect(isAlive(other.pid!)).toBe(true);
      } finally {
        other.kill('SIGKILL');
        await once(other, 'exit');
      }
    },
    patienceMs,
  );

  it(
    'waits for what is left of a server that was killed in the middle of a query',
    async () => {
      const cluster = await start();
      const client = new pg.Client({ connectionString: cluster.urlOf('postgres') });
      client.on('error', () => {});
      await client.connect();
      const { rows } = await client.query('select pg_backend_pid() as pid');
      const busy = client.query('select count(*) from generate_series(1, 12000000)').catch(() => {});
      const isBusy = `select from pg_stat_activity where pid = ${rows[0].pid} and state = 'active'`;
      await until('a busy backend', async () => (await query(cluster, isBusy)).length === 1);
      await killPostgres(cluster);
      expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
      await busy;
      await client.end().catch(() => {});
    },
    patienceMs,
  );

  it(
    'says what is wrong, with the end of its log, where it cannot start',
    async () => {
      const cluster = await start();
      await cluster.stop();
      await writeFile(path.join(cluster.folder, 'cluster', 'postgresql.conf'), 'no_such_setting = 1\n');
      await expect(start()).rejects.toThrow(
        /did not start \(exit code 1\).*postgres\.log[\s\S]*no_such_setting/,
      );
    },
    patienceMs,
  );

  it.skipIf(process.getuid?.() !== 0)(
    'starts for a root whose umask closes every new file (needs root)',
    async () => {
      const before = process.umask(0o077);
      try {
        expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
        expect(clusters[0]!.folder).toBe(path.join(dataDir, 'postgres'));
      } finally {
        process.umask(before);
      }
    },
    patienceMs,
  );
});

describe('the ownership of an embedded stack', () => {
  it(
    'belongs to one process at a time, and is free as soon as that one is gone',
    async () => {
      const url = (await start()).urlOf('postgres');
      const first = await takeOwnership(url);
      expect(first).not.toBeNull();
      expect(await takeOwnership(url)).toBeNull();
      await first!.release();
      const second = await takeOwnership(url);
      expect(second).not.toBeNull();
      await second!.release();
    },
    patienceMs,
  );

  it(
    'knows whether other commands work on the database',
    async () => {
      const url = (await start()).urlOf('postgres');
      expect(await countGuests(url)).toBe(0);
      const guest = createPool(url, { max: 1, applicationName: 'orewatch guest', onError: () => {} });
      await guest.query('select 1');
      expect(await countGuests(url)).toBe(1);
      await guest.end();
      await until('no guests', async () => (await countGuests(url)) === 0);
    },
    patienceMs,
  );
});
