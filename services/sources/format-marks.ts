import { acledColumns } from './events/acled.ts';
import { eventColumns, eventFields } from './events/event-csv.ts';
import { ucdpColumns } from './events/ucdp-row.ts';
import type { FileFormat } from './formats.ts';
import { whosOnFirstColumns } from './places/whosonfirst.ts';
import { ipisColumns } from './sites/ipis-layout.ts';
import { knownSiteColumns, siteColumns } from './sites/site-csv.ts';

/**
 * How a file is laid out: a table with a header line (`csv`) or without one (`tabs`), the points of a GeoJSON file, the
 * rows of an answer in JSON (`data`), or an object on each line.
 */
export type Shape = 'csv' | 'tabs' | 'geojson' | 'data' | 'lines';

/** What a file of a format looks like. */
export type FormatMark = FileFormat & {
  /** What `--format` calls it. */
  name: string;
  /** What is in it, in words. */
  what: string;
  /** Its source or dataset, where the format brings its own name of it. */
  source: string | null;
  shape: Shape;
  /** The columns or fields that it must have; for a table without a header line, none. */
  fields: readonly string[];
  /** The columns that it may have, where it may have no others. */
  known?: readonly string[];
  inAnyCase?: boolean;
  /** Those that hardly any other file has. */
  telling: readonly string[];
  /** What stands in some fields of a row of a table without a header line. */
  row?: RowMark;
};

export type RowMark = { width: number; holds: readonly { field: number; what: string; pattern: RegExp }[] };

const number = /^-?\d+(\.\d+)?$/;

export const formatMarks: readonly FormatMark[] = [
  {
    ...{ name: 'ucdp-ged', kind: 'events', format: 'ucdp-ged', source: 'ucdp-ged', shape: 'csv' },
    what: 'UCDP GED or Candidate events',
    fields: ucdpColumns,
    telling: ['type_of_violence', 'where_prec', 'date_prec', 'side_a'],
  },
  {
    ...{ name: 'acled', kind: 'events', format: 'acled', source: 'acled', shape: 'csv' },
    what: 'ACLED events',
    fields: acledColumns,
    inAnyCase: true,
    telling: ['event_id_cnty', 'sub_event_type', 'geo_precision'],
  },
  {
    ...{ name: 'acled-json', kind: 'events', format: 'acled-json', source: 'acled', shape: 'data' },
    what: 'ACLED events',
    fields: acledColumns,
    telling: ['event_id_cnty', 'sub_event_type', 'geo_precision'],
  },
  {
    ...{ name: 'events-csv', kind: 'events', format: 'csv', source: null, shape: 'csv' },
    what: 'events in Orewatch’s own columns',
    fields: eventColumns,
    known: eventFields,
    telling: eventColumns,
  },
  {
    ...{ name: 'events-jsonl', kind: 'events', format: 'jsonl', source: null, shape: 'lines' },
    what: 'events in Orewatch’s own fields',
    fields: eventColumns,
    telling: eventColumns,
  },
  {
    ...{ name: 'ipis', kind: 'sites', format: 'ipis', source: 'ipis', shape: 'csv' },
    what: 'IPIS mines',
    fields: ipisColumns,
    telling: ['pcode', 'visit_date', 'mineral1'],
  },
  {
    ...{ name: 'icmm', kind: 'sites', format: 'icmm', source: 'icmm', shape: 'geojson' },
    what: 'ICMM mines',
    fields: ['id', 'name', 'assetType', 'confidenceFactor', 'primaryCommodity'],
    telling: ['assetType', 'confidenceFactor', 'primaryCommodity'],
  },
  {
    ...{ name: 'sites-csv', kind: 'sites', format: 'csv', source: null, shape: 'csv' },
    what: 'sites in Orewatch’s own columns',
    fields: siteColumns,
    known: knownSiteColumns,
    telling: siteColumns,
  },
  {
    ...{ name: 'sites-geojson', kind: 'sites', format: 'geojson', source: null, shape: 'geojson' },
    what: 'sites in Orewatch’s own fields',
    fields: ['id', 'name'],
    telling: ['id', 'name'],
  },
  {
    ...{ name: 'whosonfirst', kind: 'places', format: 'whosonfirst', source: 'whosonfirst', shape: 'csv' },
    what: 'places of Who’s On First',
    fields: whosOnFirstColumns,
    telling: ['wof_id', 'placetype'],
  },
  {
    ...{ name: 'geonames', kind: 'places', format: 'geonames', source: 'geonames', shape: 'tabs' },
    what: 'places of GeoNames',
    fields: [],
    telling: [],
    row: {
      width: 19,
      holds: [
        { field: 1, what: 'an id', pattern: /^\d+$/ },
        { field: 5, what: 'a latitude', pattern: number },
        { field: 6, what: 'a longitude', pattern: number },
        { field: 7, what: 'a feature class', pattern: /^[AHLPRSTUV]?$/ },
        { field: 19, what: 'a date', pattern: /^\d{4}-\d\d-\d\d$/ },
      ],
    },
  },
  {
    ...{ name: 'gdelt', kind: 'events', format: 'gdelt', source: 'gdelt', shape: 'tabs' },
    what: 'events of GDELT 2.0',
    fields: [],
    telling: [],
    row: {
      width: 61,
      holds: [
        { field: 1, what: 'the number of an event', pattern: /^\d+$/ },
        { field: 2, what: 'a day', pattern: /^\d{8}$/ },
        { field: 60, what: 'the time at which it was added', pattern: /^\d{14}$/ },
      ],
    },
  },
];

/** What can be told from others but is not read, and what to do with it. */
export const rowsNotRead: readonly { what: string; row: RowMark; advice: string }[] = [
  {
    what: 'a GDELT 1.0 export of events',
    row: {
      width: 58,
      holds: [
        { field: 1, what: 'the number of an event', pattern: /^\d+$/ },
        { field: 2, what: 'a day', pattern: /^\d{8}$/ },
        { field: 57, what: 'the day on which it was added', pattern: /^\d{8}$/ },
      ],
    },
    advice: 'of GDELT only version 2.0 can be read: http://data.gdeltproject.org/gdeltv2/masterfilelist.txt',
  },
];
