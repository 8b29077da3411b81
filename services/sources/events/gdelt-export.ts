import { createHash } from 'node:crypto';
import { eventTypeOf, type SubType } from '../../../domain/acled.ts';
import type { DatePrecision } from '../../../domain/precision.ts';
import { millisecondsPerDay } from '../../../domain/time.ts';
import type { CollectedEvent } from '../../database/events/event.ts';
import { hasUndecodable, undecodableText } from '../files/decode-text.ts';
import { numberOf, oneLine } from '../files/field-text.ts';
import { brokenRow, leftOutRow, type Row, type RowReader, SourceFileError } from '../files/row-reader.ts';
import { readLines } from '../files/text-lines.ts';
import { subTypeOfCameo } from './cameo.ts';
import { eventRow } from './event-row.ts';
import { gdeltActorName } from './gdelt-actors.ts';

/** The columns of an export of GDELT 2.0, in order (GDELT Event Codebook 2.0); it has no header line. */
const columns = [
  ...'GLOBALEVENTID SQLDATE MonthYear Year FractionDate'.split(' '),
  ...actorColumns('Actor1'),
  ...actorColumns('Actor2'),
  ...'IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale'.split(' '),
  ...'NumMentions NumSources NumArticles AvgTone'.split(' '),
  ...placeColumns('Actor1Geo'),
  ...placeColumns('Actor2Geo'),
  ...placeColumns('ActionGeo'),
  ...'DATEADDED SOURCEURL'.split(' '),
];

function actorColumns(actor: string): string[] {
  const parts =
    'Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code';
  return parts.split(' ').map((part) => `${actor}${part}`);
}

function placeColumns(place: string): string[] {
  const parts = 'Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID';
  return parts.split(' ').map((part) => `${place}_${part}`);
}

type ExportRow = Record<string, string>;

/** Why rows are left out; told and counted. */
const leftOut = {
  otherClass: 'no material conflict (QuadClass is not 4)',
  noTown: 'no more than a country or province is known, or no place at all (ActionGeo_Type is not 3 or 4)',
  otherCode: 'no violence on the ground (by its EventCode)',
};

/**
 * An export of GDELT 2.0, which comes every quarter of an hour: 61 columns, separated by tabs. Taken is violence at
 * towns; all else is left out, and told so. The rows that say the same of one day and place, and of the same forces,
 * are one event, whatever articles they are from: the first one counts.
 */
export const readGdeltExport: RowReader<CollectedEvent> = async function* (input, { now }) {
  let hasRows = false;
  for await (const { line, text, isCut } of readLines(input)) {
    const fields = text.replace(/\r$/, '').split('\t');
    if (!hasRows && fields.length !== columns.length) {
      throw new SourceFileError(
        `the first line has ${fields.length} columns; an export of GDELT 2.0 has ${columns.length}, separated by tabs, and no header line`,
      );
    }
    hasRows = true;
    if (isCut || fields.length !== columns.length)
      yield brokenRow(line, text, `must have ${columns.length} columns separated by tabs`);
    else if (hasUndecodable(text)) yield brokenRow(line, text, undecodableText);
    else yield readRow(line, fields, now);
  }
  if (!hasRows) throw new SourceFileError('the file is empty: an export of GDELT 2.0 was expected');
};

function readRow(line: number, fields: readonly string[], now: Date): Row<CollectedEvent> {
  const row: ExportRow = Object.fromEntries(columns.map((name, i) => [name, fields[i]!]));
  // What is empty is left away: most of the columns are.
  const raw = Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ''));
  const at = { line, raw };
  const fault = codeFault(row);
  if (fault) return { ...at, ok: false, refusals: [fault] };
  if (row.QuadClass !== '4') return leftOutRow(at, leftOut.otherClass);
  if (!'34'.includes(row.ActionGeo_Type!)) return leftOutRow(at, leftOut.noTown);
  const subType = subTypeOfCameo(row.EventCode!);
  if (subType === null) return leftOutRow(at, leftOut.otherCode);
  const read = eventRow(at, toEvent(row, subType), now, {
    externalId: row.GLOBALEVENTID!.slice(0, 200),
    publisher: 'GDELT',
    publishedAt: instantOf(row.DATEADDED!),
    mayShowRaw: true,
  });
  return read.ok ? { ...read, value: { ...read.value, firstCounts: true } } : read;
}

/** What decides whether a row is taken must be what it is said to be: else the form of the file has changed. */
const codeForms = {
  QuadClass: { form: /^[1-4]$/, expected: 'must be 1 to 4' },
  ActionGeo_Type: { form: /^[0-5]$/, expected: 'must be 0 to 5' },
  EventCode: { form: /^\d{2,4}$|^---$/, expected: 'must be a code of CAMEO, such as 190' },
};

function codeFault(row: ExportRow) {
  for (const [field, { form, expected }] of Object.entries(codeForms)) {
    const text = row[field]!;
    if (!form.test(text)) return { field, expected, got: JSON.stringify(text) };
  }
  return null;
}

function toEvent(row: ExportRow, subType: SubType): Record<string, unknown> {
  const occurredOn = row.SQLDATE!.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const named = [actorOf(row, 'Actor1'), actorOf(row, 'Actor2')].filter((name) => name !== null);
  const actors = [...new Set(named)];
  return {
    source: 'gdelt',
    sourceEventId: identityOf(row, [subType, ...actors.toSorted()]),
    occurredOn,
    datePrecision: datePrecisionOf(occurredOn, instantOf(row.DATEADDED!)),
    type: eventTypeOf(subType),
    subType,
    place: oneLine(row.ActionGeo_FullName, 500),
    latitude: numberOf(row.ActionGeo_Lat),
    longitude: numberOf(row.ActionGeo_Long),
    // The town that the text names nearest to its words of violence; it may have happened around it.
    locationPrecision: 2,
    actors,
    confidence: 'provisional',
    url: addressOf(row.SOURCEURL!),
  };
}

function actorOf(row: ExportRow, actor: 'Actor1' | 'Actor2'): string | null {
  return gdeltActorName({
    name: row[`${actor}Name`]!,
    countryCode: row[`${actor}CountryCode`]!,
    knownGroupCode: row[`${actor}KnownGroupCode`]!,
    typeCodes: [row[`${actor}Type1Code`]!, row[`${actor}Type2Code`]!, row[`${actor}Type3Code`]!],
  });
}

/**
 * The day, and a fingerprint of place, kind and actors: whichever article was read first, and in whichever file it
 * stands, it is the same. The place is known by its number in the gazetteer, as a town has many names.
 */
function identityOf(row: ExportRow, kindAndActors: readonly string[]): string {
  const { ActionGeo_FeatureID: feature, ActionGeo_Lat: latitude, ActionGeo_Long: longitude } = row;
  const place = /^-?\d+$/.test(feature!) ? feature : `${latitude} ${longitude}`;
  const text = [place, ...kindAndActors].join('\n');
  return `${row.SQLDATE}-${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;
}

/**
 * Where a text says "last week", "last month" or "last year", GDELT goes back by 7, 30 or 365 days: those days are no
 * better known than that.
 */
function datePrecisionOf(occurredOn: string, addedAt: Date | null): DatePrecision {
  const daysBack = addedAt ? (addedAt.getTime() - Date.parse(occurredOn)) / millisecondsPerDay : 0;
  if (daysBack < 2) return 1;
  if (daysBack < 8) return 3;
  return daysBack < 32 ? 4 : 5;
}

/** `20191024143000`, in UTC. */
function instantOf(text: string): Date | null {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z');
  const instant = new Date(iso);
  return iso === text || Number.isNaN(instant.getTime()) ? null : instant;
}

/** The article, where it has an address in the web: of broadcasts GDELT gives a citation instead. */
function addressOf(text: string): string | undefined {
  const address = text.trim();
  return /^https?:\/\//i.test(address) && address.length <= 2000 && URL.canParse(address)
    ? address
    : undefined;
}
