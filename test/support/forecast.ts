import { type Forecast, forecastFall } from '../../domain/risk/forecast.ts';

/** The forecast without its pauses. */
export function forecastAtOnce(...question: Parameters<typeof forecastFall>): Forecast | null {
  const steps = forecastFall(...question);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
