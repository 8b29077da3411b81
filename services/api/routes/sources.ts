import { z } from 'zod';
import { sourceStates } from '../../../domain/source-state.ts';
import { everySource } from '../../polling/every-source.ts';
import { readSources, type SourceOverview } from '../../polling/source-overview.ts';
import { format } from '../request/query.ts';
import { listRoute } from './route.ts';

const instant = z.iso.datetime().nullable();
const day = z.iso.date().nullable();

const source = z
  .object({
    name: z
      .string()
      .meta({ description: 'Also the `source` of its events; `feed/3` is the news feed with the id 3.' }),
    title: z.string(),
    gives: z.enum(['events', 'reports', 'sites', 'forecasts']),
    state: z.enum(sourceStates).meta({
      description:
        'paused: so many fetches failed in a row that it is asked only now and then; needs-person: `todo` says what to do.',
    }),
    todo: z.string().nullable(),
    freshTo: day.meta({ description: 'Up to this day it has told of all that it tells.' }),
    publishedTo: day.meta({ description: 'What the source itself says about that.' }),
    isStale: z.boolean().meta({ description: 'On, and further behind than `staleAfterDays`.' }),
    recency: z.string().nullable().meta({ description: 'What the source says about its own recency.' }),
    lagDays: z.int().nullable().meta({ description: 'So many days after the fact it usually tells.' }),
    staleAfterDays: z.int(),
    everyMinutes: z.int(),
    coverage: z.string(),
    access: z.string(),
    licence: z.string(),
    attribution: z.string(),
    termsUrl: z.string(),
    whoMayUse: z.string(),
    mayShowRaw: z.boolean(),
    mayFit: z.boolean().meta({ description: 'May its rows be used to fit a model?' }),
    lastFetchAt: instant,
    lastSuccessAt: instant,
    nextFetchAt: instant,
    failures: z.int().meta({ description: 'Fetches that failed one after the other.' }),
    lastError: z.string().nullable(),
    lastErrorAt: instant,
    note: z.string().nullable(),
    rowsSeen: z.int(),
    rowsNew: z.int(),
    rowsChanged: z.int(),
    rowsRetracted: z.int(),
    rowsLeftOut: z.int(),
    rowsRefused: z.int(),
  })
  .meta({ id: 'Source' });

export const listSources = listRoute({
  path: '/sources',
  summary: 'Sources that are fetched from by themselves: terms, state and freshness of each',
  query: z.strictObject({ format }),
  list: { name: 'sources', item: source },
  async handle({ context, now }) {
    const rows = await readSources(context.database, await everySource(context.database), now);
    return { items: rows.map(sourceItem), next: null };
  },
});

function sourceItem({ terms, options: _, ...row }: SourceOverview): z.output<typeof source> {
  const { url, licence, attribution, whoMayUse, mayShowRaw, mayFit } = terms;
  return {
    ...row,
    ...{ licence, attribution, termsUrl: url, whoMayUse, mayShowRaw, mayFit },
    lastFetchAt: row.lastFetchAt?.toISOString() ?? null,
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    nextFetchAt: row.nextFetchAt?.toISOString() ?? null,
    lastErrorAt: row.lastErrorAt?.toISOString() ?? null,
  };
}
