import type { LinkableSite } from '../domain/sites/link.ts';
import { normal, seededRandom } from './random.ts';

export type BenchEvent = { latitude: number; longitude: number; occurredOn: string; deaths: number };

type Cluster = { latitude: number; longitude: number; spread: number; weight: number };

/**
 * A made-up world: sites and events in clusters, as mining belts and front lines are. The clusters of the events lie
 * mostly on those of the sites, so that an event has tens of sites in reach where it has any.
 */
export function makeWorld(
  siteCount: number,
  eventCount: number,
): { sites: LinkableSite[]; events: BenchEvent[] } {
  const random = seededRandom(20250319);
  const belts = Array.from({ length: 60 }, (): Cluster => cluster(random));
  const fronts = [
    ...belts.slice(0, 25).map((belt) => ({ ...belt, spread: belt.spread * 1.5, weight: random() ** 2 })),
    ...Array.from({ length: 60 }, () => cluster(random)),
  ];
  const sites = Array.from({ length: siteCount }, (_, i) => ({
    siteNo: i + 1,
    id: `bench-${i + 1}`,
    ...place(belts, random),
  }));
  const today = Date.UTC(2026, 0, 1);
  const events = Array.from({ length: eventCount }, () => ({
    ...place(fronts, random),
    occurredOn: new Date(today - Math.floor(random() * 3000) * 86_400_000).toISOString().slice(0, 10),
    deaths: random() < 0.6 ? Math.ceil(random() * 9) : 0,
  }));
  return { sites, events };
}

function cluster(random: () => number): Cluster {
  return {
    latitude: -35 + 70 * random(),
    longitude: -110 + 230 * random(),
    spread: 0.3 + 1.5 * random(),
    weight: random() ** 2,
  };
}

function place(clusters: readonly Cluster[], random: () => number): { latitude: number; longitude: number } {
  let at = random() * clusters.reduce((sum, c) => sum + c.weight, 0);
  const chosen = clusters.find((c) => {
    at -= c.weight;
    return at <= 0;
  });
  const { latitude, longitude, spread } = chosen ?? clusters[0]!;
  return {
    latitude: Math.max(-89, Math.min(89, latitude + spread * normal(random))),
    longitude: Math.max(-179, Math.min(179, longitude + spread * normal(random))),
  };
}
