import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: the sources run from it and the built files from its `dist`. */
export const packageRoot = findRoot(path.dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  return findRoot(path.dirname(folder));
}

/** A built module by its path without an ending. Node runs no TypeScript in threads: from the sources, too, the built one starts. */
export function builtModule(module: string): string {
  return path.join(packageRoot, 'dist', `${module}.js`);
}
