import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    // The tests of a file are taken in an order that is not theirs: none may rest on what another has left behind.
    // `npm run test:order` takes another one each time.
    sequence: { shuffle: { tests: true, files: false }, seed: 1 },
    reporters: ['default', './test/support/counting-reporter.ts'],
  },
});
