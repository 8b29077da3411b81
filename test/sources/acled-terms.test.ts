import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { riskPolicy } from '../../config/risk-policy.ts';
import { createApp } from '../../services/api/app.ts';
import { startServer } from '../../services/api/server.ts';
import { checkMayFit } from '../../services/backtest/fit-terms.ts';
import { acledSource } from '../../services/sources/events/acled-source.ts';
import type { Source } from '../../services/sources/source.ts';
import { termsOf } from '../../services/sources/source-terms.ts';
import { captured } from '../support/captured.ts';
import { atMinute, fetchAfter, setUpSources, test, turnOn, world } from '../support/sources.ts';
import { account, rowOf, serveAcled } from './acled-server.ts';

setUpSources();

const source = acledSource as Source;

async function sourcesCommand(args: string[], env: Record<string, string> = {}) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const all = { DATABASE_URL: test.url, LOG_LEVEL: 'silent', OREWATCH_FETCH_ALLOW: world.host, ...env };
  const code = await main(['sources', ...args], { stdin: stdin.end(), stdout, stderr, env: all });
  return { code, stdout: captured(stdout), stderr: captured(stderr) };
}

/** Answers of the API, whose admin key is asked for by every route. */
async function apiAnswers(paths: (first: Record<string, unknown>[]) => string[]): Promise<string> {
  const adminKey = 'admin-key-of-the-tests';
  const context = {
    ...{ database: test.database, queues: { wake: async () => {} }, policy: riskPolicy },
    ...{ actors: new Map(), log: pino({ level: 'silent' }) },
  };
  const app = createApp({ context, config: { adminKey }, clock: () => atMinute(10) });
  const server = await startServer(app, { host: '127.0.0.1', port: 0 });
  const get = async (path: string) =>
    (await fetch(server.url + path, { headers: { authorization: `Bearer ${adminKey}` } })).text();
  try {
    const list = await get('/v1/events?source=acled');
    const others = [];
    for (const path of paths(JSON.parse(list).items)) others.push(await get(path));
    return [list, ...others].join('\n');
  } finally {
    await server.close();
  }
}

it('a row of ACLED is never shown by the API: its own fields, the attribution and a link are', async () => {
  serveAcled([rowOf('XYZ1', '2026-03-05')]);
  await turnOn(source, { baseUrl: world.url, since: '2026-01-10' });
  await fetchAfter(0, source, { credentials: account });
  const shown = await apiAnswers(([event]) => [`/v1/events/${event!.id}`, '/v1/sources']);
  expect(shown).not.toContain('Words of ACLED about XYZ1');
  expect(shown).not.toContain('Made-up Radio');
  const [, event, sources] = shown.split('\n').map((line) => JSON.parse(line));
  expect(event).toMatchObject({
    ...{ source: 'acled', place: 'Place of XYZ1', url: 'https://acleddata.com' },
    report: { publisher: 'ACLED (Armed Conflict Location & Event Data)', mayShowRaw: false, content: null },
  });
  const told = sources.items.find(({ name }: { name: string }) => name === 'acled');
  expect(told).toMatchObject({ mayShowRaw: false, mayFit: false, termsUrl: 'https://acleddata.com/eula' });
});

it('"sources on acled" prints the terms and what is still to be set; the list never says to switch it on without a licence', async () => {
  const on = await sourcesCommand(['on', 'acled', '--countries', 'CD,RW']);
  expect(on.code).toBe(0);
  expect(on.stdout).toMatch(/Terms: ACLED's terms of use\..* companies need a licence from ACLED\./);
  expect(on.stdout).toMatch(/nor used to fit a model\. https:\/\/acleddata\.com\/eula/);
  expect(on.stdout).toMatch(/Still to be set: OREWATCH_ACLED_PASSWORD/);
  await sourcesCommand(['off', 'acled']);
  const list = await sourcesCommand([]);
  expect(list.stdout).toMatch(/acled +off .*\n.*for a company is a licence from ACLED/);
});

it('"sources test acled" says how far the account sees, or what is wrong with the login', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const server = serveAcled([rowOf('XYZ1', today, { timestamp: 1 })]);
  await turnOn(source, { baseUrl: world.url });
  expect(await sourcesCommand(['test', 'acled'], account)).toMatchObject({
    code: 0,
    stdout: `ACLED works: the login holds; your account sees all that is published, now up to ${today}.\n`,
  });
  server.visibleTo = '2025-01-31';
  expect((await sourcesCommand(['test', 'acled'], account)).stdout).toContain(
    'your account sees data older than 12 months, now up to 2025-01-31.',
  );
  const wrong = await sourcesCommand(['test', 'acled'], {
    ...account,
    OREWATCH_ACLED_PASSWORD: 'not-it-at-all',
  });
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('ACLED does not work: it refuses the login (400)');
  expect(wrong.stderr).not.toContain('not-it-at-all');
});

it('no model is fitted with what a source forbids, under each name of it', () => {
  for (const name of ['acled', 'ACLED', 'acled-export', 'reliefweb'])
    expect(() => checkMayFit(name)).toThrow(/do not allow fitting a model/);
  expect(() => checkMayFit('my-watchers')).not.toThrow();
  expect(termsOf('reliefweb')?.licence).toMatch(/ReliefWeb/);
  expect(termsOf('my-watchers')).toBeNull();
});
