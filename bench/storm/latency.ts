import { setTimeout as pause } from 'node:timers/promises';

/** Times of one kind of question, in milliseconds. */
export type Latencies = { name: string; ms: number[]; failed: number; stop(): Promise<void> };

/**
 * Asks four times a second, whether the answer before has come or not: who waits in a queue is counted with all of
 * the waiting. `isPatient` waits for each answer first, for questions that are heavy themselves.
 */
export function measure(name: string, ask: () => Promise<unknown>, isPatient = false): Latencies {
  const result = { name, ms: [] as number[], failed: 0 };
  const underWay = new Set<Promise<void>>();
  let isStopped = false;
  const once = async () => {
    const askedAt = performance.now();
    try {
      await ask();
      result.ms.push(performance.now() - askedAt);
    } catch {
      result.failed += 1;
    }
  };
  const run = async () => {
    while (!isStopped) {
      const asked = once();
      underWay.add(asked);
      void asked.then(() => underWay.delete(asked));
      if (isPatient) await asked;
      await pause(250);
    }
    await Promise.all(underWay);
  };
  const running = run();
  return Object.assign(result, {
    async stop() {
      isStopped = true;
      await running;
    },
  });
}

/** The value below which this part of them lies; NaN where there are none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
