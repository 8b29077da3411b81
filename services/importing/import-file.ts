import type { Readable } from 'node:stream';
import { buildCountryAreas } from '../../domain/gazetteer/country-areas.ts';
import { collectEvents, collectInBulk, collectSites } from '../collecting/collect.ts';
import type { CollectedEvent } from '../database/events/event.ts';
import { type CollectedPlace, placeIdOf, storePlaces } from '../database/places/place.ts';
import type { CollectedSite, SiteOutcome } from '../database/sites/collected-site.ts';
import { inTransaction } from '../database/transaction.ts';
import type { PipelineContext } from '../running/context.ts';
import type { ColumnMap } from '../sources/files/row-reader.ts';
import { eventReaders, type FileFormat, placeReaders, siteReaders } from '../sources/formats.ts';
import { readBundledPlaces } from '../sources/places/place-bundled.ts';
import { importRows, type Outcome, type RowsRequest, type RowsSummary } from './import-rows.ts';
import { countryOfRow, placeWarning } from './place-warning.ts';
import { siteWarning } from './site-warning.ts';

export type ImportRequest = FileFormat &
  RowsRequest & {
    /** Name of the source or dataset, for formats that do not bring their own. */
    source?: string | null;
    /** For the format `mapped-csv`. */
    columns?: ColumnMap;
    context: Pick<PipelineContext, 'database' | 'queues'>;
    recordedAt: Date;
  };

export type ImportSummary = RowsSummary & {
  /** Only for sites: how many sites the rows tell of. A file with field visits has a row for each of them. */
  sites?: { new: number; changed: number; unchanged: number; withdrawn: number };
};

/**
 * Imports a file of events, sites or places: streams it, and stores it in batches. Importing it again changes nothing; an
 * import that was cut off is completed by importing the file again. Throws a SourceFileError where the file as a
 * whole cannot be read; what is wrong with a row is told in the summary and costs that row alone.
 */
export async function importFile(request: ImportRequest): Promise<ImportSummary> {
  const { context, recordedAt } = request;
  const read = { bytes: 0 };
  const input = countBytes(request.input, read);
  const options = { now: recordedAt, source: request.source ?? null, columns: request.columns };
  if (request.kind === 'places') {
    return importRows(placeReaders[request.format](input, options), request, read, {
      identityOf: (item: CollectedPlace) => placeIdOf(item),
      contentOf: ({ place }) => place,
      store: async (values) => {
        const outcomes = await inTransaction(context.database, (client) =>
          storePlaces(client, values, recordedAt),
        );
        return outcomes.map((outcome) => ({ outcome }));
      },
    });
  }
  const areas = buildCountryAreas((await readBundledPlaces(recordedAt)).map(({ place }) => place));
  if (request.kind === 'events') {
    const rows = eventReaders[request.format](input, options);
    return collectInBulk(context, () =>
      importRows(rows, request, read, {
        identityOf: ({ event }: CollectedEvent) => `${event.source}\n${event.sourceEventId}`,
        contentOf: ({ event, firstCounts }) => (firstCounts ? null : event),
        warningOf: ({ event }, raw) => placeWarning(event, countryOfRow(raw), areas),
        store: (values) => collectEvents(context, values, recordedAt),
      }),
    );
  }
  const sites = new Map<string, SiteFate>();
  const summary = await importRows(siteReaders[request.format](input, options), request, read, {
    identityOf: ({ dataset, recordId, asOf }: CollectedSite) => `${dataset}\n${recordId}\n${asOf ?? ''}`,
    contentOf: (site) => site,
    warningOf: ({ site }) => placeWarning(site, site.country, areas),
    store: async (values) => {
      const outcomes = await collectSites(context, values, recordedAt);
      for (const outcome of outcomes) noteFate(sites, outcome);
      // A site that several rows tell of is warned of once.
      const warned = new Set<string>();
      return values.map((value, i) => {
        const { siteId } = outcomes[i]!;
        const warning = warned.has(siteId) ? null : siteWarning(value, outcomes[i]!);
        warned.add(siteId);
        return { outcome: rowOutcome(value, outcomes[i]!), warning };
      });
    },
  });
  const count = (fate: SiteFate) => [...sites.values()].filter((value) => value === fate).length;
  return {
    ...summary,
    sites: {
      ...{ new: count('new'), changed: count('changed'), unchanged: count('unchanged') },
      withdrawn: count('withdrawn'),
    },
  };
}

async function* countBytes(input: Readable, read: { bytes: number }): AsyncGenerator<Buffer | string> {
  for await (const piece of input) {
    read.bytes += piece.length;
    yield piece;
  }
}

/** A row with a field visit is as new as its visit; any other as its site. */
function rowOutcome(value: CollectedSite, { outcome, isWithdrawn, ...visits }: SiteOutcome): Outcome {
  if (isWithdrawn) return 'withdrawn';
  if (value.visits.length === 0) return outcome;
  if (visits.newVisits > 0) return 'new';
  if (visits.changedVisits > 0) return 'changed';
  return visits.olderVisits > 0 ? 'older' : 'unchanged';
}

const siteFates = ['withdrawn', 'unchanged', 'changed', 'new'] as const;
type SiteFate = (typeof siteFates)[number];

/** The rows of a file may tell of one site in several batches: it counts once, by the greatest change. */
function noteFate(sites: Map<string, SiteFate>, { siteId, outcome, isWithdrawn }: SiteOutcome): void {
  const fate = isWithdrawn ? 'withdrawn' : outcome;
  const before = sites.get(siteId) ?? 'withdrawn';
  if (siteFates.indexOf(fate) >= siteFates.indexOf(before)) sites.set(siteId, fate);
}
