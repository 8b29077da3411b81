import { z } from 'zod';
import { eventRow } from '../../services/sources/events/event-row.ts';
import { type Portion, type Source, SourceError } from '../../services/sources/source.ts';
import { world } from './sources.ts';

export type Page = { rows: unknown[]; next: number | null; publishedTo?: string; whole?: string };

/** A source whose pages lie at /0, /1, …: each names the next one. */
const paged: Source<{ since: string }> = {
  name: 'paged',
  title: 'Paged events',
  gives: 'events',
  terms: {
    licence: 'CC BY 4.0',
    attribution: 'Paged',
    url: 'https://paged.example.org/terms',
    whoMayUse: 'Everybody.',
    mayShowRaw: true,
    mayFit: true,
  },
  coverage: 'Everywhere.',
  access: 'Ask for a token.',
  credentials: [{ setting: 'PAGED_TOKEN', what: 'a token' }],
  options: z.strictObject({ since: z.iso.date().default('2025-01-01') }),
  everyMinutes: 60,
  lagDays: 20,
  staleAfterDays: 30,
  async *fetch(cursor, { api, now }) {
    let page = (cursor as number | null) ?? 0;
    for (;;) {
      const answer = await api.ask(`${world.url}/${page}`);
      if (answer.status === 401)
        throw new SourceError('it refuses the token: check PAGED_TOKEN', { needsPerson: true });
      const { rows, next, publishedTo, whole }: Page = JSON.parse(answer.text());
      const read = rows.map((row, line) =>
        eventRow({ line, raw: row }, row as Record<string, unknown>, now()),
      );
      yield {
        events: read.flatMap((row) => (row.ok ? [row.value] : [])),
        refused: read.flatMap((row) =>
          row.ok ? [] : [{ rowId: String((row.raw as { sourceEventId: string }).sourceEventId), ...row }],
        ),
        cursor: next ?? page,
        ...(publishedTo ? { publishedTo } : {}),
        ...(whole
          ? {
              edition: { name: whole, rank: Number(whole) },
              complete: { name: whole, rank: Number(whole), from: '2026-01-01', to: '2026-02-28' },
            }
          : {}),
      } satisfies Portion;
      if (next === null) return;
      page = next;
    }
  },
  async probe() {
    return 'one page';
  },
};
export const source = paged as Source;
export const token = { credentials: { PAGED_TOKEN: 'secret' } };

export const row = (sourceEventId: string, over: object = {}) => ({
  source: 'paged',
  sourceEventId,
  occurredOn: '2026-02-10',
  type: 'Battles',
  subType: 'Armed clash',
  place: 'Mubi',
  latitude: -1.3,
  longitude: 27.9,
  deaths: 2,
  confidence: 'confirmed',
  ...over,
});
export const serve = (page: number, content: Page) => world.on(`/${page}`, JSON.stringify(content));
