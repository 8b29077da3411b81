import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config/env.ts';
import { millisecondsPerDay } from '../domain/time.ts';
import { noteFact } from '../services/database/installation.ts';
import { copyReferenceFacts } from '../services/database/reference-facts.ts';
import { inTransaction } from '../services/database/transaction.ts';
import type { ReplayReport } from '../services/sources/events/replay-report.ts';
import { UsageError } from './command.ts';
import { loadBundledFacts } from './first-start.ts';
import { openStack, type Stack } from './stack.ts';

type WorldOptions = {
  /** Where the world is made; it does not exist, or is empty. */
  folder: string;
  reports: readonly ReplayReport[];
  onStep: (text: string) => void;
};

/**
 * Opens the world of a replay: an embedded stack in a folder of its own, with the sites, places and subscriptions of
 * the installation that `config` names, or the bundled ones where there is none. Its alerts are not those of the
 * installation, and its mails are files. Throws a UsageError where the folder holds something.
 */
export async function openReplayWorld(
  config: Config,
  { folder, reports, onStep }: WorldOptions,
): Promise<Stack> {
  if (await holdsSomething(folder)) {
    throw new UsageError(
      `A replay begins in a new world, and ${folder} holds something. Name another folder, or delete this one.`,
    );
  }
  const world = await openStack(
    { ...config, dataDir: folder, databaseUrl: null, redisUrl: null, smtpUrl: null },
    { owner: 'only', work: 'pipeline and mailing', onStep },
  );
  try {
    // Sites are known from the day before the first report on.
    const begins = new Date(reports[0]!.publishedAt.getTime() - millisecondsPerDay);
    if (await hasInstallation(config)) await copyFrom(config, world, begins);
    else await loadBundledFacts(world, begins);
    await noteFact(world.context.database, 'demo replayed', 'not wanted');
    await world.waitUntilIdle();
    return world;
  } catch (error) {
    await world.close();
    throw error;
  }
}

async function holdsSomething(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    // The stack makes the folder itself, with the rights that its database needs.
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return [folder];
    throw error;
  });
  return names.length > 0;
}

/** A folder for the world of a replay that begins now. */
export function newWorldFolder({ dataDir }: Config, file: string, now: Date): string {
  const second = now.toISOString().slice(0, 19).replaceAll(':', '-');
  return path.join(dataDir, 'replays', `${path.basename(file, path.extname(file))}-${second}`);
}

async function hasInstallation({ databaseUrl, dataDir }: Config): Promise<boolean> {
  const isThere = (file: string) => stat(path.join(dataDir, file)).then(Boolean, () => false);
  return databaseUrl !== null || (await isThere('postgres.json'));
}

async function copyFrom(config: Config, world: Stack, knownSince: Date): Promise<void> {
  const installation = await openStack(config, { owner: 'join', work: 'none' });
  try {
    await inTransaction(installation.context.database, (from) =>
      inTransaction(world.context.database, (into) => copyReferenceFacts(from, into, knownSince)),
    );
  } finally {
    await installation.close();
  }
}
