import { formatMarks } from '../sources/format-marks.ts';
import { recogniseFormat } from '../sources/recognise-format.ts';
import { termsOf } from '../sources/source-terms.ts';
import { BacktestError } from './years.ts';

/** Throws a BacktestError where the terms of a source forbid fitting a model with what it tells. */
export function checkMayFit(source: string): void {
  const terms = termsOf(source);
  if (terms && !terms.mayFit)
    throw new BacktestError(
      `The terms of ${terms.attribution} do not allow fitting a model with its data, as --refit would. Leave --refit away to test the policy in force, or fit it with other events, such as UCDP's.`,
    );
}

/**
 * The same for a file, by its first bytes: what was exported by a source is known by its columns, also where only some
 * of them are left and a map names them.
 */
export async function checkFileMayFit(start: Buffer): Promise<void> {
  const events = formatMarks.filter(({ kind }) => kind === 'events');
  const recognition = await recogniseFormat(start, events);
  if (recognition.found) return checkMayFit(recognition.found.source ?? '');
  const { seen, nearest } = recognition;
  const there = seen.fields.map((name) => name.toLowerCase());
  if (nearest?.mark.telling.some((name) => there.includes(name))) checkMayFit(nearest.mark.source ?? '');
}
