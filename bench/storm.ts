import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { withScratchFolder } from './scratch-folder.ts';
import { type Latencies, measure, percentile } from './storm/latency.ts';
import { type RunningOrewatch, startOrewatch } from './storm/running-orewatch.ts';
import { stormEvents } from './storm/storm-events.ts';

// Many events around the bundled mines of DR Congo, posted to an `orewatch up` of its own as fast as it takes them;
// meanwhile others ask four times a second. Or, with --rate and --minutes, a steady stream around all bundled sites,
// with the memory of each minute: what is left after a garbage collection must not grow with the time.
//
//   npm run bench:storm                                 20,000 events
//   npm run bench:storm -- --events 5000
//   npm run bench:storm -- --rate 20 --minutes 60

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '20000' },
    rate: { type: 'string' },
    minutes: { type: 'string', default: '60' },
    /** Further options of Node for the measured process, such as --cpu-prof; may be given more than once. */
    node: { type: 'string', multiple: true, default: [] },
  },
});
const batchSize = 500;
const say = (text: string) => process.stdout.write(`${text}\n`);
const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

type Site = { id: string; country: string; latitude: number; longitude: number };
type Work = { stages: { stage: string; waiting: number }[] };

await withScratchFolder(async (folder) => {
  const orewatch = await startOrewatch(folder, options.node);
  try {
    const { items } = (await orewatch.get('/v1/sites?limit=1000')) as { items: Site[] };
    await orewatch.post('/v1/subscriptions', { email: 'bench@example.org', bbox: [-180, -90, 180, 90] });
    await untilDone(orewatch);
    if (options.rate === undefined) await storm(orewatch, items, Number(options.events));
    else await stream(orewatch, items, Number(options.rate), Number(options.minutes));
  } finally {
    await orewatch.stop();
  }
});

async function storm(orewatch: RunningOrewatch, sites: readonly Site[], count: number): Promise<void> {
  const mines = sites.filter(({ country }) => country === 'CD');
  const quiet = sites.find(({ country }) => country === 'CO')!;
  const events = stormEvents(mines, { spreadKm: 40, days: 14, seed: 20260115 });
  const [mailsBefore, before] = [await orewatch.countMails(), await orewatch.state('now')];
  const startedAt = performance.now();
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
  const questions = [
    measure('/health/live', () => orewatch.get('/health/live')),
    measure('risk of a quiet site', () => orewatch.get(`/v1/sites/${quiet.id}/risk`)),
    measure('risk of a site inside', () => orewatch.get('/v1/sites/bisie/risk'), true),
  ];
  const memory = watchMemory(orewatch);
  const firstMail = until(async () => (await orewatch.countMails()) > mailsBefore);
  void firstMail.then(() => say(`first mail after ${seconds()} s`));

  say(`${count} events around ${mines.length} mines; load of the machine ${loadavg()[0]!.toFixed(1)}`);
  for (let posted = 0; posted < count; posted += batchSize) {
    const size = Math.min(batchSize, count - posted);
    await postNext(orewatch, events, size);
  }
  say(`stored after ${seconds()} s`);
  await untilDone(orewatch);
  say(`linked, assessed and told after ${seconds()} s; load of the machine ${loadavg()[0]!.toFixed(1)}`);
  await Promise.all([...questions.map((question) => question.stop()), memory.stop(), firstMail]);
  const { peakRss, heapUsed, rss, cpuSeconds } = await orewatch.state('after gc');
  say(`memory at most ${mb(peakRss)}; afterwards ${mb(rss)}, ${mb(heapUsed)} of it in use`);
  say(`processor time of the process ${(cpuSeconds - before.cpuSeconds).toFixed(1)} s`);
  say(`event loop held for at most ${memory.loopMaxMs().toFixed(0)} ms`);
  tellLatencies(questions);
}

async function postNext(orewatch: RunningOrewatch, events: Generator<unknown>, count: number): Promise<void> {
  const posted = Array.from({ length: count }, () => events.next().value);
  const { items } = (await orewatch.post('/v1/events', posted)) as { items: { outcome: string }[] };
  if (items.some(({ outcome }) => outcome !== 'new')) throw new Error('not all events were new');
}

function tellLatencies(questions: readonly Latencies[]): void {
  say('\n| question | asked | p50 | p99 | longest | failed |\n|---|---|---|---|---|---|');
  for (const { name, ms, failed } of questions) {
    const [p50, p99, longest] = [0.5, 0.99, 1].map((part) => `${(percentile(ms, part) / 1000).toFixed(2)} s`);
    say(`| ${name} | ${ms.length + failed} | ${p50} | ${p99} | ${longest} | ${failed} |`);
  }
}

async function stream(
  orewatch: RunningOrewatch,
  sites: readonly Site[],
  rate: number,
  minutes: number,
): Promise<void> {
  const events = stormEvents(sites, { spreadKm: 300, days: 2, seed: 20260116 });
  say(`${rate} events a second around ${sites.length} sites\n`);
  say(
    '| minute | events | RSS | heap after gc | external | left to do | load |\n|---|---|---|---|---|---|---|',
  );
  const startedAt = Date.now();
  for (let second = 0, minute = 0; minute < minutes; second++) {
    await postNext(orewatch, events, rate).catch((error: Error) => say(`not posted: ${error.message}`));
    await pause(Math.max(0, startedAt + 1000 * (second + 1) - Date.now()));
    const passed = Math.floor((Date.now() - startedAt) / 60_000);
    if (passed === minute) continue;
    minute = passed;
    const { rss } = await orewatch.state('now');
    const { heapUsed, external } = await orewatch.state('after gc');
    const cells = [
      minute,
      (second + 1) * rate,
      mb(rss),
      mb(heapUsed),
      mb(external),
      await countLeft(orewatch),
    ];
    say(`| ${cells.join(' | ')} | ${loadavg()[0]!.toFixed(1)} |`);
  }
  await untilDone(orewatch);
  const { rss } = await orewatch.state('now');
  const { heapUsed } = await orewatch.state('after gc');
  say(`\nall done: RSS ${mb(rss)}, heap after gc ${mb(heapUsed)}`);
}

function watchMemory(orewatch: RunningOrewatch) {
  let loopMaxMs = 0;
  let isStopped = false;
  const run = async () => {
    while (!isStopped) {
      loopMaxMs = Math.max(loopMaxMs, (await orewatch.state('now')).loopMaxMs);
      await pause(1000);
    }
  };
  const running = run();
  return {
    loopMaxMs: () => loopMaxMs,
    async stop() {
      isStopped = true;
      await running;
    },
  };
}

async function countLeft(orewatch: RunningOrewatch): Promise<number> {
  const { stages } = (await orewatch.get('/v1/health/work')) as Work;
  return stages.reduce((sum, { waiting }) => sum + waiting, 0);
}

/** Nothing is left to do, three times in a row. */
async function untilDone(orewatch: RunningOrewatch): Promise<void> {
  let idle = 0;
  await until(async () => {
    idle = (await countLeft(orewatch)) === 0 ? idle + 1 : 0;
    return idle === 3;
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(250);
}
