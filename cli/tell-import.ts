import type { ImportSummary } from '../services/importing/import-file.ts';
import type { RefusedRow } from '../services/importing/refused-rows.ts';
import type { RowWarning } from '../services/importing/row-warnings.ts';

/** What an import did, in words. */
export function summaryText(summary: ImportSummary, kind: 'events' | 'sites' | 'places'): string {
  const rows = figures(summary, [
    'new',
    'changed',
    'unchanged',
    'withdrawn',
    'older',
    'repeated',
    'leftOut',
    'refused',
  ]);
  const lines = [`${number(summary.rows)} rows in ${summary.seconds.toFixed(1)} s: ${rows}.`];
  if (summary.stopped) lines.unshift('Stopped before the end of the file: import it again to complete it.');
  if (summary.sites) {
    const { sites } = summary;
    const total = sites.new + sites.changed + sites.unchanged + sites.withdrawn;
    if (total !== summary.rows)
      lines.push(`${number(total)} sites: ${figures(sites, ['new', 'changed', 'unchanged', 'withdrawn'])}.`);
  }
  if (summary.repeated > 0) {
    lines.push(
      `${number(summary.repeated)} rows say again what an earlier row of the file says: ${kind} count once.`,
    );
  }
  if (summary.leftOut > 0) {
    const reasons = Object.entries(summary.leftOutBy).sort(([, a], [, b]) => b - a);
    lines.push('Left out, as they tell of nothing that is watched for:');
    lines.push(...reasons.map(([reason, rows]) => `  ${number(rows)} rows: ${reason}`));
  }
  if (summary.withdrawn > 0) {
    const rows = summary.withdrawn === 1 ? '1 row tells' : `${number(summary.withdrawn)} rows tell`;
    lines.push(
      kind === 'sites'
        ? `${rows} of sites that were withdrawn: they stay so. POST /v1/sites/{id}/restore takes one up again.`
        : `${rows} of events that were retracted; nothing new: they stay so.`,
    );
  }
  if (summary.older > 0) {
    const are = summary.older === 1 ? 'row is' : 'rows are';
    lines.push(
      `${number(summary.older)} ${are} older than what is known: a newer edition says something else, which holds.`,
    );
  }
  if (summary.refused > 0) {
    lines.push(
      `The refused rows are kept in ${summary.refusedFile}, each with its reasons. The first of them:`,
    );
    lines.push(...summary.firstRefused.map(refusedText));
    if (summary.onlyCounted > 0) {
      lines.push(
        `For ${number(summary.onlyCounted)} of them there was no room in that file, which may be twice as large as the imported one: correct what it tells, and import again to see the others.`,
      );
    }
  }
  if (summary.warnings > 0) {
    const are = summary.warnings === 1 ? 'row is' : 'rows are';
    lines.push(`${number(summary.warnings)} ${are} in, but may be wrong:`);
    lines.push(...summary.firstWarnings.map(warningText));
    const others = summary.warnings - summary.firstWarnings.length;
    if (others > 0) lines.push(`  and ${number(others)} more`);
  }
  return lines.join('\n');
}

/** How far an import is. `part` of the input is stored, from 0 to 1; null where its size is not known. */
export function progressText(stored: { rows: number; seconds: number; part: number | null }): string {
  const { rows, seconds, part } = stored;
  const texts = [`${number(rows)} rows`, `${number(Math.round(rows / Math.max(0.001, seconds)))} rows/s`];
  if (part !== null && part > 0) {
    texts.push(`${Math.floor(100 * part)} %`, `about ${durationText((seconds * (1 - part)) / part)} left`);
  }
  return texts.join(' · ');
}

function durationText(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return minutes < 90 ? `${minutes} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function warningText({ line, field, got, text }: RowWarning): string {
  return `  line ${line}: ${field}: ${got} ${text}`;
}

/** The figures that matter: those that are not 0, and always the first three and the refused. */
function figures<N extends string>(counts: Record<N, number>, names: readonly N[]): string {
  return names
    .filter((name) => counts[name] > 0 || !['withdrawn', 'older', 'repeated', 'leftOut'].includes(name))
    .map((name) => `${number(counts[name])} ${name === 'leftOut' ? 'left out' : name}`)
    .join(', ');
}

function refusedText({ line, refusals }: RefusedRow): string {
  const [first, ...more] = refusals;
  const field = first!.field.startsWith('(') ? '' : `${first!.field}: `;
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  return `  line ${line}: ${field}${first!.expected}; it is ${first!.got}${others}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
