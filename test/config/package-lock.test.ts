import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';

type Entry = { version?: string; integrity?: string; resolved?: string };

describe('the lock of the dependencies', () => {
  const text = readFileSync(path.join(packageRoot, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, Entry> };
  // The entry without a name is Orewatch itself.
  const entries = Object.entries(packages).filter(([name, { version }]) => name !== '' && version);

  it('has a hash for each package, also for those of other platforms', () => {
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.filter(([, { integrity }]) => !integrity).map(([name]) => name)).toEqual([]);
  });

  it('names no registry: each machine uses its own', () => {
    expect(entries.filter(([, { resolved }]) => resolved).map(([name]) => name)).toEqual([]);
  });
});
