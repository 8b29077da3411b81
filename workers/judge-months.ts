import { judgeMonths } from '../services/quality/judge-months.ts';
import type { PipelineContext } from '../services/running/context.ts';

export type MonthJudge = {
  /** Judges what can be judged, unless this process is at it already. */
  run(): Promise<void>;
  /** Ends after the month that is under way; the others are due as before. */
  stop(): Promise<void>;
};

/** Judges months in the background: years of them take minutes, and nothing else has to wait for it. */
export function createMonthJudge(context: PipelineContext): MonthJudge {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  const judge = async () => {
    const months = await judgeMonths(context, new Date(), stopping.signal);
    if (months.length > 0) context.log.info({ months }, 'months judged by what UCDP has told');
  };
  return {
    run() {
      if (stopping.signal.aborted) return Promise.resolve();
      running ??= judge()
        .catch((error) => context.log.warn({ err: error }, 'months could not be judged; the next slot will'))
        .finally(() => {
          running = null;
        });
      return running;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
