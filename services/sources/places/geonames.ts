import { wordMap } from '../../../domain/word-map.ts';
import type { CollectedPlace } from '../../database/places/place.ts';
import { hasUndecodable, undecodableText } from '../files/decode-text.ts';
import { listOf, numberOf, oneLine } from '../files/field-text.ts';
import { brokenRow, type Row, type RowReader, SourceFileError } from '../files/row-reader.ts';
import { readLines } from '../files/text-lines.ts';
import { latinNames, placeRow } from './place-input.ts';

/** The columns of a GeoNames dump, in order; it has no header line. */
const columns =
  'geonameid name asciiname alternatenames latitude longitude feature_class feature_code country cc2 admin1 admin2 admin3 admin4 population elevation dem timezone modified'.split(
    ' ',
  );

/** Feature codes taken, besides all populated places (class P) that still stand. */
const kinds = wordMap<CollectedPlace['place']['kind']>({
  PCLI: 'country',
  PCLD: 'country',
  PCLS: 'country',
  ADM1: 'admin1',
  ADM2: 'admin2',
  ADM3: 'feature',
  RGN: 'feature',
  PRK: 'feature',
  MT: 'feature',
  MTS: 'feature',
  PLAT: 'feature',
  ISL: 'feature',
  LK: 'feature',
  FRST: 'feature',
});
const gone = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

/**
 * A GeoNames dump (`allCountries.txt`, `CD.txt`): 19 columns, separated by tabs. Streams, schools, hotels and what else
 * no report names as the place of an event are passed over.
 */
export const readGeonames: RowReader<CollectedPlace> = async function* (input) {
  let hasRows = false;
  for await (const { line, text, isCut } of readLines(input)) {
    const fields = text.replace(/\r$/, '').split('\t');
    if (!hasRows && fields.length !== columns.length) {
      throw new SourceFileError(
        `the first line has ${fields.length} columns; a GeoNames dump has ${columns.length}, separated by tabs, and no header line`,
      );
    }
    hasRows = true;
    if (isCut || fields.length !== columns.length) {
      yield brokenRow(line, text, `must have ${columns.length} columns separated by tabs`);
    } else if (hasUndecodable(text)) yield brokenRow(line, text, undecodableText);
    else {
      const row = Object.fromEntries(columns.map((name, i) => [name, fields[i]!]));
      const place = toPlace({ line, raw: row }, row);
      if (place) yield place;
    }
  }
  if (!hasRows) throw new SourceFileError('the file is empty: a GeoNames dump was expected');
};

function toPlace(
  at: { line: number; raw: unknown },
  row: Record<string, string>,
): Row<CollectedPlace> | null {
  const code = row.feature_code!.trim();
  const isLocality = row.feature_class === 'P' && !gone.has(code);
  const kind = isLocality ? 'locality' : kinds[code];
  if (kind === undefined) return null;
  const name = oneLine(row.name, 200);
  const country = row.country!.trim();
  const key = (...parts: string[]) => `geonames:${parts.join('.')}`;
  const [admin1, admin2] = [row.admin1!.trim(), row.admin2!.trim()];
  const areaKey =
    kind === 'country'
      ? key(country)
      : kind === 'admin1'
        ? key(country, admin1)
        : kind === 'admin2'
          ? key(country, admin1, admin2)
          : null;
  const within = [admin1 && key(country, admin1), admin1 && admin2 && key(country, admin1, admin2)];
  const place = {
    name,
    names: latinNames([row.asciiname!, ...listOf(row.alternatenames, ',')], name ?? ''),
    kind,
    country: country || null,
    latitude: numberOf(row.latitude),
    longitude: numberOf(row.longitude),
    population: numberOf(row.population) ?? null,
    areaKey,
    within: within.filter((other) => other && other !== areaKey),
  };
  return placeRow(at, place, { dataset: 'geonames', recordId: row.geonameid!.trim(), idColumn: 'geonameid' });
}
