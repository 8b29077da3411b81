import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PostgresBinaries } from './binaries.ts';

/** The user that PostgreSQL runs as: it refuses to run as root. */
export type RunAs = { uid: number; gid: number };

/** Folder for what cannot lie in a checkout that only root may enter. */
const systemFolder = '/var/lib/orewatch';

/** Null: as the user of this process. As root: the user `postgres` where the machine has one, else `nobody`. */
export async function chooseUser(): Promise<RunAs | null> {
  if (process.getuid?.() !== 0) return null;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const user = ['postgres', 'nobody'].map((name) => users.find(([n]) => n === name)).find((found) => found);
  if (!user) {
    throw new Error(
      'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody". ' +
        'Start Orewatch as another user, or set DATABASE_URL.',
    );
  }
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** True where the user may enter every folder on the way to `folder` (the last existing ones count). */
export async function canEnter(folder: string, user: RunAs): Promise<boolean> {
  for (let at = folder; ; at = path.dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found) {
      const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001;
      if ((found.mode & bit) === 0) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

/** The programs where the user can reach them: copied once to the system folder if they lie out of reach. */
export async function reachableBinaries(binaries: PostgresBinaries, user: RunAs | null): Promise<string> {
  if (!user || (await canEnter(binaries.folder, user))) return binaries.folder;
  const target = path.join(systemFolder, `postgresql-${binaries.version}`);
  if (await stat(target).catch(() => null)) return target;
  await makeSystemFolder();
  const copy = `${target}.${randomBytes(6).toString('hex')}`;
  await cp(binaries.folder, copy, { recursive: true, verbatimSymlinks: true });
  await openForReading(copy);
  await rename(copy, target).catch(async (error: NodeJS.ErrnoException) => {
    await rm(copy, { recursive: true, force: true });
    // Another process was faster.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return target;
}

/** A folder for the database files outside the data directory, where the user cannot enter that; else null. */
export async function chooseOutsideFolder(
  dataDir: string,
  user: RunAs | null,
  id: string,
): Promise<string | null> {
  if (!user || (await canEnter(dataDir, user))) return null;
  await makeSystemFolder();
  return path.join(systemFolder, `data-${id}`);
}

/** The mode is set by itself: the umask of a careful root would close the folder to everybody else. */
async function makeSystemFolder(): Promise<void> {
  await mkdir(systemFolder, { recursive: true });
  await chmod(systemFolder, 0o755);
}

/** Lets everybody read what npm, under such an umask, had stored for root alone. */
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(full, 0o755);
    else if (entry.isFile()) await chmod(full, (await stat(full)).mode & 0o100 ? 0o755 : 0o644);
  }
}
