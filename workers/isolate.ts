import { concernsNoRow } from '../services/database/failure.ts';
import { findSetAsideAmong, forgetSetAside, setAside } from '../services/database/set-aside.ts';
import type { PipelineContext } from '../services/running/context.ts';
import { FailedAlone } from './one-by-one.ts';
import type { Stage } from './stage.ts';

/** Pauses in minutes after each failed attempt at a row by itself; the last one repeats. */
const pausesMinutes = [1, 5, 15, 60, 240, 1440];

const longestReason = 500;

/**
 * Runs a stage for a batch of ids. A batch that fails is halved until what fails stands alone, and that is set aside:
 * k failing rows among n cost some 2 k log2(n) runs more, and all others go on. Where the stage says which id failed,
 * there is nothing to look for. What failed before runs by itself from the start. Throws only where the failure concerns no row, so that the same job is to be tried again.
 */
export async function runIsolated(
  context: PipelineContext,
  stage: Stage,
  ids: readonly number[],
  signal?: AbortSignal,
): Promise<void> {
  const known = await findSetAsideAmong(context.database, stage.queue, ids);
  const sound = [...new Set(ids)].filter((id) => !known.has(id)).sort((a, b) => a - b);
  const suspects = [...known].filter(([, { isWaiting }]) => !isWaiting).map(([id]) => id);
  if (sound.length > 0) await runHalving(context, stage, sound, false, signal);
  for (const id of suspects) {
    if (await runHalving(context, stage, [id], true, signal))
      await forgetSetAside(context.database, stage.queue, [id]);
  }
}

/** True where nothing of it had to be set aside. */
async function runHalving(
  context: PipelineContext,
  stage: Stage,
  ids: readonly number[],
  isAlone: boolean,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  signal?.throwIfAborted();
  try {
    await context.queues.wake(...(await stage.run(context, ids, isAlone)));
    return true;
  } catch (error) {
    if (concernsNoRow(error) || signal?.aborted) throw error;
    if (error instanceof FailedAlone && ids.includes(error.id)) {
      await putAside(context, stage, error.id, error.cause);
      // Those before it are done, and found to be so.
      const others = ids.filter((id) => id !== error.id);
      if (others.length > 0) await runHalving(context, stage, others, isAlone, signal);
      return false;
    }
    if (ids.length === 1) {
      // It may have been one of those that the stage took up beside it.
      if (stage.takesMore && !isAlone) return runHalving(context, stage, ids, true, signal);
      await putAside(context, stage, ids[0]!, error);
      return false;
    }
    context.log.warn(
      { err: error, stage: stage.queue, [`${stage.idOf}s`]: ids.length },
      'a batch failed and is halved',
    );
    const middle = Math.ceil(ids.length / 2);
    const first = await runHalving(context, stage, ids.slice(0, middle), true, signal);
    const second = await runHalving(context, stage, ids.slice(middle), true, signal);
    return first && second;
  }
}

async function putAside(context: PipelineContext, stage: Stage, id: number, error: unknown): Promise<void> {
  const text = error instanceof Error ? error.message : String(error);
  // Words from outside may stand in it: one line of bounded length.
  const reason = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, longestReason) || 'no reason was given';
  const failed = { stage: stage.queue, id, reason };
  const attempts = await setAside(context.database, failed, pausesMinutes);
  const line = { err: error, stage: stage.queue, [stage.idOf]: id, attempts };
  if (attempts === 1) context.log.error(line, 'what failed is set aside; all else goes on');
  else context.log.warn(line, 'what was set aside failed again');
}
