import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBinaries } from '../../services/embedded/binaries.ts';
import {
  canEnter,
  chooseOutsideFolder,
  chooseUser,
  reachableBinaries,
} from '../../services/embedded/run-as.ts';

const isRoot = process.getuid?.() === 0;
const stranger = { uid: 54_321, gid: 54_321 };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'orewatch-run-as-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function folderOf(name: string, mode: number): Promise<string> {
  const made = path.join(folder, name);
  await mkdir(made, { recursive: true });
  await chmod(made, mode);
  return made;
}

describe('canEnter', () => {
  it('is false where one folder on the way is closed to the user, and true where none is', async () => {
    await chmod(folder, 0o711);
    const open = await folderOf('open', 0o711);
    expect(await canEnter(open, stranger)).toBe(true);
    const closed = await folderOf('closed', 0o700);
    expect(await canEnter(closed, stranger)).toBe(false);
    expect(await canEnter(path.join(closed, 'further', 'below'), stranger)).toBe(false);
    expect(await canEnter(path.join(open, 'not', 'there', 'yet'), stranger)).toBe(true);
  });

  it('looks at the permissions of the owner, the group or the others, whichever hold for the user', async () => {
    await chmod(folder, 0o711);
    const { uid, gid } = await stat(folder);
    expect(await canEnter(await folderOf('owner', 0o700), { uid, gid: 1 })).toBe(true);
    expect(await canEnter(await folderOf('not-owner', 0o077), { uid, gid: 1 })).toBe(false);
    expect(await canEnter(await folderOf('group', 0o710), { uid: 54_321, gid })).toBe(true);
    expect(await canEnter(await folderOf('not-group', 0o701), { uid: 54_321, gid })).toBe(false);
  });
});

describe('the user that PostgreSQL runs as', () => {
  // Root and others have different tests: those of the others do not exist for root.
  if (!isRoot) {
    it('is the one of this process', async () => {
      expect(await chooseUser()).toBeNull();
    });
  }

  it.skipIf(!isRoot)('is not root (needs root)', async () => {
    const user = await chooseUser();
    expect(user!.uid).toBeGreaterThan(0);
    expect(user!.gid).toBeGreaterThan(0);
  });
});

describe('reachableBinaries', () => {
  it('are those that npm installed where the user is that of this process', async () => {
    const binaries = await findBinaries();
    expect(await reachableBinaries(binaries, null)).toBe(binaries.folder);
  });

  it('are those that npm installed where the user can enter their folder', async () => {
    await chmod(folder, 0o711);
    const open = await folderOf('native', 0o755);
    expect(await reachableBinaries({ folder: open, version: 'any' }, stranger)).toBe(open);
  });

  it.skipIf(!isRoot)('are copied once to where the user can run them, else (needs root)', async () => {
    const closed = await folderOf('closed-native', 0o700);
    await mkdir(path.join(closed, 'bin'), { mode: 0o700 });
    await writeFile(path.join(closed, 'bin', 'postgres'), 'program', { mode: 0o700 });
    await writeFile(path.join(closed, 'share'), 'data', { mode: 0o600 });
    const version = `test-${process.pid}`;
    const before = process.umask(0o077);
    const copies = await Promise.all(
      [1, 2].map(() => reachableBinaries({ folder: closed, version }, stranger)),
    ).finally(() => process.umask(before));
    try {
      expect(copies[0]).toBe(copies[1]);
      expect(await canEnter(path.join(copies[0]!, 'bin'), stranger)).toBe(true);
      expect((await stat(path.join(copies[0]!, 'bin', 'postgres'))).mode & 0o777).toBe(0o755);
      expect((await stat(path.join(copies[0]!, 'share'))).mode & 0o777).toBe(0o644);
      expect(await readFile(path.join(copies[0]!, 'share'), 'utf8')).toBe('data');
    } finally {
      await rm(copies[0]!, { recursive: true });
    }
  });
});

describe('chooseOutsideFolder', () => {
  it('is null where the user can enter the data directory, or is that of this process', async () => {
    await chmod(folder, 0o711);
    expect(await chooseOutsideFolder(await folderOf('data', 0o711), stranger, 'id')).toBeNull();
    expect(await chooseOutsideFolder(await folderOf('own', 0o700), null, 'id')).toBeNull();
  });

  it.skipIf(!isRoot)('is one that the user can reach, else (needs root)', async () => {
    const outside = await chooseOutsideFolder(await folderOf('closed-data', 0o700), stranger, 'some-id');
    expect(outside).toMatch(/some-id$/);
    expect(await canEnter(outside!, stranger)).toBe(true);
  });
});
