import { cellOf, withNeighbours } from '../../../domain/sites/grid-cell.ts';
import { type CalendarDate, calendarDate } from '../../../domain/time.ts';
import { jsonText } from '../json-text.ts';
import type { Queryable } from '../pool.ts';
import { readSitePositions } from '../sites/site-position.ts';

/** What a run of a source's model says of a month in a cell. */
export type CellForecast = {
  run: string;
  cellId: number;
  /** Its first day. */
  month: CalendarDate;
  /** Of a death, 0 to 1. */
  chance: number;
  /** Deaths. */
  expected: number;
};

/** Stores what is said of cells in or beside which a watched site lies; answers how many that are. */
export async function storeForecasts(
  client: Queryable,
  source: string,
  forecasts: readonly CellForecast[],
  recordedAt: Date,
): Promise<number> {
  if (forecasts.length === 0) return 0;
  const near = new Set((await readSitePositions(client)).map(cellOf).flatMap(withNeighbours));
  const kept = forecasts.filter(({ cellId }) => near.has(cellId));
  await client.query(
    `insert into forecast_cell (source, cell_id, month, run, chance, expected, recorded_at)
     select $1, "cellId", month, run, chance, expected, $3
     from json_to_recordset($2::json)
       as (run text, "cellId" integer, month date, chance double precision, expected double precision)
     on conflict (source, cell_id, month, run) do update
       set chance = excluded.chance, expected = excluded.expected`,
    [source, jsonText(kept), recordedAt],
  );
  return kept.length;
}

/** As many months are told, from that of the instant on. */
const monthsTold = 3;

export type SiteForecast = CellForecast & { source: string; options: Record<string, unknown> };

/**
 * What sources that are switched on forecast for the cell of a site, for the month of an instant and those after it:
 * of each month the newest run, or the newest that was known at `knownAt`. `options` are those of the source.
 */
export async function findForecasts(
  client: Queryable,
  siteNo: number,
  at: Date,
  knownAt: Date | null,
): Promise<SiteForecast[]> {
  const { rows: sites } = await client.query<{ latitude: number; longitude: number }>(
    'select site.latitude, site.longitude from site where site.site_no = $1',
    [siteNo],
  );
  if (!sites[0]) return [];
  const { rows } = await client.query<SiteForecast>(
    `select distinct on (cell.source, cell.month) cell.source, cell.run, cell.cell_id as "cellId", cell.month,
            cell.chance, cell.expected, state.options
     from forecast_cell as cell join source_state as state on state.source = cell.source and state.is_on
     where cell.cell_id = $1 and cell.month >= $2::date and cell.month < $2::date + $3 * interval '1 month'
       and ($4::timestamptz is null or cell.recorded_at <= $4)
     order by cell.source, cell.month, cell.run desc`,
    [cellOf(sites[0]), `${calendarDate(at).slice(0, 7)}-01`, monthsTold, knownAt],
  );
  return rows;
}
