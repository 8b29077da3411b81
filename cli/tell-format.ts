import { oneLine } from '../services/sources/files/field-text.ts';
import type { FormatMark } from '../services/sources/format-marks.ts';
import type { Unrecognised } from '../services/sources/recognise-format.ts';

/** A file as it was asked for, to be imported or (`isStored` false) to be looked at beside others. */
type Asked = { file: string; isStored: boolean; among: readonly FormatMark[] };

/** What a file was taken for, and why. */
export function takenText(asked: Asked, { what, reason }: { what: string; reason: string }): string {
  return `${nameText(asked.file)} is taken for ${what}: ${reason}. ${formatOption(asked)} says otherwise.`;
}

/** A file that holds something else than the call says. */
export function otherKindText(asked: Asked, { what, kind }: FormatMark, reason: string): string {
  const instead = asked.isStored ? `. Say: orewatch import ${quoted(asked.file)}` : '';
  return `it holds ${what} (${kind}): ${reason}${instead}`;
}

/** Of two files of one call, that of sites has an option of its own. */
function formatOption({ isStored, among }: Asked): string {
  return !isStored && among.every(({ kind }) => kind === 'sites') ? '--sites-format' : '--format';
}

/** What was seen in a file whose format is not plain, which format is the nearest, and what to do. */
export function unrecognisedText(asked: Asked, { seen, candidates, nearest }: Unrecognised): string {
  const { file, isStored, among } = asked;
  const call = isStored ? `orewatch import ${quoted(file)} ` : '';
  const lines = [`its format is not plain. It is ${seen.text}.`];
  if (candidates.length > 1)
    lines.push(`It may be ${candidates.map(({ what, name }) => `${what} (${name})`).join(' or ')}.`);
  if (nearest) {
    const { mark, missing, unknown } = nearest;
    const faults = [
      missing.length > 0 && `missing: ${missing.map((name) => withLike(name, seen.fields, mark)).join(', ')}`,
      unknown.length > 0 && `not known: ${oneLine(unknown.join(', '), 500)}`,
    ].filter(Boolean);
    lines.push(
      `The nearest format is ${mark.name}, ${mark.what}; ${faults.join('; ')}. With the columns named so it can be read.`,
    );
  }
  if (seen.advice) lines.push(`What to do: ${seen.advice}.`);
  else {
    const likely = among.filter(({ shape }) => seen.shape === null || shape === seen.shape);
    const names = (candidates.length > 1 ? candidates : likely).map(({ name }) => name).join(', ');
    lines.push(`Where you know the format: ${call}${formatOption(asked)} FORMAT (${names})`);
    if (seen.shape === 'csv' && candidates.length === 0 && among.some(({ kind }) => kind === 'events'))
      lines.push(`Events in other columns: ${call}--map ${quoted(mapFor(seen.fields))}`);
  }
  return lines.join('\n  ');
}

/** The name of a missing column, with the one of the file that may be meant: "Lat-itude", "latitude_wgs84". */
function withLike(name: string, fields: readonly string[], mark: FormatMark): string {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const others = fields.filter((field) => !mark.fields.includes(field));
  const like =
    others.find((field) => bare(field) === bare(name)) ??
    others.find((field) => bare(field).startsWith(bare(name)) || bare(field).endsWith(bare(name)));
  return like === undefined ? name : `${name} (is it ${JSON.stringify(oneLine(like, 60))}?)`;
}

/** What the fields that a map needs are called elsewhere. */
const likelyColumns: readonly [field: string, columns: RegExp, isNeeded: boolean][] = [
  ['date', /^((event|incident)[ _]?)?(date|day)([ _]?start)?$|^date_start$/i, true],
  ['lat', /^(lat|latitude|y)$/i, true],
  ['lon', /^(lon|lng|long|longitude|x)$/i, true],
  ['type', /^((event|incident)[ _]?)?type$|^kind$/i, true],
  ['deaths', /^(deaths|fatalities|killed|best)$/i, false],
  ['id', /^((event|incident)[ _]?)?id$|^event_id_cnty$/i, false],
  ['place', /^(location|place|town)$/i, false],
];

/** A map of the columns as far as their names tell; COLUMN stands for what they do not tell. */
function mapFor(fields: readonly string[]): string {
  return likelyColumns
    .flatMap(([field, pattern, isNeeded]) => {
      const column = fields.find((name) => pattern.test(name)) ?? (isNeeded ? 'COLUMN' : null);
      return column === null ? [] : [`${field}=${column}`];
    })
    .join(',');
}

function quoted(text: string): string {
  return /^[\w./,=:@%+-]+$/.test(text) ? text : `'${text.replace(/\p{Cc}/gu, '?').replaceAll("'", "'\\''")}'`;
}

/** What was to be read, as the person who asked for it knows it. */
export function nameText(file: string): string {
  return file === '-' ? 'Standard input' : file;
}
