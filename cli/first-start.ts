import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import { distanceKm } from '../domain/sphere.ts';
import { millisecondsPerDay } from '../domain/time.ts';
import { findNewestAssessment } from '../services/database/assessments/assessment.ts';
import { contentHash } from '../services/database/content-hash.ts';
import { insertSubscription } from '../services/database/deliveries/subscription.ts';
import { noteFact, readFact } from '../services/database/installation.ts';
import { readSitePositions } from '../services/database/sites/site-position.ts';
import { inTransaction } from '../services/database/transaction.ts';
import { importFile } from '../services/importing/import-file.ts';
import { demoRecipient } from '../services/notifier/mail/demo-address.ts';
import { type ReplayReport, readReplayFile } from '../services/sources/events/replay-report.ts';
import { loadBundledPlaces } from '../services/sources/places/place-bundled.ts';
import { type Io, print } from './command.ts';
import { createProgress } from './progress.ts';
import { replayReports } from './replay-reports.ts';
import type { Stack } from './stack.ts';
import { tellStep } from './tell-replay.ts';

const sitesFile = path.join(packageRoot, 'data', 'sites.csv');
const demoFile = path.join(packageRoot, 'data', 'walikale-2025.jsonl');
const demoSite = 'bisie';
const demoRadiusKm = 60;

/** Loads the bundled places and sites where they are new or have changed. */
export async function loadBundledFacts({ context, config }: Stack, recordedAt: Date): Promise<void> {
  await loadBundledPlaces(context.database, recordedAt);
  const fingerprint = contentHash(await readFile(sitesFile, 'utf8'));
  if ((await readFact(context.database, 'bundled sites')) === fingerprint) return;
  const summary = await importFile({
    kind: 'sites',
    format: 'csv',
    input: createReadStream(sitesFile),
    source: 'orewatch',
    context,
    recordedAt,
    refusedFolder: path.join(config.dataDir, 'refused'),
    fileName: sitesFile,
  });
  if (summary.refused > 0) throw new Error(`The bundled ${sitesFile} has ${summary.refused} bad rows.`);
  await noteFact(context.database, 'bundled sites', fingerprint);
}

/**
 * Loads the bundled facts into an embedded stack that was never started: nothing is in reach where no site is known.
 * What is read then has its own time, so that the replay of the first start, which begins years before, is left out.
 */
export async function prepareForReading(stack: Stack, io: Io): Promise<void> {
  const { database } = stack.context;
  if (stack.config.databaseUrl || (await readFact(database, 'bundled sites')) !== null) return;
  await loadBundledFacts(stack, new Date());
  await noteFact(database, 'demo replayed', 'not wanted');
  io.stderr.write('Loaded the bundled sites and places: Orewatch was not started here before.\n');
}

/**
 * Loads the bundled facts and, at the first start with a demo, replays the bundled reports for a demo subscription
 * to Bisie and its neighbours. What it does is noted when it is done: a start that was killed on the way goes on.
 */
export async function prepareFirstStart(
  stack: Stack,
  io: Io,
  withDemo: boolean,
  signal: AbortSignal,
): Promise<void> {
  const { context } = stack;
  const isDone = (await readFact(context.database, 'demo replayed')) !== null;
  if (isDone || !withDemo) {
    await loadBundledFacts(stack, new Date());
    await noteFact(context.database, 'demo replayed', isDone ? 'yes' : 'not wanted');
    return;
  }
  const reports = await readReplayFile(demoFile);
  // In the replayed world the sites are known from the day before the first report.
  const worldBegins = new Date(reports[0]!.publishedAt.getTime() - millisecondsPerDay);
  await loadBundledFacts(stack, worldBegins);
  await stack.waitUntilIdle();
  await subscribeDemo(stack, worldBegins);
  await tellDemo(stack, io, reports, signal);
  if (signal.aborted) print(io, 'Stopped on the way: the next start goes on with the replay.');
  else await noteFact(context.database, 'demo replayed', 'yes');
}

async function subscribeDemo({ context }: Stack, now: Date): Promise<void> {
  const sites = await readSitePositions(context.database);
  const centre = sites.find((site) => site.id === demoSite);
  // It may have been withdrawn while the replay went on.
  if (!centre) return;
  const near = sites
    .map((site) => ({ id: site.id, km: distanceKm(site, centre) }))
    .filter(({ km }) => km <= demoRadiusKm)
    // The order of a subscription's list says what matters most to its reader.
    .sort((a, b) => a.km - b.km)
    .map(({ id }) => id);
  const content = { email: demoRecipient, sites: near, minerals: null, countries: null, bbox: null };
  await inTransaction(context.database, async (client) => {
    const { rows } = await client.query('select from subscriber where lower(email) = lower($1)', [
      demoRecipient,
    ]);
    if (rows.length === 0) await insertSubscription(client, { ...content, minLevel: 'elevated' }, now);
  });
}

async function tellDemo(
  stack: Stack,
  io: Io,
  reports: readonly ReplayReport[],
  signal: AbortSignal,
): Promise<void> {
  print(
    io,
    `\nReplaying ${reports.length} reports on the advance towards Walikale, eastern DR Congo, in 2025,`,
  );
  print(
    io,
    `for a demo subscription (${demoRecipient}) to the Bisie tin mine and the sites within ${demoRadiusKm} km of it:\n`,
  );
  const progress = createProgress(io);
  await replayReports(stack, reports, {
    signal,
    // The days that passed before an earlier start was stopped do not pass again.
    livedUntil: await findNewestAssessment(stack.context.database),
    onStep(step) {
      progress.done();
      tellStep(io, step);
    },
    onDay: (day) => progress.update(`letting the days pass: ${day.toISOString().slice(0, 10)}`),
  });
  progress.done();
}
