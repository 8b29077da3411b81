import { setImmediate as others } from 'node:timers/promises';
import type { Steps } from '../../domain/steps.ts';

/** How long the event loop is held at a time. A request meets several such turns, and those of other stages. */
const turnMs = 5;

/** Does work in steps: whoever else waits for the processor has a turn every few milliseconds. */
export async function withPauses<T>(steps: Steps<T>): Promise<T> {
  const turn = takeTurns();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (turn.isOver()) await turn.pause();
  }
}

/** For work in a loop of its own: after each step, pause where the turn is over. */
export function takeTurns(): { isOver(): boolean; pause(): Promise<void> } {
  let begunAt = performance.now();
  return {
    isOver: () => performance.now() - begunAt >= turnMs,
    async pause() {
      await others();
      begunAt = performance.now();
    },
  };
}
