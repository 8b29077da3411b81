import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** Ends a run with one plain line that any script can read, after one that tells how to repeat its order. */
export default class CountingReporter implements Reporter {
  private seed = 0;

  onInit(vitest: Vitest): void {
    this.seed = vitest.config.sequence.seed;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') count[state] += 1;
      }
      // A file that could not even be loaded holds no test: it counts as one failure.
      if (module.errors().length > 0) count.failed += 1;
    }
    process.stdout.write(`\nThe order of the tests was that of --sequence.seed=${this.seed}\n`);
    process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  }
}
