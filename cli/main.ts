import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../config/env.ts';
import { packageRoot } from '../config/package-root.ts';
import { ListenError } from '../services/api/server.ts';
import { SchemaError } from '../services/database/migrate.ts';
import { ClusterError } from '../services/embedded/cluster.ts';
import { ReplayFileError } from '../services/sources/events/replay-report.ts';
import { backtestCommand } from './backtest/backtest.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { configCommand } from './config.ts';
import { feedCommand } from './feed.ts';
import { helpText } from './help.ts';
import { importCommand } from './import.ts';
import { keyCommand } from './key.ts';
import { migrateCommand } from './migrate.ts';
import { qualityCommand } from './quality.ts';
import { replayCommand } from './replay.ts';
import { reportCommand } from './report.ts';
import { retryCommand } from './retry.ts';
import { apiCommand, scheduleCommand, workerCommand } from './roles.ts';
import { sourcesCommand } from './sources.ts';
import { AlreadyRunningError, UnreachableError } from './stack.ts';
import { statusCommand } from './status.ts';
import { upCommand } from './up/up.ts';

const commands: readonly Command[] = [
  upCommand,
  importCommand,
  reportCommand,
  feedCommand,
  sourcesCommand,
  replayCommand,
  backtestCommand,
  qualityCommand,
  statusCommand,
  retryCommand,
  keyCommand,
  configCommand,
  migrateCommand,
  apiCommand,
  workerCommand,
  scheduleCommand,
];

/** Runs one `orewatch` command and answers its exit code. */
export async function main(args: readonly string[], io: Io = process): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === 'version') {
    io.stdout.write(`${JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')).version}\n`);
    return 0;
  }
  if (!name || name === 'help' || name === '--help' || name === '-h') {
    const about = commands.find((command) => command.name === rest[0]);
    if (rest[0] && !about) return refuseUnknown(rest[0], io);
    io.stdout.write(helpText(about ? [about] : commands));
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) return refuseUnknown(name, io);
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout.write(helpText([command]));
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    return explain(error, command, io);
  }
}

function refuseUnknown(name: string, io: Io): number {
  io.stderr.write(`There is no command "${name}". These are:\n\n${helpText(commands)}`);
  return 2;
}

const diskAdvice: Record<string, string> = {
  ENOSPC: 'The disk is full: free some space, or set OREWATCH_DATA_DIR to a folder on another disk.',
  EDQUOT:
    'The quota of the disk is used up: free some space, or set OREWATCH_DATA_DIR to a folder elsewhere.',
  EROFS: 'The disk is read-only: set OREWATCH_DATA_DIR to a folder that may be written to.',
  EACCES: 'This user may not write there: change the rights of the folder, or set OREWATCH_DATA_DIR.',
};

/** What to do about a disk that cannot be written to, whether Node or PostgreSQL found out; null for other errors. */
function adviceAboutDisk(error: NodeJS.ErrnoException): string | null {
  if (error.code && Object.hasOwn(diskAdvice, error.code)) return diskAdvice[error.code]!;
  if (error.code === '53100' || error.message.includes('No space left on device')) return diskAdvice.ENOSPC!;
  return error.message.includes('Read-only file system') ? diskAdvice.EROFS! : null;
}

function explain(error: unknown, command: Command, io: Io): number {
  const isWrongCall =
    error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  if (isWrongCall) {
    io.stderr.write(`${(error as Error).message}\n\n${helpText([command])}`);
    return 2;
  }
  const advice = error instanceof Error && adviceAboutDisk(error);
  if (advice) {
    io.stderr.write(`${(error as Error).message}\n${advice}\n`);
    return 1;
  }
  // These errors tell a person what to do; of any other the trace matters too.
  const explained = [
    ConfigError,
    SchemaError,
    AlreadyRunningError,
    UnreachableError,
    ListenError,
    ClusterError,
    ReplayFileError,
  ];
  const isExplained = explained.some((type) => error instanceof type);
  io.stderr.write(`${isExplained ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
  return 1;
}
