import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { packageRoot } from '../../config/package-root.ts';
import { captured } from '../support/captured.ts';

const names = [
  'up',
  'import',
  'feed',
  'replay',
  'backtest',
  'status',
  'retry',
  'key',
  'config',
  'migrate',
  'api',
  'worker',
  'schedule',
] as const;

async function run(args: string[], env: Record<string, string> = {}) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const code = await main(args, { stdin: stdin.end(), stdout, stderr, env });
  return { code, stdout: captured(stdout), stderr: captured(stderr) };
}

describe('orewatch help', () => {
  it.each([['help'], ['--help'], ['-h'], []])(
    'lists every command, examples and the settings, also as "orewatch %s"',
    async (...args) => {
      const { code, stdout, stderr } = await run(args.filter((arg) => typeof arg === 'string'));
      expect(code).toBe(0);
      expect(stderr).toBe('');
      for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name}\\s+\\S`, 'm'));
      expect(stdout).toContain('Examples:');
      for (const setting of ['PORT', 'OREWATCH_DATA_DIR', 'DATABASE_URL', 'SMTP_URL_FILE'])
        expect(stdout).toContain(setting);
    },
  );

  it.each(names)('tells how "%s" is used, with an example, in three ways of asking', async (name) => {
    const { code, stdout } = await run(['help', name]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: orewatch ${name}`);
    expect(stdout).toMatch(new RegExp(`Examples:\\n.*orewatch ${name}`));
    expect(await run([name, '--help'])).toEqual({ code, stdout, stderr: '' });
    expect(await run([name, '-h'])).toEqual({ code, stdout, stderr: '' });
  });

  it('answers 2 for help on a command that there is not', async () => {
    const { code, stderr } = await run(['help', 'dance']);
    expect(code).toBe(2);
    expect(stderr).toContain('There is no command "dance"');
  });
});

describe('orewatch', () => {
  it('answers 2 and lists the commands where there is none of that name', async () => {
    const { code, stdout, stderr } = await run(['dance']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('There is no command "dance"');
    expect(stderr).toMatch(/^ {2}import\s/m);
  });

  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([
    [['up', '--fast'], '--fast'],
    [['up', 'now'], 'now'],
    [['status', '--xml'], '--xml'],
    [['config', 'PORT'], 'PORT'],
    [['key'], 'name'],
    [['key', 'one', 'two'], 'one name'],
    [['replay'], 'file'],
    [['replay', 'a.jsonl', 'b.jsonl'], 'one file'],
    [['import'], 'one file'],
    [['import', 'mines', 'a.csv'], 'events, sites or places'],
    [['import', 'sites'], 'one file'],
    [['import', 'sites', '/nowhere/a.csv', '--format', 'csv'], '/nowhere/a.csv'],
    [['import', 'sites', '/nowhere/a.csv', '--format', 'xls'], 'xls'],
    [['feed'], 'add, list or remove'],
    [['feed', 'poll'], 'add, list or remove'],
    [['feed', 'add'], 'one feed'],
    [['feed', 'add', 'news.example.org'], 'the address must be'],
    [['feed', 'add', 'http://127.0.0.1/rss'], '127.0.0.1'],
    [['feed', 'add', 'http://news.example.org/rss', '--every', '1'], '--every must be'],
    [['feed', 'add', 'http://news.example.org/rss', '--every', 'often'], '--every must be'],
    [['feed', 'list', 'all'], 'no names'],
    [['feed', 'remove', '1', '--every', '5'], '--every'],
    [['migrate', 'up'], 'up'],
    [['api'], 'DATABASE_URL'],
    [['api', '--port', '80'], '--port'],
    [['worker', 'assess'], 'assess'],
    [['schedule', '--once'], '--once'],
  ])(
    'answers 2 to the wrong call %j, says what is wrong and how the command is used',
    async (args, wrong) => {
      const { code, stdout, stderr } = await run(args);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr.split('\n')[0]!.toLowerCase()).toContain(wrong.toLowerCase());
      expect(stderr).toContain(`Usage: orewatch ${args[0]}`);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
  );

  it('answers 1 and lists every mistake in the settings, without a trace', async () => {
    const { code, stderr } = await run(['status'], { PORT: 'http', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/2 mistake\(s\):\n {2}- PORT .*\n {2}- LOG_LEVEL .*\n$/);
  });

  it('prints the settings in force with their secrets masked', async () => {
    const env = {
      DATABASE_URL: 'postgres://orewatch:open-sesame@db/orewatch',
      OREWATCH_ADMIN_KEY: 'open-sesame-as-well',
    };
    const { code, stdout } = await run(['config', '--json'], env);
    expect(code).toBe(0);
    expect(stdout).not.toContain('sesame');
    expect(JSON.parse(stdout)).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      databaseUrl: 'postgres://orewatch:***@db/orewatch',
    });
    expect((await run(['config'], env)).stdout).toMatch(/^port\s+8080$/m);
    expect((await run(['config'], env)).stdout).not.toContain('sesame');
  });
});
