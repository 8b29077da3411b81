import { z } from 'zod';
import { expectationOf } from './expectation.ts';

// Every schema whose mistakes are told here speaks in these words, unless it has its own.
z.config({ customError: expectationOf });

/** What was wrong with one field of an input, in words, with what stood there instead. */
export type Refusal = { field: string; expected: string; got: string };

/** So many mistakes of one input are listed; the rest is counted: an answer must not be larger than its question. */
export const mostRefusals = 20;

/** The mistakes that a schema found. */
export function refusalsOf(error: z.ZodError, input: unknown): Refusal[] {
  const refusals: Refusal[] = [];
  let found = 0;
  for (const issue of error.issues) {
    // One issue can name hundreds of thousands of unknown fields.
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : null;
    found += unknown ? unknown.length : 1;
    const room = mostRefusals - refusals.length;
    if (room <= 0) continue;
    if (unknown) refusals.push(...unknown.slice(0, room).map(unknownField));
    else refusals.push(mistakeOf(issue, input));
  }
  return found > refusals.length ? [...refusals, countedRefusal(found - refusals.length)] : refusals;
}

/** Stands for the mistakes that are not listed. */
export function countedRefusal(count: number): Refusal {
  return { field: '(more)', expected: `and ${count} more mistakes, not listed`, got: `${count}` };
}

function unknownField(key: string): Refusal {
  return { field: brief(key), expected: 'is not a known field: leave it out', got: brief(key) };
}

function mistakeOf(issue: z.core.$ZodIssue, input: unknown): Refusal {
  const got = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    input,
  );
  return {
    field: brief(issue.path.join('.')) || '(whole)',
    expected: issue.message,
    got: got === undefined ? 'nothing' : shortJson(got),
  };
}

const mostLetters = 200;

function brief(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text;
}

/** A value as JSON, cut short before it is written: it may be large or nested without end. */
function shortJson(value: unknown): string {
  return brief(JSON.stringify(pruned(value, 3)) ?? String(value));
}

function pruned(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return brief(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.slice(0, mostRefusals).map((item) => pruned(item, depth - 1));
  const entries = Object.entries(value).slice(0, mostRefusals);
  return Object.fromEntries(entries.map(([key, item]) => [brief(key), pruned(item, depth - 1)]));
}
