import { setImmediate as others } from 'node:timers/promises';
import { type Forecast, forecastFall } from '../../domain/risk/forecast.ts';

/** When the level of a site will fall: whoever else waits for the processor has a turn after each step. */
export async function forecastWithPauses(
  ...question: Parameters<typeof forecastFall>
): Promise<Forecast | null> {
  const steps = forecastFall(...question);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await others();
  }
}
