import KDBush from 'kdbush';
import { riskPolicy } from '../config/risk-policy.ts';
import { indexForLinking, type LinkableSite, linkEvent } from '../domain/sites/link.ts';
import { earthRadiusKm, latitudeSpan, longitudeSpan, writeUnitVector } from '../domain/sphere.ts';
import { createPool } from '../services/database/pool.ts';
import { startCluster } from '../services/embedded/cluster.ts';
import { withScratchFolder } from './scratch-folder.ts';
import { type BenchEvent, makeWorld } from './world.ts';

// Ties 118,000 events to 12,000 sites in three ways, in turn in one run: by the product's own index, by the library
// kdbush with the same distance, and by a plain PostgreSQL query with an index on latitude and longitude.

const rounds = 5;
const radiusKm = riskPolicy.link.radiusKm;
const { sites, events } = makeWorld(12_000, 118_000);

function linkByGrid(): number {
  const indexed = indexForLinking(sites);
  let links = 0;
  const subType = 'Armed clash' as const;
  for (const { latitude, longitude } of events) {
    linkEvent({ latitude, longitude, subType, siteIds: [] }, indexed, riskPolicy, () => links++);
  }
  return links;
}

function linkByKdbush(): number {
  const tree = new KDBush(sites.length);
  const vectors = new Float64Array(sites.length * 3);
  sites.forEach((site, i) => {
    tree.add(site.longitude, site.latitude);
    writeUnitVector(site, vectors, i * 3);
  });
  tree.finish();
  const target = new Float64Array(3);
  const minimumCosine = Math.cos(radiusKm / earthRadiusKm);
  const dLat = latitudeSpan(radiusKm);
  const distances = new Float64Array(1024);
  let links = 0;
  for (const event of events) {
    const dLon = longitudeSpan(event.latitude, radiusKm);
    const { longitude: x, latitude: y } = event;
    writeUnitVector(event, target, 0);
    for (const i of tree.range(x - dLon, y - dLat, x + dLon, y + dLat)) {
      const cosine =
        vectors[i * 3]! * target[0]! + vectors[i * 3 + 1]! * target[1]! + vectors[i * 3 + 2]! * target[2]!;
      // A link needs its distance: working it out belongs to the task.
      if (cosine >= minimumCosine) distances[links++ % distances.length] = Math.acos(cosine) * earthRadiusKm;
    }
  }
  return links;
}

const sqlCount = `
  select count(*) as links from bench_event e join bench_site s
    on s.latitude between e.latitude - $1::double precision and e.latitude + $1
   and s.longitude between e.longitude - degrees(asin(least(1, sin($2::double precision) / cos(radians(e.latitude)))))
                       and e.longitude + degrees(asin(least(1, sin($2) / cos(radians(e.latitude)))))
   and 2 * $3::double precision * asin(least(1, sqrt(
         power(sin(radians(s.latitude - e.latitude) / 2), 2)
         + cos(radians(e.latitude)) * cos(radians(s.latitude)) * power(sin(radians(s.longitude - e.longitude) / 2), 2)
       ))) <= $4::double precision`;

await withScratchFolder(async (folder) => {
  const cluster = await startCluster(folder);
  const pool = createPool(cluster.urlOf('postgres'), {
    max: 1,
    applicationName: 'orewatch bench',
    onError: () => {},
  });
  await fill(pool, 'bench_site', sites);
  await fill(pool, 'bench_event', events);
  await pool.query('create index on bench_site (latitude, longitude)');
  await pool.query('analyze');
  const linkBySql = async () => {
    const values = [latitudeSpan(radiusKm), radiusKm / earthRadiusKm, earthRadiusKm, radiusKm];
    return (await pool.query(sqlCount, values)).rows[0].links as number;
  };

  const ways: [string, () => number | Promise<number>][] = [
    ['Orewatch (grid)', linkByGrid],
    ['kdbush', linkByKdbush],
    ['PostgreSQL query', linkBySql],
  ];
  const seconds = new Map<string, number[]>(ways.map(([name]) => [name, []]));
  const links = new Map<string, number>();
  for (let round = 0; round <= rounds; round++) {
    for (const [name, way] of ways) {
      const startedAt = performance.now();
      links.set(name, await way());
      // The first round warms up.
      if (round > 0) seconds.get(name)!.push((performance.now() - startedAt) / 1000);
    }
  }
  await pool.end();
  await cluster.stop();

  const say = (text: string) => process.stdout.write(`${text}\n`);
  say(
    `${sites.length} sites, ${events.length} events, links up to ${radiusKm} km, median of ${rounds} rounds\n`,
  );
  const ours = median(seconds.get('Orewatch (grid)')!);
  for (const [name] of ways) {
    const time = median(seconds.get(name)!);
    const count = links.get(name)!;
    const rate = Math.round(count / time).toLocaleString('en');
    say(
      `${name.padEnd(18)} ${time.toFixed(3)} s  ${count} links  ${rate} links/s  ${(time / ours).toFixed(1)} × ours`,
    );
  }
});

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

async function fill(
  pool: ReturnType<typeof createPool>,
  table: string,
  rows: readonly (LinkableSite | BenchEvent)[],
) {
  await pool.query(`create table ${table} (latitude double precision, longitude double precision)`);
  await pool.query(
    `insert into ${table} select * from unnest($1::double precision[], $2::double precision[])`,
    [rows.map((row) => row.latitude), rows.map((row) => row.longitude)],
  );
}
