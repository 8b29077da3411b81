import { createHash } from 'node:crypto';

/** The fields of a row of an export that a test cares about. */
export type ExportFields = {
  id?: number;
  day?: string;
  actor1?: readonly [name: string, country: string, group: string, type: string];
  actor2?: readonly [name: string, country: string, group: string, type: string];
  code?: string;
  quadClass?: string;
  placeType?: string;
  place?: string;
  fips?: string;
  latitude?: string;
  longitude?: string;
  feature?: string;
  added?: string;
  url?: string;
};

const nobody = ['', '', '', ''] as const;

/** A line of an export of GDELT 2.0: a clash at Mubi, unless it is said otherwise. */
export function exportLine(over: ExportFields = {}): string {
  const day = over.day ?? '20250319';
  const actor = ([name, country, group, type]: NonNullable<ExportFields['actor1']>) => [
    ...[`${country}${group}${type}`, name, country, group, '', '', '', type, '', ''],
  ];
  const { code = '190', placeType = '4', fips = 'CG' } = over;
  const unknownPlace = ['0', '', '', '', '', '', '', ''];
  const { latitude = '-1.30883', longitude = '27.8932', feature = '-2900001' } = over;
  const fields = [
    ...[String(over.id ?? 1), day, day.slice(0, 6), day.slice(0, 4), `${day.slice(0, 4)}.2137`],
    ...actor(over.actor1 ?? nobody),
    ...actor(over.actor2 ?? nobody),
    ...['1', code, code.slice(0, 3), code.slice(0, 2), over.quadClass ?? '4', '-10.0', '4', '1', '4', '-7.2'],
    ...unknownPlace,
    ...unknownPlace,
    ...[
      placeType,
      over.place ?? 'Mubi, Nord-Kivu, Congo',
      fips,
      `${fips}11`,
      '',
      latitude,
      longitude,
      feature,
    ],
    ...[over.added ?? `${day}143000`, over.url ?? 'https://news.example.org/mubi'],
  ];
  return `${fields.join('\t')}\n`;
}

/** The lines of a list for the three files of a quarter. */
export function listOf(quarter: string, archive: Buffer): string {
  const md5 = createHash('md5').update(archive).digest('hex');
  const address = `http://data.gdeltproject.org/gdeltv2/${quarter}`;
  return [
    `${archive.length} ${md5} ${address}.export.CSV.zip\n`,
    `1 ${'0'.repeat(32)} ${address}.mentions.CSV.zip\n`,
    `2 ${'1'.repeat(32)} ${address}.gkg.csv.zip\n`,
  ].join('');
}
