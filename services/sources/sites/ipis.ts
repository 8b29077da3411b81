import type { CollectedSite, CollectedVisit } from '../../database/sites/collected-site.ts';
import type { Refusal } from '../../refusing/refusal.ts';
import { checkColumns, openCsvTable, type TableRow } from '../files/csv-table.ts';
import { numberOf, oneLine } from '../files/field-text.ts';
import type { Row, RowReader } from '../files/row-reader.ts';
import { type IpisLayout, isNone, layoutOf } from './ipis-layout.ts';
import { siteRow } from './site-row.ts';

/**
 * Columns that tell of the mine, or number the rows of one edition (`vid` of a visit is another one in each edition).
 * The rest tells of the visit and is kept with it.
 */
const notOfVisit = new Set(
  'FID vid cid id pcode name geom longitude latitude location_origin province prefecture province_old territoire collectivite groupement village visit_date'.split(
    ' ',
  ),
);

/**
 * The artisanal mines of eastern DR Congo, or of the Central African Republic, as IPIS publishes them: one row for each
 * field visit, in the order of time. The newest visit of a mine decides what the mine is; all visits are kept. A visit is known by mine, day and its
 * place among the mine's visits of that day, which is the same in all editions.
 */
export const readIpis: RowReader<CollectedSite> = async function* (input, { now }) {
  const { columns, rows } = await openCsvTable(input, { required: ['pcode', 'visit_date'] });
  const layout = layoutOf(columns);
  checkColumns(columns, layout);
  const visitsOfDay = new Map<string, number>();
  for await (const row of rows) {
    if (!row.ok) {
      yield row;
      continue;
    }
    const day = `${row.value.pcode!.trim()}/${row.value.visit_date!.trim()}`;
    const place = (visitsOfDay.get(day) ?? 0) + 1;
    visitsOfDay.set(day, place);
    const visitId = place === 1 ? day : `${day}/${String(place).padStart(2, '0')}`;
    yield toSite(row, row.value, layout, { visitId, edition: editionOf(row.value.FID, now) });
  }
};

/**
 * When the edition was exported: GeoServer numbers the rows of an export by `java.rmi.server.UID`, whose middle part is
 * the time in ms since 1970 in base 16. What lies in the future is no such time.
 */
function editionOf(featureId: string | undefined, now: Date): string | undefined {
  const ms = Number.parseInt(/_([0-9a-f]{11})_-?[0-9a-f]+$/.exec(featureId?.trim() ?? '')?.[1] ?? '', 16);
  return ms <= now.getTime() ? new Date(ms).toISOString() : undefined;
}

function toSite(
  at: { line: number; raw: unknown },
  row: TableRow,
  layout: IpisLayout,
  { visitId, edition }: { visitId: string; edition: string | undefined },
): Row<CollectedSite> {
  const pcode = row.pcode!.trim();
  const visit = visitOf(row, layout, visitId);
  const site = {
    id: `ipis-${pcode.toLowerCase()}`,
    name: layout.name(row),
    minerals: layout.minerals(row),
    kind: 'artisanal',
    country: layout.country,
    admin1: layout.admin1(row),
    latitude: numberOf(row.latitude),
    longitude: numberOf(row.longitude),
  };
  const details = nonEmpty(row, ['territoire', 'collectivite', 'groupement', 'village', 'location_origin']);
  const record = {
    dataset: 'ipis',
    recordId: pcode,
    asOf: visitId,
    ...(edition && { edition }),
    details,
    visits: visit.ok ? [visit.visit] : [],
  };
  const stored = siteRow(at, site, record);
  if (visit.ok) return stored;
  return { ...at, ok: false, refusals: [...(stored.ok ? [] : stored.refusals), ...visit.refusals] };
}

function visitOf(
  row: TableRow,
  layout: IpisLayout,
  visitId: string,
): { ok: true; visit: CollectedVisit } | { ok: false; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const visitedOn = row.visit_date!.trim();
  if (!isDay(visitedOn)) {
    refusals.push({
      field: 'visit_date',
      expected: 'must be a date as YYYY-MM-DD',
      got: JSON.stringify(visitedOn),
    });
  }
  const workers = numberOf(row.workers_numb) ?? null;
  if (workers !== null && !(Number.isSafeInteger(workers) && workers >= 0 && workers < 1_000_000)) {
    const got = JSON.stringify(row.workers_numb);
    refusals.push({ field: 'workers_numb', expected: 'must be a number of workers', got });
  }
  if (refusals.length > 0) return { ok: false, refusals };
  return {
    ok: true,
    visit: {
      visitId,
      visitedOn,
      workers,
      armedPresence: layout.armedPresence(row),
      interference: layout.interference(row),
      armedGroups: layout.groupColumns.flatMap((column) =>
        isNone(row[column]) ? [] : (oneLine(row[column], 300) ?? []),
      ),
      content: nonEmpty(
        row,
        Object.keys(row).filter((column) => !notOfVisit.has(column)),
      ),
    },
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

/** The columns that say something. That there was no group is told by `presence`. */
function nonEmpty(row: TableRow, columns: readonly string[]): Record<string, string> {
  // Columns may have any name, also one that every object knows, such as __proto__.
  const kept: Record<string, string> = Object.create(null);
  for (const column of columns) {
    const isSilent = /^(type_)?armed_group\d$/.test(column) ? isNone(row[column]) : !row[column]?.trim();
    if (!isSilent) kept[column] = row[column]!.trim();
  }
  return kept;
}
