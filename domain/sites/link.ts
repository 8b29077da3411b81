import { changesControl } from '../acled.ts';
import type { EventRevision } from '../event.ts';
import type { RiskPolicy } from '../policy.ts';
import { distanceKm, type Point } from '../sphere.ts';
import { indexSites, type SiteIndex } from './site-index.ts';

export type LinkableSite = Point & { siteNo: number; id: string };

/** The part of an event that decides which sites it is tied to. */
export type LinkableEvent = Pick<EventRevision, 'subType' | 'latitude' | 'longitude' | 'siteIds'>;

/** Sites that can be found by place and by name. */
export type IndexedSites = {
  sites: readonly LinkableSite[];
  index: SiteIndex;
  byId: ReadonlyMap<string, LinkableSite>;
};

export function indexForLinking(sites: readonly LinkableSite[]): IndexedSites {
  return { sites, index: indexSites(sites), byId: new Map(sites.map((site) => [site.id, site])) };
}

/**
 * Ties an event to the sites in reach, and to those that its report names wherever it is placed. Distances are km,
 * rounded to the metre: everything computed later starts from the rounded distance, which is also the one shown.
 * A site that is named by a report without a usable place is at distance 0.
 */
export function linkEvent(
  event: LinkableEvent,
  { sites, index, byId }: IndexedSites,
  policy: RiskPolicy,
  link: (site: LinkableSite, distanceKm: number, named: boolean) => void,
): void {
  const point = placeOf(event);
  const named = new Set(event.siteIds);
  if (point) {
    const radiusKm = changesControl(event) ? policy.link.controlRadiusKm : policy.link.radiusKm;
    index.within(point, radiusKm, (position, km) => {
      const site = sites[position]!;
      link(site, roundToMetre(km), named.delete(site.id));
    });
  }
  for (const id of named) {
    const site = byId.get(id);
    if (site) link(site, point ? roundToMetre(distanceKm(site, point)) : 0, true);
  }
}

function placeOf({ latitude, longitude }: LinkableEvent): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

function roundToMetre(km: number): number {
  return Math.round(km * 1000) / 1000;
}
