import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { pino } from 'pino';
import { riskPolicy } from '../../config/risk-policy.ts';
import type { SiteContent } from '../../domain/site.ts';
import { collectEvents, collectSites } from '../../services/collecting/collect.ts';
import { recordPolicy } from '../../services/database/assessments/assessment.ts';
import { insertSubscription } from '../../services/database/deliveries/subscription.ts';
import type { CollectedEvent } from '../../services/database/events/event.ts';
import { closeChannels, openChannels } from '../../services/notifier/channels.ts';
import { type OpenQueues, openQueues } from '../../services/queue/queues.ts';
import type { PipelineContext } from '../../services/running/context.ts';
import { readActors } from '../../services/sources/actors.ts';
import type { EventInput } from '../../services/sources/events/event-input.ts';
import { parseEvent } from '../../services/sources/events/event-input.ts';
import { pipelineOf } from '../../workers/pipeline.ts';
import { startWorkers } from '../../workers/runner.ts';
import { isIdle, sweep } from '../../workers/sweep.ts';
import { createTestDatabase } from './database.ts';
import { until } from './redis.ts';

type TestSite = { id: string; name?: string; latitude: number; longitude: number; minerals?: string[] };

export type TestPipeline = Awaited<ReturnType<typeof startPipeline>>;

/** The whole pipeline on a database of its own, with mails as files unless there is a mail server, on either backend of the queue. */
export async function startPipeline(
  redisUrl: string | null = null,
  groupingSeconds = 0,
  smtpUrl: string | null = null,
) {
  const { database, url, drop } = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'orewatch-pipeline-'));
  const log = pino({ level: 'silent' });
  const queues: OpenQueues = await openQueues({ databaseUrl: url, redisUrl, role: 'orewatch test', log });
  await recordPolicy(database, riskPolicy, new Date());
  const context: PipelineContext = { database, queues, policy: riskPolicy, actors: readActors(), log };
  let heldBy: Date | null = null;
  const mailFrom = 'Orewatch <alerts@orewatch.example>';
  const channels = openChannels({ smtpUrl, dataDir, mailFrom, publicUrl: 'http://localhost:8080' }, log);
  const pipeline = pipelineOf({ channels, mailFrom, groupingSeconds, heldBy: () => heldBy });
  const workers = await startWorkers(context, queues, pipeline);
  const idle = () => until('an idle pipeline', () => isIdle(context, pipeline), 240_000);
  return {
    database,
    url,
    context,
    queues,
    pipeline,
    idle,
    addSites(...sites: TestSite[]) {
      return this.addSitesAt(new Date(), ...sites);
    },
    async addSitesAt(recordedAt: Date, ...sites: TestSite[]) {
      await collectSites(context, sites.map(testSite), recordedAt);
      await idle();
    },
    async subscribe(
      email: string,
      over: { sites?: string[]; minerals?: string[]; minLevel?: 'guarded' | 'elevated' | 'high' | 'severe' },
    ) {
      const content = {
        email,
        sites: over.sites ?? null,
        minerals: over.minerals ?? null,
        countries: null,
        bbox: null,
      };
      return insertSubscription(database, { ...content, minLevel: over.minLevel ?? 'guarded' }, new Date());
    },
    /** The same without waiting for what follows. */
    addSitesOnly: (...sites: TestSite[]) => collectSites(context, sites.map(testSite), new Date()),
    postOnly: (...inputs: Partial<EventInput>[]) => collectEvents(context, inputs.map(testEvent), new Date()),
    /** Posts events as the API does and waits until everything that follows from them is done. */
    async post(...inputs: Partial<EventInput>[]) {
      return this.postAt(new Date(), ...inputs);
    },
    /** The same at another time, as a replay does. */
    async postAt(recordedAt: Date, ...inputs: Partial<EventInput>[]) {
      const outcomes = await collectEvents(context, inputs.map(testEvent), recordedAt);
      await idle();
      return outcomes;
    },
    /** Lets the time by which messages are held back be another, and sends what is due by then; null: the machine's time again. */
    async setClock(at: Date | null) {
      heldBy = at;
      await sweep(context, pipeline);
      await idle();
    },
    async mails(): Promise<ParsedMail[]> {
      const folder = path.join(dataDir, 'outbox');
      const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.eml')).sort();
      return Promise.all(files.map(async (file) => simpleParser(await readFile(path.join(folder, file)))));
    },
    async stop() {
      await workers.stop();
      await closeChannels(channels);
      await queues.close();
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const emptySite: Omit<SiteContent, 'name' | 'latitude' | 'longitude' | 'minerals'> = {
  aliases: [],
  kind: 'artisanal',
  operator: null,
  country: 'CD',
  admin1: null,
  status: 'unknown',
};

export function testSite({ id, name = id, latitude, longitude, minerals = ['gold'] }: TestSite) {
  return {
    dataset: 'test',
    recordId: id,
    siteId: id,
    sameAs: [],
    visits: [],
    site: { ...emptySite, name, latitude, longitude, minerals },
  };
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A deadly clash of today; each test states what differs. */
export function testEvent(over: Partial<EventInput>): CollectedEvent {
  const input = {
    source: 'acled',
    sourceEventId: 'E1',
    occurredOn: today(),
    type: 'Battles',
    subType: 'Armed clash',
    place: 'Mubi',
    actors: ['M23', 'FARDC'],
    deaths: 4,
    confidence: 'confirmed',
    ...over,
  };
  const parsed = parseEvent(input, new Date());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusals));
  const report = {
    publisher: null,
    title: null,
    url: null,
    publishedAt: null,
    mayShowRaw: true,
    content: input,
  };
  return { event: parsed.event, report: { externalId: parsed.event.sourceEventId, ...report } };
}
