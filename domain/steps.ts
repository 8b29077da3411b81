/**
 * Work in steps: it pauses after each, so that whoever runs it may let others have a turn. Between two pauses lie some
 * milliseconds at most.
 */
export type Steps<T> = Generator<void, T>;

/** Does the work without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
