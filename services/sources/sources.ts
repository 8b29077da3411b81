import type { Source } from './source.ts';

/** Every source that can be switched on, in the order in which they are told. */
export const sources: readonly Source[] = [];

export function findSource(name: string): Source | null {
  return sources.find((source) => source.name === name) ?? null;
}
