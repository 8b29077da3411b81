import { z } from 'zod';

/**
 * Free text of one or more lines. Control characters other than tab and line breaks are
 * refused, and so are halves of surrogate pairs, which no database stores.
 */
export function textOf(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(maxLength)
    .refine(
      (value) => !/[^\P{Cc}\t\n\r]|\p{Cs}/u.test(value),
      'must not hold control characters or half characters',
    );
}

/** Text of one line: names, places, identifiers. */
export function lineOf(maxLength: number) {
  return textOf(maxLength).refine((value) => !/\p{Cc}/u.test(value), 'must be on one line');
}

/** A number within bounds, told in words where it is not; `z.int` for whole numbers. */
export function numberBetween(
  lowest: number,
  highest: number,
  kind: typeof z.int | typeof z.number = z.number,
) {
  const expectation = `must be a ${kind === z.int ? 'whole ' : ''}number from ${lowest} to ${highest}`;
  return kind(expectation).min(lowest, expectation).max(highest, expectation);
}
