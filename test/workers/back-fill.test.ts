import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/time.ts';
import { importFile } from '../../services/importing/import-file.ts';
import { startPipeline, type TestPipeline, today } from '../support/pipeline.ts';

const header =
  'source,sourceEventId,occurredOn,type,subType,latitude,longitude,locationPrecision,deaths,confidence';
/** More than one batch; of a source that joins its own reports, so that each row is an event of its own. */
const rowCount = 4500;

/** Mines of two regions too far apart for one event to reach both. */
const regions = [
  { name: 'recent', latitude: -1, longitude: 27 },
  { name: 'past', latitude: -9, longitude: 19 },
];
const mines = regions.flatMap(({ name, latitude, longitude }) =>
  Array.from({ length: 10 }, (_, i) => ({ id: `${name}-${i}`, latitude, longitude: longitude + i / 2 })),
);

/** Ten years around all mines, the newest rows scattered over the whole file. */
function backFill(newestDaysAgo: number): string {
  const rows = Array.from({ length: rowCount }, (_, i) => {
    const isRecent = i % 450 === 0;
    const { latitude, longitude } = mines[isRecent ? i / 450 : i % mines.length]!;
    const daysAgo = isRecent ? newestDaysAgo : 40 + ((i * 7) % 3600);
    const day = addDays(today(), -daysAgo);
    return `ucdp-ged,${i},${day},Battles,Armed clash,${latitude + 0.05},${longitude},1,1,confirmed`;
  });
  return [header, ...rows].join('\n');
}

let pipeline: TestPipeline;
let folder: string;
beforeAll(async () => {
  pipeline = await startPipeline(null, 60);
  folder = await mkdtemp(path.join(tmpdir(), 'orewatch-back-fill-'));
  await pipeline.addSites(...mines);
  await pipeline.subscribe('buyer@example.org', { sites: mines.map(({ id }) => id) });
});
afterAll(async () => {
  await pipeline?.stop();
  await rm(folder, { recursive: true });
});

async function backFillFrom(text: string) {
  const summary = await importFile({
    ...{ kind: 'events', format: 'csv', input: Readable.from([Buffer.from(text)]), fileName: 'years.csv' },
    ...{ context: pipeline.context, recordedAt: new Date(), refusedFolder: folder },
  });
  await pipeline.idle();
  return summary;
}

const toldSites = async () =>
  (
    await pipeline.database.query(
      `select distinct site.id from alert_revision as said join alert on alert.id = said.alert_id
       join site on site.site_no = alert.site_no where said.is_told order by site.id`,
    )
  ).rows.map(({ id }) => id);

describe('a back-fill of years', () => {
  it('mails nobody of history, and of what is recent in it once, at the sites that it reaches', async () => {
    expect(await backFillFrom(backFill(40))).toMatchObject({ new: rowCount, refused: 0 });
    expect(await toldSites()).toEqual([]);
    expect(await pipeline.mails()).toEqual([]);

    expect(await backFillFrom(backFill(3))).toMatchObject({ changed: 10, unchanged: rowCount - 10 });
    await pipeline.setClock(new Date(Date.now() + 600_000));
    expect(await toldSites()).toEqual(mines.slice(0, 10).map(({ id }) => id));
    expect(await pipeline.mails()).toHaveLength(1);

    expect(await backFillFrom(backFill(3))).toMatchObject({ unchanged: rowCount });
    await pipeline.setClock(new Date(Date.now() + 1_200_000));
    expect(await pipeline.mails()).toHaveLength(1);
  }, 120_000);
});
