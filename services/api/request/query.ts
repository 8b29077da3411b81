import { z } from 'zod';
import { refusalsOf } from '../../refusing/refusal.ts';
import { lineOf } from '../../refusing/text-input.ts';
import { badQuery } from '../answer/problem.ts';

/** The most items that one answer of a list holds. */
const maxLimit = 1000;

export const limit = z
  .string()
  .regex(/^\d{1,4}$/, `must be a whole number from 1 to ${maxLimit}`)
  .transform(Number)
  .refine((value) => value >= 1 && value <= maxLimit, `must be a whole number from 1 to ${maxLimit}`)
  .meta({
    type: 'integer',
    pattern: undefined,
    minimum: 1,
    maximum: maxLimit,
    description: 'Items in one answer; 100 where it is left out.',
  })
  .default(100);

const formatMeta = { description: 'Wins over the header Accept.' };
export const format = z.enum(['json', 'csv']).optional().meta(formatMeta);
/** For lists whose items have a place. */
export const placedFormat = z.enum(['json', 'geojson', 'csv']).optional().meta(formatMeta);

export const text = lineOf(200).optional();

export const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true')
  .optional();

export const country = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code such as CD')
  .optional();

/** Years that every part of the system can count with. */
const years = { first: '1900', last: '2199' };
export const isInYears = (value: string) =>
  value.slice(0, 4) >= years.first && value.slice(0, 4) <= years.last;
const yearExpectation = `must lie in the years ${years.first} to ${years.last}`;

export const calendarDay = z.iso.date('must be a date as YYYY-MM-DD').refine(isInYears, yearExpectation);
export const day = calendarDay.optional();

export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month as YYYY-MM')
  .refine(isInYears, yearExpectation)
  .optional();

/** An instant as in RFC 3339. A plus sign that came undecoded, and so became a space, is taken for what it was. */
export const instant = z
  .string()
  .transform((value) => value.replace(/ (\d\d:\d\d)$/, '+$1'))
  .pipe(
    z.iso.datetime({
      offset: true,
      error: 'must be an instant as in RFC 3339, such as 2025-03-20T12:00:00Z',
    }),
  )
  .refine(isInYears, yearExpectation)
  .transform((value) => new Date(value))
  .meta({ format: 'date-time' })
  .optional();

/** west, south, east, north in degrees, as in GeoJSON; west is more than east where the box holds the dateline. */
export type Box = [west: number, south: number, east: number, north: number];

export const box = z
  .string()
  .transform((value, context): Box => {
    const numbers = value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    if (isBox(numbers)) return numbers;
    context.addIssue({ code: 'custom', message: boxExpectation });
    return z.NEVER;
  })
  .meta({
    description: 'west,south,east,north in degrees; west is more than east over the dateline.',
    examples: ['27,-2,29,0'],
  })
  .optional();

export const boxExpectation =
  'must be west,south,east,north in degrees, with south not above north, such as 27,-2,29,0';

export function isBox(numbers: readonly number[]): numbers is Box {
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return false;
  const [west, south, east, north] = numbers as Box;
  return Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
}

/** Reads the query of a request; throws a problem that names each bad parameter, and the known ones. */
export function readQuery<S extends z.ZodObject>(schema: S, query: unknown): z.output<S> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const known = Object.keys(schema.shape);
  const list =
    known.length > 0 ? `the parameters here are ${known.join(', ')}` : 'there are no parameters here';
  const unknown = new Set(
    parsed.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])),
  );
  throw badQuery(
    refusalsOf(parsed.error, query).map((refusal) => {
      if (unknown.has(refusal.field)) return { ...refusal, expected: `is not a known parameter: ${list}` };
      if (Array.isArray((query as Record<string, unknown>)[refusal.field]))
        return { ...refusal, expected: 'must be given once' };
      return refusal;
    }),
  );
}
