import type { CollectedSite, OtherSite, SiteOutcome } from '../database/sites/collected-site.ts';
import type { Warning } from '../sources/files/row-reader.ts';

/** Tells that a new site could not get its id, or that it may be one that is known already, and what to do. */
export function siteWarning(
  { siteId: wanted, site: { latitude, longitude } }: Pick<CollectedSite, 'siteId' | 'site'>,
  { siteId, idTakenBy, beside }: Pick<SiteOutcome, 'siteId' | 'idTakenBy' | 'beside'>,
): Warning | null {
  if (idTakenBy) {
    const text = `is the id of ${inWords(idTakenBy)}: this site is ${siteId} instead. If both are one mine, correct its position; if not, give it an id of its own`;
    return { field: 'id', got: wanted, text };
  }
  if (!beside) return null;
  const { dataset, recordId } = beside;
  const tie =
    dataset !== null && recordId !== null
      ? `: if both are one mine, withdraw this one (DELETE /v1/sites/${siteId}) and bring it again with ${dataset}:${recordId} in its "records"`
      : '';
  const text = `is where ${siteId} lies, beside ${inWords(beside)}${tie}`;
  return { field: 'latitude, longitude', got: `${latitude}, ${longitude}`, text };
}

/** "Misisi" (site misisi of dataset ipis), 20 m away. */
export function inWords({ siteId, name, dataset, distanceKm }: OtherSite): string {
  const made = dataset === null ? '' : ` of dataset ${dataset}`;
  return `${JSON.stringify(name)} (site ${siteId}${made}), ${awayText(distanceKm)} away`;
}

function awayText(km: number): string {
  return km < 1 ? `${Math.round(1000 * km)} m` : `${km.toFixed(km < 10 ? 1 : 0)} km`;
}
