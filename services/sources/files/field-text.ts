import { createHash } from 'node:crypto';

/** Reads the texts of CSV fields. What cannot be read is handed on as it is: validation then shows it. */

/** The number that a field holds; undefined where it is empty. */
export function numberOf(text: string | undefined): number | undefined {
  const trimmed = text?.trim();
  if (!trimmed) return undefined;
  return (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : trimmed) as number;
}

/** The parts of a list, without empty ones. */
export function listOf(text: string | undefined, separator = ';'): string[] {
  return (text ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Text of one line of a dataset that does not keep to one, cleaned, and cut at a length. */
export function oneLine(text: string | undefined, maxLength: number): string | undefined {
  const line = lineText(text ?? '');
  return line === '' ? undefined : shortened(line, maxLength);
}

/** What the bytes 0x80 to 0x9f stand for in windows-1252; a space where they stand for nothing. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Free text of a file: C1 control characters are what is left of an older encoding (0x92 was an apostrophe) and become
 * what they stood for; other control characters than tab and line breaks become spaces.
 */
function freeText(text: string): string {
  return text
    .replace(/[\u0080-\u009f]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80]!)
    .replace(/[^\P{Cc}\t\n\r]/gu, ' ');
}

function lineText(text: string): string {
  return freeText(text).replace(/\s+/g, ' ').trim();
}

/**
 * The row with the words of its fields cleaned: a stray control character in a name must not cost the row. `lines` are
 * the fields of one line (names, lists of names), `texts` those of several. What is no text is left to validation.
 */
export function withCleanWords<T extends object>(
  row: T,
  { lines, texts = [] }: { lines: readonly string[]; texts?: readonly string[] },
): T {
  const clean = { ...row } as Record<string, unknown>;
  for (const field of lines) if (Object.hasOwn(clean, field)) clean[field] = cleaned(clean[field], lineText);
  for (const field of texts) if (Object.hasOwn(clean, field)) clean[field] = cleaned(clean[field], freeText);
  return clean as T;
}

function cleaned(value: unknown, clean: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((part) => cleaned(part, clean));
  // What is clean stays as it is to the letter: importing it again must change nothing.
  return typeof value === 'string' && /\p{Cc}/u.test(value) ? clean(value) : value;
}

function shortened(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1).trimEnd()}…`;
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The day of `2025-03-20`, `2025-03-20 00:00:00.000`, `2025-03-20T10:00Z` or `20 March 2025`. */
export function dayOf(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  if (!trimmed) return undefined;
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?$/.exec(trimmed);
  if (iso) return iso[1];
  const [, day, name, year] = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(trimmed) ?? [];
  const month = months.findIndex((full) => name && full.slice(0, 3) === name.slice(0, 3).toLowerCase()) + 1;
  return month > 0 ? `${year}-${String(month).padStart(2, '0')}-${day!.padStart(2, '0')}` : trimmed;
}

/** A short stable name made of any text: `Global Mines 2025` becomes `global-mines-2025`. */
export function slugOf(text: string, maxLength: number): string {
  const slug = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, '');
  return slug || createHash('sha256').update(text).digest('hex').slice(0, 12);
}
