import { z } from 'zod';
import { cellCount } from '../../../domain/sites/grid-cell.ts';
import { addDays, type CalendarDate } from '../../../domain/time.ts';
import type { CellForecast } from '../../database/forecasts/forecast-cell.ts';
import { inForm, jsonOf } from '../json-answer.ts';
import { addressOption } from '../option-fields.ts';
import { type Source, SourceError, type SourceTools } from '../source.ts';

const options = z.strictObject({
  /** So many months ahead. */
  months: z.coerce.number().int().min(1).max(36).default(12),
  /** No licence is stated for the figures: whoever is allowed to show them says so. */
  show: z.enum(['link', 'figures']).default('link'),
  baseUrl: addressOption.default('https://api.viewsforecasting.org'),
});
type Options = z.output<typeof options>;
type Tools = SourceTools<Options>;

/** Of this run so many months were had. */
const cursorSchema = z.object({ run: z.string(), months: z.number().int() });

const runList = z.object({ runs: z.array(z.string().max(200)).max(10_000) });
const page = z.object({
  next_page: z.string().nullable(),
  row_count: z.number().int().min(0),
  data: z.array(
    z.object({
      pg_id: z.number().int().min(1).max(cellCount),
      month_id: z.number().int(),
      main_dich: z.number().min(0).max(1),
      main_mean: z.number().min(0),
    }),
  ),
});

const pageSize = 10_000;
/** The whole world has 26 of them. */
const mostPages = 300;

/** Forecasts of state-based violence for each cell and month, by the VIEWS system (API: github.com/prio-data/views_api). */
export const views: Source<Options> = {
  name: 'views',
  title: 'VIEWS forecasts',
  gives: 'forecasts',
  terms: {
    licence: 'None is stated for the data',
    attribution: 'VIEWS (Violence & Impacts Early-Warning System), Uppsala University and PRIO',
    url: 'https://viewsforecasting.org',
    whoMayUse:
      'VIEWS publishes its forecasts for everybody and asks to be cited, but states no licence: ask it before you show its figures or use them commercially.',
    mayShowRaw: false,
    mayFit: false,
  },
  coverage:
    'The chance of a death in conflicts in which a state takes part, by month and cell of half a degree, in Africa and the Middle East.',
  access: 'Open to everybody.',
  credentials: [],
  options,
  everyMinutes: 1440,
  lagDays: null,
  staleAfterDays: 100,
  async *fetch(cursor, tools) {
    const run = await newestRun(tools);
    const had = cursor === null ? null : cursorSchema.parse(cursor);
    const of = tools.options.months;
    for (let done = had?.run === run.name ? had.months : 0; done < of; ) {
      const forecasts = await askForMonth(tools, run.name, run.monthId + 1 + done);
      done += 1;
      const progress = { done, of, what: 'months' };
      yield { forecasts, cursor: { run: run.name, months: done }, progress };
    }
    yield { publishedTo: addDays(monthOf(run.monthId + 1), -1) };
  },
  async probe(tools) {
    const run = await newestRun(tools);
    const cells = await askForMonth(tools, run.name, run.monthId + 1);
    return `Its newest run is ${run.name}, with ${cells.length} cells for ${monthOf(run.monthId + 1).slice(0, 7)}.`;
  },
};

type Run = { name: string; monthId: number };

/** Runs are named after the last month that informs them; a number before it counts models, one behind it attempts. */
async function newestRun(tools: Tools): Promise<Run> {
  const { runs } = await askFor(tools, `${tools.options.baseUrl}/`, runList);
  const named = runs.flatMap((name) => {
    const [, model, year, month, attempt] =
      /^fatalities(\d{3})_(\d{4})_(0[1-9]|1[0-2])_t(\d\d)$/.exec(name) ?? [];
    if (!year || !month) return [];
    const monthId = (Number(year) - 1980) * 12 + Number(month);
    return [{ name, monthId, order: `${year}${month}${model}${attempt}` }];
  });
  const [newest] = named.sort((a, b) => b.order.localeCompare(a.order));
  if (!newest) throw new SourceError('it lists no run of its model of fatalities');
  return newest;
}

/** The first day of a month; VIEWS counts months from January 1980, which is 1. */
function monthOf(monthId: number): CalendarDate {
  return new Date(Date.UTC(1980, monthId - 1)).toISOString().slice(0, 10);
}

async function askForMonth(tools: Tools, run: string, monthId: number): Promise<CellForecast[]> {
  const cells = new Map<number, CellForecast>();
  const month = monthOf(monthId);
  for (let asked = 1; ; asked += 1) {
    const query = `month=${monthId}&pagesize=${pageSize}&page=${asked}`;
    const answer = await askFor(tools, `${tools.options.baseUrl}/${run}/pgm/sb?${query}`, page);
    for (const { pg_id: cellId, month_id, main_dich: chance, main_mean: expected } of answer.data) {
      // What it does not understand of a question it leaves out.
      if (month_id !== monthId)
        throw new SourceError(`it was asked for month ${monthId} and told of ${month_id}`);
      cells.set(cellId, { run, cellId, month, chance, expected });
    }
    const hasMore = answer.next_page && answer.data.length > 0 && cells.size < answer.row_count;
    if (hasMore && asked < mostPages) continue;
    // Its pages have no order, so that one cell may come twice and another one never.
    if (cells.size !== answer.row_count || cells.size === 0)
      throw new SourceError(
        `${run} gave ${cells.size} cells for ${month.slice(0, 7)} where ${answer.row_count} were to come`,
      );
    return [...cells.values()];
  }
}

async function askFor<T>(tools: Tools, address: string, form: z.ZodType<T>): Promise<T> {
  const answer = await tools.api.ask(address, { headers: { Accept: 'application/json' } });
  if (answer.status !== 200) throw new SourceError(`${address} answered ${answer.status}`);
  return inForm(form, jsonOf(answer));
}
