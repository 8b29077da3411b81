import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The settings in force. Everything that depends on the environment is passed down from here. */
export type Config = {
  port: number;
  host: string;
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** Null: the queue runs on PostgreSQL. */
  redisUrl: string | null;
  /** Null: mails are written to the outbox in the data directory. */
  smtpUrl: string | null;
  mailFrom: string;
  publicUrl: string;
  dataDir: string;
  adminKey: string | null;
  /** How long what is to be told to a subscriber is gathered for one message, in seconds. */
  groupingSeconds: number;
  logLevel: LogLevel;
};

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** All mistakes in the environment at once, in words. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(
      `The configuration has ${mistakes.length} mistake(s):\n${mistakes.map((m) => `  - ${m}`).join('\n')}`,
    );
    this.mistakes = mistakes;
  }
}

const url = (schemes: readonly string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
    message: `must be an address such as ${example}`,
  });

const settings = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535 (0 takes any free one)')
    .transform(Number)
    .refine((port) => port <= 65535, 'must be a port number from 0 to 65535 (0 takes any free one)'),
  HOST: z.string().min(1),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/orewatch'),
  REDIS_URL: url(['redis:', 'rediss:'], 'redis://host:6379/0'),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org:465'),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^\r\n<>@]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/,
      'must be a mail address such as Orewatch <alerts@example.org>',
    ),
  PUBLIC_URL: url(['http:', 'https:'], 'https://orewatch.example.org').transform((text) =>
    text.replace(/\/+$/, ''),
  ),
  OREWATCH_DATA_DIR: z.string().min(1),
  OREWATCH_ADMIN_KEY: z.string().min(16, 'must have at least 16 characters'),
  OREWATCH_GROUPING_SECONDS: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number of seconds from 0 to 99999')
    .transform(Number),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }),
} satisfies Record<string, z.ZodType<string | number>>;

type Setting = keyof typeof settings;
const secrets: readonly Setting[] = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'OREWATCH_ADMIN_KEY'];

/**
 * Reads the configuration from the environment. A setting may also come from the file that `NAME_FILE` names.
 * Throws a ConfigError that lists every mistake.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const mistakes: string[] = [];
  const read = <S extends Setting>(name: S): z.output<(typeof settings)[S]> | null => {
    const text = readText(env, name, mistakes);
    if (text === null) return null;
    const parsed = settings[name].safeParse(text);
    if (parsed.success) return parsed.data as z.output<(typeof settings)[S]>;
    const shown = secrets.includes(name) ? '(hidden)' : JSON.stringify(text);
    mistakes.push(`${name} ${parsed.error.issues[0]!.message}; it is ${shown}`);
    return null;
  };

  const databaseUrl = read('DATABASE_URL');
  const port = read('PORT') ?? 8080;
  // An embedded stack serves its own machine; a grown one stands behind a proxy or in a container.
  const host = read('HOST') ?? (databaseUrl ? '0.0.0.0' : '127.0.0.1');
  const config: Config = {
    port,
    host,
    databaseUrl,
    redisUrl: read('REDIS_URL'),
    smtpUrl: read('SMTP_URL'),
    mailFrom: read('MAIL_FROM') ?? 'Orewatch <orewatch@localhost>',
    publicUrl: read('PUBLIC_URL') ?? `http://localhost:${port}`,
    dataDir: path.resolve(read('OREWATCH_DATA_DIR') ?? '.orewatch'),
    adminKey: read('OREWATCH_ADMIN_KEY'),
    groupingSeconds: read('OREWATCH_GROUPING_SECONDS') ?? 60,
    // On one's own machine a person reads the terminal; elsewhere a machine collects the log.
    logLevel: read('LOG_LEVEL') ?? (databaseUrl ? 'info' : 'warn'),
  };
  if (config.smtpUrl && /@localhost>?$/.test(config.mailFrom)) {
    mistakes.push('MAIL_FROM must be set together with SMTP_URL: mail servers refuse mail from localhost');
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return config;
}

/** A setting's own value, or what its file holds; an empty value counts as none. */
function readText(env: Record<string, string | undefined>, name: Setting, mistakes: string[]): string | null {
  const value = env[name]?.trim() || null;
  const file = env[`${name}_FILE`]?.trim();
  if (!file) return value;
  if (value) mistakes.push(`${name} and ${name}_FILE are both set: unset one of them`);
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (!text)
      mistakes.push(
        `${name}_FILE names ${file}, which is empty: write the setting into it, or unset ${name}_FILE`,
      );
    return text || null;
  } catch (error) {
    mistakes.push(`${name}_FILE names ${file}, which cannot be read: ${(error as Error).message}`);
    return null;
  }
}

/** The configuration as it may be shown: passwords and keys masked. */
export function maskSecrets(config: Config): Record<string, string | number | null> {
  return {
    ...config,
    databaseUrl: maskPassword(config.databaseUrl),
    redisUrl: maskPassword(config.redisUrl),
    smtpUrl: maskPassword(config.smtpUrl),
    adminKey: config.adminKey && '(set, hidden)',
  };
}

function maskPassword(address: string | null): string | null {
  if (!address) return null;
  const parsed = new URL(address);
  if (parsed.password) parsed.password = '***';
  for (const name of parsed.searchParams.keys()) {
    if (/pass|key|secret|token/i.test(name)) parsed.searchParams.set(name, '***');
  }
  return parsed.href;
}
