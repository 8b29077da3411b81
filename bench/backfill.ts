import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openStack } from '../cli/stack.ts';
import { readConfig } from '../config/env.ts';
import { findAllAssessedSites } from '../services/database/assessments/assessment.ts';
import { readStatus } from '../services/database/status.ts';
import { importFile } from '../services/importing/import-file.ts';
import { reassess } from '../workers/reassess.ts';
import { withScratchFolder } from './scratch-folder.ts';
import { makeWorld } from './world.ts';

// The whole way from two files to assessed sites: 12,000 sites, then 118,000 events, on the embedded stack with the
// product's own settings; then the assessment of all sites anew.

const say = (text: string) => process.stdout.write(`${text}\n`);
const { sites, events } = makeWorld(12_000, 118_000);

await withScratchFolder(async (folder) => {
  const sitesFile = path.join(folder, 'sites.csv');
  const eventsFile = path.join(folder, 'events.csv');
  await writeFile(
    sitesFile,
    `id,name,minerals,kind,country,latitude,longitude\n${sites
      .map((site) => `${site.id},${site.id},gold,artisanal,CD,${site.latitude},${site.longitude}`)
      .join('\n')}\n`,
  );
  await writeFile(
    eventsFile,
    `source,sourceEventId,occurredOn,type,subType,place,latitude,longitude,locationPrecision,actors,deathsBest,confidence\n${events
      .map(
        (e, i) =>
          `bench,${i},${e.occurredOn},Battles,Armed clash,Place ${i},${e.latitude},${e.longitude},1,A;B,${e.deaths},confirmed`,
      )
      .join('\n')}\n`,
  );

  const config = readConfig({ OREWATCH_DATA_DIR: path.join(folder, 'data'), LOG_LEVEL: 'warn' });
  const stack = await openStack(config, { owner: 'only', work: 'pipeline' });
  const run = async (kind: 'sites' | 'events', file: string) => {
    const startedAt = performance.now();
    const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
    const summary = await importFile({
      kind,
      format: 'csv',
      input: createReadStream(file),
      fileName: file,
      context: stack.context,
      recordedAt: new Date(),
      refusedFolder: path.join(folder, 'refused'),
    });
    say(`${kind}: ${summary.new} rows stored after ${seconds()} s`);
    await stack.waitUntilIdle();
    say(`${kind}: linked and assessed after ${seconds()} s`);
  };
  await run('sites', sitesFile);
  await run('events', eventsFile);
  const startedAt = performance.now();
  await reassess(stack.context, new Date(), await findAllAssessedSites(stack.context.database));
  await stack.waitUntilIdle();
  say(
    `all sites assessed again, as the schedule does it, in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
  const { links, assessments, eventsToLink, sitesToAssess } = await readStatus(stack.context.database);
  say(`${links} links, ${assessments} assessments; left: ${eventsToLink} events, ${sitesToAssess} sites`);
  say(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  await stack.close();
});
