import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCluster } from '../services/embedded/cluster.ts';

/** An embedded PostgreSQL in a folder that is gone afterwards, set up as the product sets it up. */
export async function withScratchFolder(
  work: (folder: string, urlOf: (name: string) => string) => Promise<void>,
) {
  const folder = await mkdtemp(path.join(tmpdir(), 'orewatch-bench-'));
  const cluster = await startCluster(folder);
  try {
    await work(folder, cluster.urlOf);
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
