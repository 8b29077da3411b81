import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, maskSecrets, readConfig } from '../../config/env.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'orewatch-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function mistakesOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

const grown = { DATABASE_URL: 'postgres://u:p@db.example.org:5432/orewatch' };

describe('the settings', () => {
  it('need nothing to be set: the embedded stack serves its own machine', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: null,
      redisUrl: null,
      smtpUrl: null,
      mailFrom: 'Orewatch <orewatch@localhost>',
      operatorEmail: null,
      publicUrl: 'http://localhost:8080',
      dataDir: path.resolve('.orewatch'),
      adminKey: null,
      logLevel: 'warn',
      groupingSeconds: 60,
      fetchAllow: [],
      llmUrl: null,
      llmModel: null,
      llmKey: null,
      credentials: {},
    });
  });

  it('of a grown stack listen for all and log for machines', () => {
    expect(readConfig(grown)).toMatchObject({
      databaseUrl: grown.DATABASE_URL,
      host: '0.0.0.0',
      logLevel: 'info',
    });
    expect(readConfig({ ...grown, HOST: '127.0.0.1', LOG_LEVEL: 'error' })).toMatchObject({
      host: '127.0.0.1',
      logLevel: 'error',
    });
  });

  it('are all taken from the environment', () => {
    const env = {
      PORT: '9000',
      HOST: '::1',
      DATABASE_URL: 'postgresql://u@db/orewatch',
      REDIS_URL: 'rediss://:secret@cache:6380/1',
      SMTP_URL: 'smtps://u:p@mail.example.org:465',
      MAIL_FROM: 'Mine watch <alerts@example.org>',
      OREWATCH_OPERATOR_EMAIL: 'operator@example.org',
      PUBLIC_URL: 'https://orewatch.example.org/',
      OREWATCH_DATA_DIR: '/srv/orewatch',
      OREWATCH_ADMIN_KEY: '0123456789abcdef',
      LOG_LEVEL: 'debug',
      OREWATCH_GROUPING_SECONDS: '0',
      OREWATCH_FETCH_ALLOW: 'feeds.example.org:8443, 10.0.0.0/8 [fd00::1]:80,fd00::/8',
      OREWATCH_LLM_URL: 'http://localhost:11434/v1/',
      OREWATCH_LLM_MODEL: 'small-reader',
      OREWATCH_LLM_KEY: 'open-sesame',
      OREWATCH_UCDP_TOKEN: 'token-of-ucdp',
    };
    expect(readConfig(env)).toEqual({
      port: 9000,
      host: '::1',
      databaseUrl: env.DATABASE_URL,
      redisUrl: env.REDIS_URL,
      smtpUrl: env.SMTP_URL,
      mailFrom: env.MAIL_FROM,
      operatorEmail: env.OREWATCH_OPERATOR_EMAIL,
      publicUrl: 'https://orewatch.example.org',
      dataDir: '/srv/orewatch',
      adminKey: env.OREWATCH_ADMIN_KEY,
      logLevel: 'debug',
      groupingSeconds: 0,
      fetchAllow: ['feeds.example.org:8443', '10.0.0.0/8', '[fd00::1]:80', 'fd00::/8'],
      llmUrl: 'http://localhost:11434/v1',
      llmModel: 'small-reader',
      llmKey: 'open-sesame',
      credentials: { OREWATCH_UCDP_TOKEN: 'token-of-ucdp' },
    });
  });

  it('count as not set where they are empty or blank', () => {
    expect(readConfig({ PORT: '', HOST: ' ', DATABASE_URL: '', SMTP_URL_FILE: '' })).toEqual(readConfig({}));
  });

  it('take their public address from the port', () => {
    expect(readConfig({ PORT: '9000' }).publicUrl).toBe('http://localhost:9000');
  });

  it.each(['0', '1', '65535'])('take the port %s', (port) => {
    expect(readConfig({ PORT: port }).port).toBe(Number(port));
  });

  it('take a setting from a file without the line break at its end', () => {
    const file = fileOf('database', 'postgres://u:p@db/orewatch\n');
    expect(readConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://u:p@db/orewatch');
    expect(readConfig({ PORT_FILE: fileOf('port', '9001\n') }).port).toBe(9001);
  });
});

describe('a mistake in the settings', () => {
  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', 'http'],
    ['PORT', '80.5'],
    ['REDIS_URL', 'http://cache'],
    ['PUBLIC_URL', 'orewatch.example.org'],
    ['PUBLIC_URL', 'ftp://orewatch.example.org'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'Eve <eve@example.org>\r\nBcc: all@example.org'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://db/orewatch'],
    ['SMTP_URL', 'mail.example.org:25'],
    ['OREWATCH_ADMIN_KEY', 'too-short'],
    ['OREWATCH_GROUPING_SECONDS', 'a minute'],
    ['OREWATCH_GROUPING_SECONDS', '-1'],
    ['OREWATCH_FETCH_ALLOW', 'feeds.example.org'],
    ['OREWATCH_FETCH_ALLOW', '10.0.0.0/33'],
    ['OREWATCH_FETCH_ALLOW', '127.0.0.1:80,http://localhost:8080'],
    ['OREWATCH_LLM_URL', 'localhost:11434'],
    ['OREWATCH_LLM_KEY', 'two words'],
  ])('in %s (%j) is told with its name and what it must be', (name, value) => {
    const told = mistakesOf({ [name]: value }).find((mistake) => mistake.startsWith(`${name} must `));
    expect(told).toBeDefined();
  });

  it('is told where a language model has a key but no address', () => {
    const mistakes = mistakesOf({ OREWATCH_LLM_KEY: 'open-sesame' });
    expect(mistakes).toEqual([
      'OREWATCH_LLM_URL must be set together with OREWATCH_LLM_MODEL and OREWATCH_LLM_KEY',
    ]);
  });

  it.each(['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'OREWATCH_ADMIN_KEY', 'OREWATCH_LLM_URL'])(
    'in the secret %s is told without the secret',
    (name) => {
      const mistakes = mistakesOf({ [name]: 'open-sesame:' });
      expect(mistakes).toHaveLength(1);
      expect(mistakes[0]).not.toContain('sesame');
    },
  );

  it('is told where a setting and its file are both set', () => {
    const file = fileOf('key', '0123456789abcdef');
    expect(mistakesOf({ OREWATCH_ADMIN_KEY: 'fedcba9876543210', OREWATCH_ADMIN_KEY_FILE: file })).toEqual([
      'OREWATCH_ADMIN_KEY and OREWATCH_ADMIN_KEY_FILE are both set: unset one of them',
    ]);
  });

  it('is told where the file of a setting cannot be read', () => {
    const mistakes = mistakesOf({ SMTP_URL_FILE: path.join(folder, 'missing') });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(/^SMTP_URL_FILE names .*missing, which cannot be read: ENOENT/);
    expect(mistakesOf({ SMTP_URL_FILE: folder })[0]).toMatch(/cannot be read: EISDIR/);
  });

  it('is told where the file of a setting is empty', () => {
    const mistakes = mistakesOf({ DATABASE_URL_FILE: fileOf('empty', '\n') });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(/^DATABASE_URL_FILE names .*empty, which is empty/);
  });

  it.each(['Orewatch <orewatch@localhost>', 'orewatch@localhost', null])(
    'is told where a mail server is set and the sender is %s',
    (from) => {
      const env = { SMTP_URL: 'smtp://mail.example.org', ...(from ? { MAIL_FROM: from } : {}) };
      expect(mistakesOf(env)).toEqual([
        'MAIL_FROM must be set together with SMTP_URL: mail servers refuse mail from localhost',
      ]);
    },
  );

  it('does not hide the others: all are told together, in words', () => {
    const env = { PORT: 'http', LOG_LEVEL: 'loud', PUBLIC_URL: 'here', OREWATCH_ADMIN_KEY: 'short' };
    const mistakes = mistakesOf(env);
    expect(mistakes.map((mistake) => mistake.split(' ')[0]).sort()).toEqual(Object.keys(env).sort());
    expect(new ConfigError(mistakes).message).toMatch(/^The configuration has 4 mistake\(s\):\n {2}- /);
  });
});

describe('what is shown of the settings', () => {
  // Long enough not to appear in the rest of an address by chance.
  const secret = fc
    .string({ minLength: 8, maxLength: 30, unit: 'grapheme-ascii' })
    .filter((text) => /\S{6}/.test(text));

  it('never holds a password, wherever it stands in an address', () => {
    const isShown = (text: string, hidden: string) =>
      text.includes(hidden) || text.includes(encodeURIComponent(hidden)) || decoded(text).includes(hidden);
    fc.assert(
      fc.property(
        secret,
        secret,
        fc.constantFrom('password', 'sslpassword', 'PASS', 'token', 'dkimKey'),
        (a, b, name) => {
          const [user, parameter] = [encodeURIComponent(a.trim()), encodeURIComponent(b.trim())];
          const config = readConfig({
            DATABASE_URL: `postgres://orewatch:${user}@db/orewatch?${name}=${parameter}&sslmode=require`,
            REDIS_URL: `rediss://:${user}@cache:6380/0?${name}=${parameter}`,
            SMTP_URL: `smtps://mailer:${user}@mail.example.org?${name}=${parameter}`,
            MAIL_FROM: 'alerts@example.org',
            OREWATCH_ADMIN_KEY: `${user}-0123456789abcdef`,
            OREWATCH_LLM_URL: `https://reader:${user}@llm.example.org/v1?${name}=${parameter}`,
            OREWATCH_LLM_KEY: `key-${user}`,
          });
          const shown = JSON.stringify(maskSecrets(config));
          return !isShown(shown, a.trim()) && !isShown(shown, b.trim());
        },
      ),
    );
  });

  it('still tells which server, port and database are used', () => {
    const config = readConfig({
      DATABASE_URL:
        'postgres://orewatch:secret-one@db.example.org:5433/mines?sslmode=require&password=secret-two',
      REDIS_URL: 'redis://cache:6379/2',
    });
    const shown = maskSecrets(config);
    expect(shown.databaseUrl).toBe(
      'postgres://orewatch:***@db.example.org:5433/mines?sslmode=require&password=***',
    );
    expect(shown.redisUrl).toBe('redis://cache:6379/2');
    expect(shown.adminKey).toBeNull();
  });
});

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
