import { dayOf, numberOf, oneLine } from '../files/field-text.ts';
import { eventTypeByViolence } from './event-kind.ts';
import { eventRow } from './event-row.ts';

/** The columns that are read. HDX publishes fewer columns than UCDP, in another order: all of these are in both. */
export const ucdpColumns = [
  'id',
  'type_of_violence',
  'side_a',
  'side_b',
  'where_prec',
  'where_coordinates',
  'latitude',
  'longitude',
  'date_prec',
  'date_start',
  'low',
  'best',
  'high',
];

/** A row of UCDP's events by the names of its columns, as files have it and its API. */
export type UcdpRow = Readonly<Record<string, string>>;

/** The event of a row, or why it is refused. `at` says where it stood; `now` that nothing can have happened later. */
export function ucdpEvent(at: { line: number; raw: unknown }, row: UcdpRow, now: Date) {
  const violence = numberOf(row.type_of_violence) as keyof typeof eventTypeByViolence;
  const kind = eventTypeByViolence[violence];
  if (!kind) {
    const expected = 'must be 1 (state-based), 2 (non-state) or 3 (one-sided)';
    const refusals = [{ field: 'type_of_violence', expected, got: JSON.stringify(row.type_of_violence) }];
    return { ...at, ok: false as const, refusals };
  }
  const headline = oneLine(row.source_headline, 500);
  const event: Record<string, unknown> = {
    source: 'ucdp-ged',
    // Some editions write integers as 300380.0.
    sourceEventId: row.id!.trim().replace(/^(\d+)\.0+$/, '$1'),
    occurredOn: dayOf(row.date_start),
    datePrecision: numberOf(row.date_prec),
    ...kind,
    place: oneLine(row.where_coordinates, 500),
    latitude: numberOf(row.latitude),
    longitude: numberOf(row.longitude),
    locationPrecision: numberOf(row.where_prec),
    actors: [row.side_a, row.side_b].map((side) => oneLine(side, 300)).filter((side) => side !== undefined),
    ...deathsOf(row),
    confidence: 'confirmed',
    notes: [oneLine(row.where_description, 1000), headline].filter(Boolean).join('\n') || undefined,
  };
  return eventRow(at, event, now, { publisher: 'UCDP', title: headline ?? null, mayShowRaw: true });
}

/**
 * The estimates of deaths. In some rows the low estimate lies above the best one, or the high one below (13 of 1,000
 * random ones): the best estimate is the one that UCDP stands for, so the others give way.
 */
function deathsOf(row: UcdpRow) {
  const [low, best, high] = [numberOf(row.low), numberOf(row.best), numberOf(row.high)];
  if (typeof best !== 'number') return { deathsLow: low, deathsBest: best, deathsHigh: high };
  return {
    deathsLow: typeof low === 'number' ? Math.min(low, best) : low,
    deathsBest: best,
    deathsHigh: typeof high === 'number' ? Math.max(high, best) : high,
  };
}
