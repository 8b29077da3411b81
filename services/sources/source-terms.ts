import { acledTerms } from './events/acled-terms.ts';
import type { SourceTerms } from './source.ts';
import { findSource } from './sources.ts';

/** The terms of a source by its name; null where none are known. What is named after ACLED is under its terms. */
export function termsOf(source: string): SourceTerms | null {
  const name = source.toLowerCase();
  return name.startsWith('acled') ? acledTerms : (findSource(name)?.terms ?? null);
}
