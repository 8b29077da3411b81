import { z } from 'zod';
import { addDays, type CalendarDate, calendarDate } from '../../../domain/time.ts';
import { numberedCountries, numberOfCountry } from '../numeric-country.ts';
import { addressOption, countriesOption } from '../option-fields.ts';
import { type Portion, type Source, SourceError, type SourceTools } from '../source.ts';
import { type AcledAnswer, askAcled, pagesOf } from './acled-client.ts';
import { passwordSetting, userSetting } from './acled-login.ts';
import { type AcledRow, portionOf, readDeletions, readRows } from './acled-portion.ts';
import { acledAddress, acledTerms } from './acled-terms.ts';

const options = z.strictObject({
  /** From this day on; two years back where it is left out. */
  since: z.iso.date('must be a date as YYYY-MM-DD').optional(),
  /** All countries where it is left out. */
  countries: countriesOption
    .refine(
      (codes) => codes.every((code) => numberOfCountry(code) !== null),
      `must be among ${numberedCountries.join(', ')}`,
    )
    .optional(),
  baseUrl: addressOption
    .refine(
      (address) => /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(address),
      'must begin with https: the password is sent there',
    )
    .default(acledAddress),
});
type Options = z.output<typeof options>;
type Tools = SourceTools<Options>;

const day = z.iso.date();
const cursorForm = z.object({
  since: day,
  /** Days that are still to be asked for, the newest first; null where none are. */
  toAsk: z.object({ from: day, to: day }).nullable(),
  /** What happened up to this day was asked for by its day, or stands in `toAsk`. */
  askedTo: day,
  /** What was written or deleted before was had. Seconds since 1970. */
  changedTo: z.number().int().min(0),
});
type Cursor = z.output<typeof cursorForm>;

/** What ACLED wrote comes out with its weekly release. */
const overlapSeconds = 7 * 86_400;
const defaultDays = 730;
/** ACLED tells something of the world each week. */
const recentDays = 35;

/** Events of ACLED, for those who may use them. */
export const acledSource: Source<Options> = {
  name: 'acled',
  title: 'ACLED',
  gives: 'events',
  terms: acledTerms,
  coverage:
    'Political violence, protests and strategic developments worldwide; most countries since 1997 to 2020.',
  access: `Only with access that allows your use, which for a company is a licence from ACLED: register at ${acledAddress} and ask for access to the API. An ordinary account sees events twelve months late.`,
  credentials: [
    { setting: userSetting, what: 'the mail address of your account at ACLED' },
    { setting: passwordSetting, what: 'its password' },
  ],
  options,
  everyMinutes: 720,
  lagDays: 7,
  staleAfterDays: 14,
  async *fetch(cursor, tools) {
    const startedAt = tools.now();
    const recent = await askRecent(tools);
    const at = cursor === null ? beginAt(tools.options, startedAt) : cursorForm.parse(cursor);
    yield* askDays(tools, at, recent.visibleTo);
    const gone = await askDeleted(tools, at);
    const changedTo = yield* askWritten(tools, at, gone);
    const { publishedTo, recency } = recent;
    yield { deleted: [...gone.keys()], cursor: { ...at, changedTo }, publishedTo, recency };
  },
  async probe(tools) {
    const { publishedTo, recency } = await askRecent(tools);
    return `the login holds; ${recency}, now up to ${publishedTo}.`;
  },
};

function beginAt({ since }: Options, startedAt: Date): Cursor {
  const from = since ?? addDays(calendarDate(startedAt), -defaultDays);
  return { since: from, toAsk: null, askedTo: from, changedTo: secondsOf(startedAt) };
}

type Recent = { visibleTo: CalendarDate; publishedTo: CalendarDate; recency: string };

/** How far what the account sees goes, by ACLED's word where it holds something back, else by what it shows. */
async function askRecent(tools: Tools): Promise<Recent> {
  const today = calendarDate(tools.now());
  const query = { ...happened(addDays(today, -recentDays), today), limit: '100' };
  const answer = await askAcled(tools, 'acled', query);
  const heldBack = answer.data_query_restrictions?.date_recency;
  if (heldBack && heldBack.date < today)
    return { visibleTo: heldBack.date, publishedTo: heldBack.date, recency: inWords(heldBack) };
  const days = readRows(answer.data).flatMap(({ day }) => (day !== null && day <= today ? [day] : []));
  if (days.length === 0)
    throw new SourceError(
      answer.data.length === 0
        ? `it shows no event of the last ${recentDays} days anywhere, and does not say why`
        : 'its rows are of another form than before: event_date must be a day',
    );
  return {
    visibleTo: today,
    publishedTo: days.sort().at(-1)!,
    recency: 'your account sees all that is published',
  };
}

type HeldBack = NonNullable<AcledAnswer['data_query_restrictions']>['date_recency'];

const inWords = ({ date, quantity, unit }: HeldBack) =>
  `your account sees data older than ${quantity && unit ? `${quantity} ${unit.toLowerCase()}` : date}`;

/**
 * What happened on the days not asked for yet, by months, the newest first. What an account sees late has been written
 * long before it is seen: it is asked for by its day.
 */
async function* askDays(tools: Tools, at: Cursor, visibleTo: CalendarDate): AsyncGenerator<Portion> {
  let done = 0;
  for (;;) {
    if (at.toAsk === null) {
      if (visibleTo <= at.askedTo) return;
      at.toAsk = { from: at.askedTo, to: visibleTo };
      at.askedTo = visibleTo;
    }
    const { from, to } = at.toAsk;
    const month = `${to.slice(0, 7)}-01`;
    const start = from > month ? from : month;
    // A day more on either side: whether the ends of a range are in it is not sure.
    const [first, last] = [addDays(start, -1), addDays(to, 1)];
    const isAsked = ({ day }: AcledRow) => day !== null && first <= day && day <= last;
    for await (const rows of askRows(tools, happened(first, last), 'event_date', isAsked))
      yield portionOf(rows, { ...tools, since: at.since });
    at.toAsk = start > from ? { from, to: addDays(start, -1) } : null;
    done += 1;
    yield { cursor: { ...at }, progress: { done, of: done + monthsOf(at.toAsk), what: 'months' } };
  }
}

/** When events were deleted since the last fetch, by their ids. */
async function askDeleted(tools: Tools, at: Cursor): Promise<Map<string, number>> {
  const after = at.changedTo - overlapSeconds;
  const query = { deleted_timestamp: String(after), deleted_timestamp_where: '>' };
  const gone = new Map<string, number>();
  for await (const page of pagesOf(tools, 'deleted', query)) {
    const deletions = readDeletions(page);
    const asked = deletions.filter(({ deletedAt }) => deletedAt >= after);
    assertHeeded(asked.length, deletions.length, 'deleted_timestamp');
    for (const { id, deletedAt } of asked) gone.set(id, deletedAt);
  }
  return gone;
}

/**
 * What was written or corrected since the last fetch; what was written after its deletion is gone no more. Returns the
 * second of the newest change, as far as it does not lie ahead: that would have all be passed over that comes before.
 */
async function* askWritten(
  tools: Tools,
  at: Cursor,
  gone: Map<string, number>,
): AsyncGenerator<Portion, number> {
  const now = secondsOf(tools.now());
  const after = at.changedTo - overlapSeconds;
  const isAsked = ({ writtenAt }: AcledRow) => writtenAt !== null && writtenAt >= after;
  const query = { timestamp: String(after), timestamp_where: '>' };
  let newest = [...gone.values()].filter((second) => second <= now).reduce(later, at.changedTo);
  for await (const rows of askRows(tools, query, 'timestamp', isAsked)) {
    for (const { id, writtenAt } of rows) {
      if (writtenAt === null) continue;
      if (writtenAt <= now) newest = later(newest, writtenAt);
      if (id !== null && writtenAt > (gone.get(id) ?? writtenAt)) gone.delete(id);
    }
    yield portionOf(rows, { ...tools, since: at.since });
  }
  return newest;
}

const later = (a: number, b: number) => Math.max(a, b);
const secondsOf = (instant: Date) => Math.floor(instant.getTime() / 1000);

/** Rows page by page, for one country after the other where some were chosen. */
async function* askRows(
  tools: Tools,
  query: Record<string, string>,
  field: string,
  isAsked: (row: AcledRow) => boolean,
): AsyncGenerator<AcledRow[]> {
  const places = tools.options.countries?.map((code) => ({ iso: String(numberOfCountry(code)) })) ?? [{}];
  for (const place of places) {
    for await (const page of pagesOf(tools, 'acled', { ...query, ...place })) {
      const rows = readRows(page);
      assertHeeded(rows.filter(isAsked).length, rows.length, field);
      yield rows;
    }
  }
}

/** A filter that is not heeded gives all that there is, each time. */
function assertHeeded(asked: number, given: number, field: string): void {
  if (asked * 2 >= given) return;
  throw new SourceError(
    `${given - asked} of ${given} rows are none that were asked for by ${field}: it does not heed that, or the field has changed`,
  );
}

const happened = (first: CalendarDate, last: CalendarDate) => ({
  event_date: `${first}|${last}`,
  event_date_where: 'BETWEEN',
});

function monthsOf(days: { from: CalendarDate; to: CalendarDate } | null): number {
  if (days === null) return 0;
  const monthNo = (day: CalendarDate) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  return monthNo(days.to) - monthNo(days.from) + 1;
}
