import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { type ParsedMail, simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { openStack } from '../../cli/stack.ts';
import { readConfig } from '../../config/env.ts';
import { withdrawSite } from '../../services/collecting/withdraw-site.ts';
import { captured } from '../support/captured.ts';
import { startPipeline, type TestPipeline } from '../support/pipeline.ts';
import { patienceMs } from '../support/process.ts';

const mine = { id: 'kalimbi', latitude: -2.03, longitude: 28.89, minerals: ['tin'] };

const attack = {
  publishedAt: '2024-05-02T08:00:00Z',
  publisher: 'Example News',
  title: 'Attack at Kalimbi',
  events: [
    {
      source: 'acled',
      sourceEventId: 'past-1',
      occurredOn: '2024-05-01',
      type: 'Violence against civilians',
      subType: 'Attack',
      place: 'Kalimbi',
      latitude: mine.latitude,
      longitude: mine.longitude,
      locationPrecision: 1,
      actors: ['M23'],
      deaths: 12,
      siteIds: [mine.id],
    },
  ],
};

let installation: TestPipeline;
let folder: string;
let file: string;

async function replay(...args: string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  // No setting lets a replay mail, not even this one.
  const env = {
    DATABASE_URL: installation.url,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'alerts@example.org',
    OREWATCH_DATA_DIR: folder,
    LOG_LEVEL: 'silent',
  };
  const code = await main(['replay', ...args], { stdin: stdin.end(), stdout, stderr, env });
  return { code, stdout: captured(stdout), stderr: captured(stderr) };
}

async function told(): Promise<unknown> {
  const { rows } = await installation.database.query(
    `select (select json_agg(alert order by id) from alert) as alerts,
            (select json_agg(alert_revision order by alert_id, revision) from alert_revision) as revisions,
            (select json_agg(message order by id) from message) as messages,
            (select count(*) from event) as events, (select count(*) from report) as reports`,
  );
  return rows[0];
}

async function mailsIn(world: string): Promise<ParsedMail[]> {
  const outbox = path.join(world, 'outbox');
  const files = (await readdir(outbox)).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(files.map(async (name) => simpleParser(await readFile(path.join(outbox, name)))));
}

beforeAll(async () => {
  installation = await startPipeline();
  const twice = { ...mine, id: 'twice', longitude: mine.longitude + 0.01 };
  await installation.addSites(mine, twice);
  await withdrawSite(
    installation.context,
    twice.id,
    { author: 'Ada', key: 'admin', reason: 'twice' },
    new Date(),
  );
  await installation.subscribe('buyer@smelter.example', { sites: [mine.id] });
  const { latitude, longitude } = mine;
  await installation.post({ latitude, longitude, siteIds: [mine.id], deaths: 20 });
  folder = await mkdtemp(path.join(tmpdir(), 'orewatch-replay-'));
  // As root PostgreSQL runs as another user, who can pass here.
  await chmod(folder, 0o711);
  file = path.join(folder, 'past.jsonl');
  await writeFile(file, `${JSON.stringify(attack)}\n`);
});
afterAll(async () => {
  await installation.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('orewatch replay', () => {
  it(
    'runs beside live alerts in a world of its own, with the sites and subscriptions of the installation',
    async () => {
      const before = await told();
      expect(before).toMatchObject({ alerts: [{ is_open: true }], messages: [{ state: 'sent' }], events: 1 });
      const world = path.join(folder, 'world');
      const { code, stdout, stderr } = await replay(file, '--into', world);
      expect(stdout + stderr).toMatch(/» alert opened, level high: kalimbi/);
      expect(stdout).toContain(`OREWATCH_DATA_DIR=${world} npx orewatch up`);
      expect(code).toBe(0);
      expect(await told()).toEqual(before);
      // Whoever deletes the folder deletes all of it.
      expect(await readdir(world)).toContain('postgres');

      const mails = await mailsIn(world);
      expect([mails[0]!.to].flat()[0]!.text).toBe('buyer@smelter.example');
      expect(mails[0]!.date!.toISOString()).toMatch(/^2024-05-02/);
      expect(mails.at(-1)!.subject).toMatch(/eased|resolved/);

      const stack = await openStack(readConfig({ OREWATCH_DATA_DIR: world, LOG_LEVEL: 'silent' }), {
        owner: 'only',
        work: 'none',
      });
      const { rows } = await stack.context.database.query(
        `select fetched_at < '2024-05-03' as "isBackdated", stored_at > now() - interval '1 hour' as "isMarked"
         from report`,
      );
      const sites = await stack.context.database.query(
        `select id, withdrawn_by as "withdrawnBy", exists (select from link where link.site_no = site.site_no) as "isTied"
         from site order by id`,
      );
      await stack.close();
      expect(rows).toEqual([{ isBackdated: true, isMarked: true }]);
      expect(sites.rows).toEqual([
        { id: 'kalimbi', withdrawnBy: null, isTied: true },
        { id: 'twice', withdrawnBy: 'Ada', isTied: false },
      ]);

      const again = await replay(file, '--into', world);
      expect(again).toMatchObject({ code: 2, stderr: expect.stringMatching(/begins in a new world.*world/) });
    },
    patienceMs,
  );

  it('says of a file that is none which line is wrong, and what should stand there', async () => {
    const wrong = path.join(folder, 'wrong.jsonl');
    const { source, ...withoutSource } = attack.events[0]!;
    await writeFile(wrong, `${JSON.stringify({ ...attack, events: [withoutSource] })}\n`);
    const { code, stderr } = await replay(wrong);
    expect(code).toBe(1);
    expect(stderr).toBe(`${wrong}, line 1: event 1: source is missing: it must be text\n`);
    const missing = await replay(path.join(folder, 'none.jsonl'));
    expect(missing).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^There is no file .*none\.jsonl/),
    });
  });

  it(
    'makes a folder in the data directory where none is named, and prints each step as JSON where asked',
    async () => {
      const { code, stdout } = await replay(file, '--json');
      expect(code).toBe(0);
      const [first] = stdout.trim().split('\n');
      expect(JSON.parse(first!)).toMatchObject({
        report: { title: 'Attack at Kalimbi' },
        told: [{ siteId: 'kalimbi' }],
      });
      expect(await readdir(path.join(folder, 'replays'))).toEqual([expect.stringMatching(/^past-\d{4}-/)]);
    },
    patienceMs,
  );
});
