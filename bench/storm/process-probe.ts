import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** What the measured process tells of itself; bytes, and for how long its event loop was held since it was asked last. */
export type ProcessState = NodeJS.MemoryUsage & { peakRss: number; cpuSeconds: number; loopMaxMs: number };

// Loaded into the measured process before the product, by `node --import`. It answers over the channel to its parent;
// the question "after gc" needs --expose-gc.
if (isMainThread && process.send) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  process.on('message', (question) => {
    if (question === 'after gc') globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const answer: ProcessState = {
      ...process.memoryUsage(),
      peakRss: process.resourceUsage().maxRSS * 1024,
      cpuSeconds: (user + system) / 1e6,
      loopMaxMs: delay.max / 1e6,
    };
    delay.reset();
    process.send?.(answer, undefined, undefined, () => {});
  });
  // Who measured is gone: nobody else would stop what is measured.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // It must not keep the process alive.
  process.channel!.unref();
}
