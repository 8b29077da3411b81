import type { Wake } from '../services/queue/queues.ts';
import type { PipelineContext } from '../services/running/context.ts';

/** Works on ids each by itself. Where one fails, what came of those before it goes on its way all the same. */
export async function oneByOne(
  context: PipelineContext,
  ids: readonly number[],
  work: (id: number) => Promise<Wake | null>,
): Promise<Wake[]> {
  const wakes: Wake[] = [];
  try {
    for (const id of ids) {
      const wake = await work(id);
      if (wake) wakes.push(wake);
    }
  } catch (error) {
    await context.queues.wake(...wakes);
    throw error;
  }
  return wakes;
}
