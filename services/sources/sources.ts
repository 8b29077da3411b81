import { acledSource } from './events/acled-source.ts';
import { gdelt } from './events/gdelt-source.ts';
import { ucdpSource } from './events/ucdp-source.ts';
import { views } from './forecasts/views.ts';
import { reliefWeb } from './reports/reliefweb.ts';
import { ipis } from './sites/ipis-source.ts';
import type { Source } from './source.ts';

/** Every source that can be switched on, in the order in which they are told. */
export const sources: readonly Source[] = [ucdpSource, gdelt, reliefWeb, ipis, views, acledSource];

export function findSource(name: string): Source | null {
  return sources.find((source) => source.name === name) ?? null;
}
