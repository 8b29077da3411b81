import { pino } from 'pino';
import type { Config } from './env.ts';

export type { Logger } from 'pino';

/** JSON lines on standard error, which leaves standard output to what a command was asked for. */
export function createLogger(config: Pick<Config, 'logLevel'>) {
  return pino(
    { level: config.logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  );
}
