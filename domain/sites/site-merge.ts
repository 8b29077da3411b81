import type { SiteContent } from '../site.ts';

/** What a dataset says of a site at present. */
export type SiteRecord = {
  dataset: string;
  recordId: string;
  content: SiteContent & { details?: unknown; asOf?: string; edition?: string };
};

export type SiteName = { name: string; dataset: string };

/**
 * Makes a site of what its records say. The record that the site was made from (`maker`) decides; where it is silent
 * (no operator, kind or status unknown, no minerals) the first of the others that speaks does, in the order of
 * dataset and record. All names but the site's own become aliases. A site without a maker stays what it is, `before`.
 */
export function mergeRecords(
  maker: { dataset: string; recordId: string } | null,
  records: readonly SiteRecord[],
  before: SiteContent | null,
): { site: SiteContent; names: SiteName[] } {
  const isMaker = (record: SiteRecord) =>
    record.dataset === maker?.dataset && record.recordId === maker.recordId;
  const others = records.filter((record) => !isMaker(record)).sort(byDatasetAndId);
  const own = records.find(isMaker)?.content ?? before ?? others[0]!.content;
  const contents = [own, ...others.map((record) => record.content)];
  const site: SiteContent = {
    name: own.name,
    aliases: [],
    minerals: contents.find((content) => content.minerals.length > 0)?.minerals ?? [],
    kind: contents.find((content) => content.kind !== 'unknown')?.kind ?? 'unknown',
    operator: contents.find((content) => content.operator !== null)?.operator ?? null,
    country: contents.find((content) => content.country !== null)?.country ?? null,
    admin1: contents.find((content) => content.admin1 !== null)?.admin1 ?? null,
    latitude: own.latitude,
    longitude: own.longitude,
    status: contents.find((content) => content.status !== 'unknown')?.status ?? 'unknown',
  };
  const names = new Map<string, string>();
  for (const { dataset, content } of [...records.filter(isMaker), ...others]) {
    for (const name of [content.name, ...content.aliases]) {
      if (name !== site.name && !names.has(name)) names.set(name, dataset);
    }
  }
  site.aliases = [...names.keys()];
  return { site, names: [...names].map(([name, dataset]) => ({ name, dataset })) };
}

function byDatasetAndId(a: SiteRecord, b: SiteRecord): number {
  const [left, right] = [`${a.dataset}\n${a.recordId}`, `${b.dataset}\n${b.recordId}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
