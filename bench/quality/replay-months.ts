import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { openStack, type Stack } from '../../cli/stack.ts';
import { judgementText, monthLine } from '../../cli/tell-quality.ts';
import { readConfig } from '../../config/env.ts';
import { packageRoot } from '../../config/package-root.ts';
import { type Month, momentsOf } from '../../domain/fitting/judged-month.ts';
import { groupBy } from '../../domain/group-by.ts';
import { addDays, type CalendarDate, startOfDay } from '../../domain/time.ts';
import { collectEvents, collectInBulk } from '../../services/collecting/collect.ts';
import type { CollectedEvent } from '../../services/database/events/event.ts';
import { findJudgements } from '../../services/database/quality/judged-month.ts';
import { importFile } from '../../services/importing/import-file.ts';
import { judgingSource } from '../../services/quality/judge-month.ts';
import { judgeMonths } from '../../services/quality/judge-months.ts';
import { parseColumnMap, readMappedCsv } from '../../services/sources/events/mapped-csv.ts';
import { reassess } from '../../workers/reassess.ts';
import { withScratchFolder } from '../scratch-folder.ts';

const shared = path.join(packageRoot, '..', 'shared', 'data');
const sitesFile = path.join(shared, 'sites', 'ipis-drc-2024.csv');
const eventsFile = path.join(shared, 'events', 'ucdp-ged-drc-1989-2021.csv');
const columns = parseColumnMap(
  'date=date,type=event_type,lat=latitude,lon=longitude,deaths=fatalities',
  'confidence=confirmed',
);
/** Scores rest on as many days. */
const memoryDays = 730;

export function hasSharedData(): boolean {
  return existsSync(sitesFile) && existsSync(eventsFile);
}

/**
 * Lets months pass through the pipeline, moment by moment, with the mines of IPIS and the events of UCDP, each known
 * `soon`, at the next moment, or with the monthly release of UCDP Candidate, about three weeks after its month. Then
 * the months are judged.
 */
export async function replayMonths(
  months: readonly Month[],
  learned: 'soon' | 'by its releases',
  say: (text: string) => void,
): Promise<void> {
  const moments = months.flatMap(momentsOf);
  const events = (await readEvents()).filter(
    ({ event }) => event.occurredOn >= addDays(moments[0]!, -memoryDays),
  );
  const knownFrom = (day: CalendarDate) => (learned === 'soon' ? addDays(day, 1) : releaseOf(day));
  const byMoment = groupBy(events, ({ event }) =>
    moments.find((moment) => knownFrom(event.occurredOn) <= moment),
  );
  await withScratchFolder(async (folder) => {
    const config = readConfig({ OREWATCH_DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'warn' });
    const stack = await openStack(config, { owner: 'only', work: 'pipeline' });
    try {
      const before = (moment: CalendarDate, minutes: number) =>
        new Date(startOfDay(moment) - 60_000 * minutes);
      await importSites(stack, folder, before(moments[0]!, 60));
      for (const moment of moments) {
        await pass(stack, byMoment.get(moment) ?? [], before(moment, 10));
      }
      await pass(stack, byMoment.get(undefined) ?? [], before(addDays(moments.at(-1)!, 90), 0));
      // The machine wrote it now; then it would have been written at its time.
      for (const table of ['assessment', 'alert_revision'])
        await stack.context.database.query(`update ${table} set recorded_at = at`);
      await judgeMonths(stack.context, new Date());
      await tell(stack, months, say);
    } finally {
      await stack.close();
    }
  });
}

/** UCDP Candidate tells of a month about three weeks after its end. */
function releaseOf(day: CalendarDate): CalendarDate {
  const nextMonth = addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7);
  return `${nextMonth}-21`;
}

async function readEvents(): Promise<CollectedEvent[]> {
  const options = { now: new Date(), source: judgingSource, columns };
  const events: CollectedEvent[] = [];
  for await (const row of readMappedCsv(createReadStream(eventsFile), options))
    if (row.ok) events.push(row.value);
  return events;
}

async function importSites(stack: Stack, folder: string, recordedAt: Date): Promise<void> {
  await importFile({
    kind: 'sites',
    format: 'ipis',
    input: createReadStream(sitesFile),
    fileName: sitesFile,
    context: stack.context,
    recordedAt,
    refusedFolder: path.join(folder, 'refused'),
  });
  await stack.waitUntilIdle();
}

/** Lets events come in, and sites that are above low be assessed by the clock. */
async function pass(stack: Stack, events: CollectedEvent[], at: Date): Promise<void> {
  await collectInBulk(stack.context, () => collectEvents(stack.context, events, at));
  await stack.waitUntilIdle();
  await reassess(stack.context, at);
  await stack.waitUntilIdle();
}

async function tell(
  { context }: Stack,
  months: readonly Month[],
  say: (text: string) => void,
): Promise<void> {
  const judged = await findJudgements(context.database, { limit: 100 });
  // The months after those have no scores of their own.
  const replayed = judged.filter(({ month }) => months.includes(month)).reverse();
  for (const month of replayed) say(monthLine(month));
  say(`\n${judgementText(replayed.at(-1)!)}`);
}
