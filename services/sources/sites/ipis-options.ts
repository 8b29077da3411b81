import { z } from 'zod';
import { addressOption, countriesOption } from '../option-fields.ts';
import type { SourceTools } from '../source.ts';

/** How the file of a country begins; the map server calls its layers the same. */
export const fileNames: Readonly<Record<string, string>> = {
  CD: 'cod_mines_curated_all_opendata_p_ipis',
  CF: 'caf_mines_curated_all_opendata_p_ipis',
};

export const ipisOptions = z.strictObject({
  countries: countriesOption
    .refine(
      (codes) => codes.every((code) => code in fileNames),
      `must be among ${Object.keys(fileNames).join(', ')}`,
    )
    .default(Object.keys(fileNames)),
  /** A page, or a listing of dated folders, that links to the files. */
  baseUrl: addressOption.default('https://ipisresearch.be/mapping-services/open-data'),
  wfsUrl: addressOption.default('https://geo.ipisresearch.be/geoserver/public/ows'),
});
export type IpisOptions = z.output<typeof ipisOptions>;
export type IpisTools = SourceTools<IpisOptions>;
