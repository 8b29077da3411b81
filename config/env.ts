import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { isSecretName } from './secrets.ts';

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
  /** Who is told what only a person can mend; null: the log alone tells. */
  operatorEmail: string | null;
  publicUrl: string;
  dataDir: string;
  adminKey: string | null;
  /** How long what is to be told to a subscriber is gathered for one message, in seconds. */
  groupingSeconds: number;
  /** What feeds may be fetched from beside public addresses on ports 80 and 443: `host:port` or a network. */
  fetchAllow: readonly string[];
  /** Base address of a language model that reads reports as a second reader; null: none does. */
  llmUrl: string | null;
  /** Name of the model, where the server knows several. */
  llmModel: string | null;
  llmKey: string | null;
  /** Of sources that ask for them: what is set of `credentialSettings`, by the name of the setting. */
  credentials: Readonly<Record<string, string>>;
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

/** `host:port`, `[address]:port`, or a network such as 10.0.0.0/8. */
function isFetchPlace(text: string): boolean {
  const [address, bits, ...more] = text.split('/');
  if (bits !== undefined) {
    const family = isIP(address!);
    return (
      more.length === 0 && family > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)
    );
  }
  const [, host, port] = /^(\[[0-9a-fA-F:.]+\]|[a-zA-Z0-9_.-]+):(\d{1,5})$/.exec(text) ?? [];
  if (!host || Number(port) > 65535) return false;
  return !host.startsWith('[') || isIP(host.slice(1, -1)) === 6;
}

const printable = z
  .string()
  .max(2000)
  .regex(/^[\x21-\x7e]+$/, 'must be of printable characters without spaces');

/** What sources ask for, by the name under which it is set. */
const credentialSettings = [
  'OREWATCH_UCDP_TOKEN',
  'OREWATCH_ACLED_USER',
  'OREWATCH_ACLED_PASSWORD',
  'OREWATCH_RELIEFWEB_APPNAME',
] as const;

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
  OREWATCH_OPERATOR_EMAIL: z
    .string()
    .regex(/^[^\s<>@,;]+@[^\s<>@,;]+$/, 'must be one mail address such as operator@example.org'),
  PUBLIC_URL: url(['http:', 'https:'], 'https://orewatch.example.org').transform((text) =>
    text.replace(/\/+$/, ''),
  ),
  OREWATCH_DATA_DIR: z.string().min(1),
  OREWATCH_ADMIN_KEY: z.string().min(16, 'must have at least 16 characters'),
  OREWATCH_GROUPING_SECONDS: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number of seconds from 0 to 99999')
    .transform(Number),
  OREWATCH_FETCH_ALLOW: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (places) => places.every(isFetchPlace),
      'must be a list of host:port and networks, such as feeds.example.org:8443,10.0.0.0/8',
    ),
  OREWATCH_LLM_URL: url(['http:', 'https:'], 'http://localhost:11434/v1').transform((text) =>
    text.replace(/\/+$/, ''),
  ),
  OREWATCH_LLM_MODEL: z
    .string()
    .max(200)
    .regex(/^[^\p{Cc}]+$/u, 'must be on one line'),
  OREWATCH_LLM_KEY: printable,
  OREWATCH_UCDP_TOKEN: printable,
  OREWATCH_ACLED_USER: z.email('must be the mail address of an account at acleddata.com'),
  OREWATCH_ACLED_PASSWORD: z.string().max(500),
  OREWATCH_RELIEFWEB_APPNAME: printable,
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }),
} satisfies Record<string, z.ZodType<string | number | string[]>>;

type Setting = keyof typeof settings;
const secrets: readonly Setting[] = [
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'OREWATCH_ADMIN_KEY',
  'OREWATCH_LLM_URL',
  'OREWATCH_LLM_KEY',
  ...credentialSettings,
];

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
    operatorEmail: read('OREWATCH_OPERATOR_EMAIL'),
    publicUrl: read('PUBLIC_URL') ?? `http://localhost:${port}`,
    dataDir: path.resolve(read('OREWATCH_DATA_DIR') ?? '.orewatch'),
    adminKey: read('OREWATCH_ADMIN_KEY'),
    groupingSeconds: read('OREWATCH_GROUPING_SECONDS') ?? 60,
    fetchAllow: read('OREWATCH_FETCH_ALLOW') ?? [],
    llmUrl: read('OREWATCH_LLM_URL'),
    llmModel: read('OREWATCH_LLM_MODEL'),
    llmKey: read('OREWATCH_LLM_KEY'),
    credentials: Object.fromEntries(
      credentialSettings.flatMap((name) => {
        const value = read(name);
        return value === null ? [] : [[name, value]];
      }),
    ),
    // On one's own machine a person reads the terminal; elsewhere a machine collects the log.
    logLevel: read('LOG_LEVEL') ?? (databaseUrl ? 'info' : 'warn'),
  };
  if (config.smtpUrl && /@localhost>?$/.test(config.mailFrom)) {
    mistakes.push('MAIL_FROM must be set together with SMTP_URL: mail servers refuse mail from localhost');
  }
  if (!config.llmUrl && (config.llmModel || config.llmKey)) {
    mistakes.push('OREWATCH_LLM_URL must be set together with OREWATCH_LLM_MODEL and OREWATCH_LLM_KEY');
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
export function maskSecrets({ credentials, ...config }: Config): Record<string, string | number | null> {
  return {
    ...config,
    databaseUrl: maskPassword(config.databaseUrl),
    redisUrl: maskPassword(config.redisUrl),
    smtpUrl: maskPassword(config.smtpUrl),
    adminKey: config.adminKey && '(set, hidden)',
    fetchAllow: config.fetchAllow.join(', ') || null,
    llmUrl: maskPassword(config.llmUrl),
    llmKey: config.llmKey && '(set, hidden)',
    credentials: Object.keys(credentials).join(', ') || null,
  };
}

function maskPassword(address: string | null): string | null {
  if (!address) return null;
  const parsed = new URL(address);
  if (parsed.password) parsed.password = '***';
  for (const name of parsed.searchParams.keys()) {
    if (isSecretName(name)) parsed.searchParams.set(name, '***');
  }
  return parsed.href;
}
