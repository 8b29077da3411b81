import { type LogFn, type Logger, pino } from 'pino';
import type { Config } from './env.ts';
import { secretHider } from './secrets.ts';

export type { Logger } from 'pino';

/** What is said again and again, while a server is away, is written once in this time. */
const repeatAfterMs = 10_000;

/** More kinds of lines than this are not remembered at once. */
const mostKinds = 500;

/**
 * JSON lines on standard error, which leaves standard output to what a command was asked for. Passwords and keys are
 * hidden, whoever logs them. A warning or an error that repeats itself is held back, and counted in the next such
 * line.
 */
export function createLogger(
  config: Parameters<typeof secretHider>[0] & Pick<Config, 'logLevel'>,
  destination: { write(line: string): void } = pino.destination(2),
) {
  const hideSecrets = secretHider(config);
  return pino(
    {
      level: config.logLevel,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { logMethod: holdBackRepeats() },
    },
    { write: (line: string) => destination.write(hideSecrets(line)) },
  );
}

type Fields = Record<string, unknown>;

function holdBackRepeats() {
  const known = new Map<string, { writtenAt: number; heldBack: number }>();
  return function (this: Logger, args: Parameters<LogFn>, write: LogFn, level: number): void {
    const [subject, ...texts] = args as unknown as [Fields | string, ...string[]];
    const [fields, words] = typeof subject === 'string' ? [{}, [subject, ...texts]] : [subject, texts];
    let heldBack = 0;
    const kind = level < pino.levels.values.warn! ? null : kindOf(fields, words);
    if (kind !== null) {
      const now = performance.now();
      const before = known.get(kind);
      if (before && now - before.writtenAt < repeatAfterMs) {
        before.heldBack += 1;
        return;
      }
      heldBack = before?.heldBack ?? 0;
      known.delete(kind);
      known.set(kind, { writtenAt: now, heldBack: 0 });
      if (known.size > mostKinds) known.delete(known.keys().next().value!);
    }
    const shown = heldBack > 0 ? { ...fields, heldBack } : fields;
    write.call(this, shown, ...(words as [string]));
  };
}

/** Lines are the same where text, error and every other field are; null for what has more in it, such as a request. */
function kindOf(fields: Fields, words: readonly string[]): string | null {
  const said = [...words];
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'object' && value !== null && !(value instanceof Error)) return null;
    said.push(`${name}=${value instanceof Error ? value.message : value}`);
  }
  return said.join('\n');
}
