import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    // Every run takes the tests of a file in another order: none may rest on what another has left behind.
    sequence: { shuffle: { tests: true, files: false } },
    reporters: ['default', './test/support/counting-reporter.ts'],
  },
});
