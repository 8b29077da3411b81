import { setImmediate as others } from 'node:timers/promises';
import type { Steps } from '../../domain/steps.ts';

/** How long the event loop is held at a time. A request meets several such turns, and those of other stages. */
const turnMs = 10;

/** Does work in steps: whoever else waits for the processor has a turn every few milliseconds. */
export async function withPauses<T>(steps: Steps<T>): Promise<T> {
  let begunAt = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begunAt < turnMs) continue;
    await others();
    begunAt = performance.now();
  }
}
