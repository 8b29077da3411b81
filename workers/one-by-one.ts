import type { Wake } from '../services/queue/queues.ts';
import type { PipelineContext } from '../services/running/context.ts';

/** Which of the ids of a batch failed; `cause` says why. The runner need not look for it. */
export class FailedAlone extends Error {
  override name = 'FailedAlone';
  readonly id: number;
  constructor(id: number, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.id = id;
  }
}

/** Works on ids each by itself. Where one fails, what came of those before it goes on its way all the same. */
export async function oneByOne(
  context: PipelineContext,
  ids: readonly number[],
  work: (id: number) => Promise<Wake | null>,
): Promise<Wake[]> {
  const wakes: Wake[] = [];
  for (const id of ids) {
    try {
      const wake = await work(id);
      if (wake) wakes.push(wake);
    } catch (error) {
      await context.queues.wake(...wakes);
      throw new FailedAlone(id, error);
    }
  }
  return wakes;
}
