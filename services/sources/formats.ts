import type { CollectedEvent } from '../database/events/event.ts';
import type { CollectedPlace } from '../database/places/place.ts';
import type { CollectedSite } from '../database/sites/collected-site.ts';
import { readAcled, readAcledJson } from './events/acled.ts';
import { readEventCsv } from './events/event-csv.ts';
import { readEventJsonl } from './events/event-jsonl.ts';
import { readGdeltExport } from './events/gdelt-export.ts';
import { readMappedCsv } from './events/mapped-csv.ts';
import { readUcdpGed } from './events/ucdp-ged.ts';
import type { RowReader } from './files/row-reader.ts';
import { readGeonames } from './places/geonames.ts';
import { readWhosOnFirst } from './places/whosonfirst.ts';
import { readIcmm } from './sites/icmm.ts';
import { readIpis } from './sites/ipis.ts';
import { readSiteCsv } from './sites/site-csv.ts';
import { readSiteGeojson } from './sites/site-geojson.ts';

/** The formats that can be imported; `mapped-csv` is any CSV file with a map of its columns. */
export const eventReaders = {
  csv: readEventCsv,
  jsonl: readEventJsonl,
  'ucdp-ged': readUcdpGed,
  acled: readAcled,
  'acled-json': readAcledJson,
  gdelt: readGdeltExport,
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

export type EventFormat = { kind: 'events'; format: keyof typeof eventReaders };
export type SiteFormat = { kind: 'sites'; format: keyof typeof siteReaders };
type PlaceFormat = { kind: 'places'; format: keyof typeof placeReaders };

/** What a file holds, and how it is read. */
export type FileFormat = EventFormat | SiteFormat | PlaceFormat;
