import type { CollectedEvent } from '../database/event.ts';
import type { CollectedPlace } from '../database/place.ts';
import type { CollectedSite } from '../database/site.ts';
import { readEventCsv } from './event-csv.ts';
import { readEventJsonl } from './event-jsonl.ts';
import { readGeonames } from './geonames.ts';
import { readIcmm } from './icmm.ts';
import { readIpis } from './ipis.ts';
import { readMappedCsv } from './mapped-csv.ts';
import type { RowReader } from './row-reader.ts';
import { readSiteCsv } from './site-csv.ts';
import { readSiteGeojson } from './site-geojson.ts';
import { readUcdpGed } from './ucdp-ged.ts';
import { readWhosOnFirst } from './whosonfirst.ts';

/** The formats that can be imported; `mapped-csv` is any CSV file with a map of its columns. */
export const eventReaders = {
  csv: readEventCsv,
  jsonl: readEventJsonl,
  'ucdp-ged': readUcdpGed,
  'mapped-csv': readMappedCsv,
} satisfies Record<string, RowReader<CollectedEvent>>;

export const siteReaders = {
  csv: readSiteCsv,
  geojson: readSiteGeojson,
  ipis: readIpis,
  icmm: readIcmm,
} satisfies Record<string, RowReader<CollectedSite>>;

export const placeReaders = {
  whosonfirst: readWhosOnFirst,
  geonames: readGeonames,
} satisfies Record<string, RowReader<CollectedPlace>>;

export type EventFormat = keyof typeof eventReaders;
export type SiteFormat = keyof typeof siteReaders;
export type PlaceFormat = keyof typeof placeReaders;
