import type { ExpectedColumns, TableRow } from '../files/csv-table.ts';
import { oneLine } from '../files/field-text.ts';
import { mineralsInEnglish, provinceInEnglish } from './ipis-words.ts';

/** How a file of IPIS tells of its mines: each country that was surveyed has columns of its own. */
export type IpisLayout = ExpectedColumns & {
  country: 'CD' | 'CF';
  name(row: TableRow): string | undefined;
  minerals(row: TableRow): string[];
  admin1(row: TableRow): string | undefined;
  /** Null: not recorded. */
  armedPresence(row: TableRow): boolean | null;
  interference(row: TableRow): boolean | null;
  groupColumns: readonly string[];
};

export const ipisColumns = ['pcode', 'name', 'visit_date', 'longitude', 'latitude', 'province', 'mineral1'];

const easternCongo: IpisLayout = {
  country: 'CD',
  required: ipisColumns,
  name: ({ name }) => oneLine(name, 200),
  minerals: ({ mineral1, mineral2, mineral3 }) => mineralsInEnglish([mineral1, mineral2, mineral3]),
  admin1: ({ province }) => provinceInEnglish(province),
  armedPresence: ({ presence }) => yesOrNo(presence),
  interference: ({ interference }) => yesOrNo(interference),
  groupColumns: ['armed_group1', 'armed_group2', 'armed_group3'],
};

const mineralFlag = 'minerals_';

/** A column for each mineral and each way in which an armed actor interferes, with 1 for yes and 0 for no. */
const centralAfrica: IpisLayout = {
  country: 'CF',
  required: ['pcode', 'visit_date', 'longitude', 'latitude', 'minerals_or'],
  name: ({ name, village, pcode }) => oneLine(name, 200) ?? oneLine(village, 200) ?? oneLine(pcode, 200),
  minerals: (row) =>
    mineralsInEnglish(
      Object.keys(row)
        .filter((column) => column.startsWith(mineralFlag) && yesOrNo(row[column]) === true)
        .map((column) => column.slice(mineralFlag.length).replaceAll('_', ' ')),
    ),
  admin1: ({ prefecture }) => oneLine(prefecture, 200),
  armedPresence: ({ actor_type: actor }) => (actor?.trim() ? !isNone(actor) : null),
  interference(row) {
    const told = Object.keys(row)
      .filter((column) => /^actor\dname_(tax|pillage)$/.test(column))
      .map((column) => yesOrNo(row[column]))
      .filter((answer) => answer !== null);
    return told.length > 0 ? told.includes(true) : null;
  },
  groupColumns: ['actor1name', 'actor2name', 'actor3name'],
};

/** The layout of a file by its columns; that of eastern DR Congo where they tell of neither. */
export function layoutOf(columns: readonly string[]): IpisLayout {
  const hasFlags = columns.some((column) => column.startsWith(mineralFlag));
  return hasFlags && !columns.includes('mineral1') ? centralAfrica : easternCongo;
}

function yesOrNo(text: string | undefined): boolean | null {
  const number = text?.trim() ? Number(text) : null;
  return number === 1 ? true : number === 0 ? false : null;
}

/** "None" is `0` in the older editions and `Aucun` in the newer ones. */
export function isNone(text: string | undefined): boolean {
  return ['', '0', 'aucun'].includes((text ?? '').trim().toLowerCase());
}
