import { z } from 'zod';
import type { CalendarDate } from '../../../domain/time.ts';
import type { CollectedEvent } from '../../database/events/event.ts';
import type { RefusedSourceRow } from '../../database/sources/source-row.ts';
import { refusalsOf } from '../../refusing/refusal.ts';
import { dayOf, numberOf } from '../files/field-text.ts';
import type { Row } from '../files/row-reader.ts';
import { numberOfCountry } from '../numeric-country.ts';
import { type Portion, SourceError } from '../source.ts';
import { acledEvent, acledFields, noFlatRow } from './acled.ts';

/** A row of the API, with what says whether it is one of ours; null where that cannot be read. */
export type AcledRow = {
  raw: unknown;
  fields: ReturnType<typeof acledFields>;
  id: string | null;
  day: CalendarDate | null;
  /** Seconds since 1970. */
  writtenAt: number | null;
};

const isDay = z.iso.date();

export function readRows(page: readonly unknown[]): AcledRow[] {
  return page.map((raw) => {
    const fields = acledFields(raw);
    const day = dayOf(fields?.event_date);
    const writtenAt = Number(numberOf(fields?.timestamp) ?? Number.NaN);
    return {
      raw,
      fields,
      id: fields?.event_id_cnty || null,
      day: isDay.safeParse(day).data ?? null,
      writtenAt: Number.isSafeInteger(writtenAt) && writtenAt >= 0 ? writtenAt : null,
    };
  });
}

type Wanted = { since: CalendarDate; options: { countries?: readonly string[] }; now: () => Date };

/** What rows become: events of the countries and days that were chosen. */
export function portionOf(rows: readonly AcledRow[], { since, options, now }: Wanted): Portion {
  const countries = options.countries && new Set(options.countries.map(numberOfCountry));
  const events: CollectedEvent[] = [];
  const refused: RefusedSourceRow[] = [];
  const leftOut: Record<string, number> = {};
  for (const [i, row] of rows.entries()) {
    const reason = whyNotWanted(row, since, countries);
    if (reason !== null) {
      leftOut[reason] = (leftOut[reason] ?? 0) + 1;
      continue;
    }
    const read = readRow(row, i + 1, { needsCountry: countries !== undefined, now: now() });
    if (read.ok) events.push(read.value);
    else {
      const rowId = (row.id ?? JSON.stringify(row.raw)).slice(0, 200);
      refused.push({ rowId, refusals: read.refusals, raw: row.raw });
    }
  }
  return { events, refused, leftOut };
}

/** What cannot be read is not left out, but refused. */
function whyNotWanted(
  { day, fields }: AcledRow,
  since: CalendarDate,
  countries: Set<number | null> | undefined,
): string | null {
  if (day !== null && day < since) return 'happened before the day that was chosen';
  const country = numberOf(fields?.iso);
  const isElsewhere = countries && typeof country === 'number' && !countries.has(country);
  return isElsewhere ? 'lies in a country that was not chosen' : null;
}

function readRow(
  { raw, fields }: AcledRow,
  line: number,
  { needsCountry, now }: { needsCountry: boolean; now: Date },
): Row<CollectedEvent> {
  if (!fields) return noFlatRow(line, raw);
  const event = acledEvent({ line, raw }, fields, now);
  if (!needsCountry || typeof numberOf(fields.iso) === 'number') return event;
  const expected = 'must be the number of a country (ISO 3166-1), such as 180';
  const refusal = { field: 'iso', expected, got: JSON.stringify(fields.iso ?? '') };
  return { line, raw, ok: false, refusals: [refusal, ...(event.ok ? [] : event.refusals)] };
}

const deletion = z.object({
  event_id_cnty: z.string().min(1).max(200),
  deleted_timestamp: z.coerce.number().int().min(1),
});

/** Ids of deleted events, each with the second since 1970. Throws a SourceError where one cannot be read. */
export function readDeletions(page: readonly unknown[]): { id: string; deletedAt: number }[] {
  return page.map((raw) => {
    const parsed = deletion.safeParse(raw);
    if (parsed.success) return { id: parsed.data.event_id_cnty, deletedAt: parsed.data.deleted_timestamp };
    const { field, expected } = refusalsOf(parsed.error, raw)[0]!;
    throw new SourceError(`its list of deleted events is of another form than before: ${field} ${expected}`);
  });
}
