import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { packageRoot } from '../../config/package-root.ts';
import { migrate } from '../../services/database/migrate.ts';
import { createPool } from '../../services/database/pool.ts';
import { startCluster } from '../../services/embedded/cluster.ts';
import { migrateQueue } from '../../services/queue/queues.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the maintenance database of the cluster that all test files share. */
    maintenanceUrl: string;
  }
}

export const templateDatabase = 'orewatch_template';

/** Builds the product once, starts one PostgreSQL for the run and prepares the database that test files clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, [path.join(packageRoot, 'bin', 'orewatch.js'), '--version'], {
    stdio: 'pipe',
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'orewatch-test-'));
  // As root PostgreSQL runs as another user, who must be able to enter.
  await chmod(folder, 0o711);
  const cluster = await startCluster(folder, { unsafe: true });
  const maintenanceUrl = cluster.urlOf('postgres');
  const maintenance = createPool(maintenanceUrl, {
    max: 1,
    applicationName: 'orewatch test',
    onError: () => {},
  });
  await maintenance.query(`create database ${templateDatabase}`);
  await maintenance.end();
  const templateUrl = cluster.urlOf(templateDatabase);
  const template = createPool(templateUrl, { max: 1, applicationName: 'orewatch test', onError: () => {} });
  await migrate(template);
  await template.end();
  await migrateQueue(templateUrl);
  project.provide('maintenanceUrl', maintenanceUrl);
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
