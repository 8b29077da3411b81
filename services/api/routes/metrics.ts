import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { z } from 'zod';
import { startOfDay } from '../../../domain/time.ts';
import type { Database } from '../../database/pool.ts';
import { readWork } from '../../database/work.ts';
import { everySource } from '../../polling/every-source.ts';
import { readSources } from '../../polling/source-overview.ts';
import { stageQueues } from '../../queue/queues.ts';
import { route } from './route.ts';

export const getMetrics = route({
  method: 'get',
  path: '/metrics',
  summary: 'Figures of operation for Prometheus: stages, sources, this process',
  description: 'No site, subscriber or address stands in them.',
  isOpen: true,
  query: z.strictObject({}),
  answers: { 200: { description: 'The text format of Prometheus', schema: z.string() } },
  async handle({ context, now }) {
    const registry = new Registry();
    await Promise.all([
      gaugeStages(registry, context.database),
      gaugeSources(registry, context.database, now),
    ]);
    const all = Registry.merge([registry, processMetrics()]);
    return { status: 200, headers: { 'Content-Type': all.contentType }, body: await all.metrics() };
  },
});

/** Made with the first question: tools that only describe the routes measure nothing. */
let ofProcess: Registry | null = null;
function processMetrics(): Registry {
  if (ofProcess === null) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

async function gaugeStages(registry: Registry, database: Database): Promise<void> {
  const gauge = gaugesOf(registry, ['stage']);
  const waiting = gauge('orewatch_stage_waiting', 'Work of a stage that can be done and is not done yet.');
  const lag = gauge('orewatch_stage_lag_seconds', 'For how long the oldest of it has waited.');
  const aside = gauge('orewatch_stage_set_aside', 'What failed by itself and waits for its next try.');
  for (const { stage, ...work } of await readWork(database, stageQueues)) {
    waiting.set({ stage }, work.waiting);
    lag.set({ stage }, work.lagSeconds);
    aside.set({ stage }, work.setAside);
  }
}

/** Of sources that are on. */
async function gaugeSources(registry: Registry, database: Database, now: Date): Promise<void> {
  const gauge = gaugesOf(registry, ['source']);
  const fresh = gauge(
    'orewatch_source_fresh_to_seconds',
    'The day up to which it has published, since 1970.',
  );
  const got = gauge('orewatch_source_last_success_seconds', 'When it was fetched from last, since 1970.');
  const failures = gauge('orewatch_source_failures', 'Fetches that failed one after the other.');
  const stale = gauge('orewatch_source_stale', '1 where it is further behind than it should be.');
  const person = gauge('orewatch_source_needs_person', '1 where only a person can mend what fails.');
  const refused = gauge('orewatch_source_rows_refused', 'Rows that could not be read.');
  for (const row of await readSources(database, await everySource(database), now)) {
    if (row.state === 'off') continue;
    const source = row.name;
    const day = row.publishedTo ?? row.freshTo;
    if (day !== null) fresh.set({ source }, startOfDay(day) / 1000);
    if (row.lastSuccessAt) got.set({ source }, row.lastSuccessAt.getTime() / 1000);
    failures.set({ source }, row.failures);
    stale.set({ source }, row.isStale ? 1 : 0);
    person.set({ source }, row.state === 'needs-person' ? 1 : 0);
    refused.set({ source }, row.rowsRefused);
  }
}

function gaugesOf<L extends string>(registry: Registry, labelNames: readonly L[]) {
  return (name: string, help: string) => new Gauge({ name, help, labelNames, registers: [registry] });
}
