#!/usr/bin/env node
// Runs the built program. In a checkout it builds first where the sources are newer than what was built.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'dist', '.built');

function newestSource(folder) {
  let newest = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestSource(full) : statSync(full).mtimeMs);
  }
  return newest;
}

const sources = ['bench', 'cli', 'config', 'domain', 'services', 'workers'].map((name) =>
  path.join(root, name),
);
const isCheckout = existsSync(path.join(root, 'tsconfig.build.json'));
if (isCheckout && (!existsSync(stamp) || Math.max(...sources.map(newestSource)) > statSync(stamp).mtimeMs)) {
  const compiler = findCompiler();
  if (compiler === null && existsSync(stamp)) {
    process.stderr.write(
      'The sources are newer than what was built, and the compiler is not installed: running what was built.\n',
    );
  } else if (compiler === null) {
    process.stderr.write(
      'Orewatch is not built yet, and the compiler is not installed: NODE_ENV=production and --omit=dev leave it out.\nRun "npm ci --include=dev" and start again; what is built then runs without it.\n',
    );
    process.exit(1);
  } else build(compiler);
}

function findCompiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/package.json');
  } catch {
    return null;
  }
}

function build(compiler) {
  process.stderr.write('Building Orewatch …\n');
  const started = new Date();
  try {
    execFileSync(
      process.execPath,
      [path.join(path.dirname(compiler), 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
      {
        cwd: root,
        stdio: ['ignore', 2, 2],
      },
    );
    writeFileSync(stamp, '');
    // What is saved while the build runs is built the next time.
    utimesSync(stamp, started, started);
  } catch {
    process.stderr.write(
      'The build failed. Run "npm ci" first; if it still fails, see the messages above.\n',
    );
    process.exit(1);
  }
}

// A reader that closes the pipe, as head does, ends the output without an error.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

const { main } = await import('../dist/cli/main.js');
process.exitCode = await main(process.argv.slice(2));
// All is closed. A connection to a server that hangs may be left, and must not keep the process.
setTimeout(() => process.exit(), 500).unref();
