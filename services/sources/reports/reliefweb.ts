import { z } from 'zod';
import type { ArticleInput } from '../../../domain/reading/reports/article.ts';
import { calendarDate, millisecondsPerDay } from '../../../domain/time.ts';
import type { ApiAnswer } from '../../fetching/api-client.ts';
import { plainTextOf } from '../../reading/plain-text.ts';
import { refusalsOf } from '../../refusing/refusal.ts';
import { inForm, jsonIfAny, jsonOf } from '../json-answer.ts';
import { addressOption, countriesOption } from '../option-fields.ts';
import { type Portion, type Source, SourceError, type SourceTools } from '../source.ts';

const setting = 'OREWATCH_RELIEFWEB_APPNAME';

/** ReliefWeb knows countries by ISO 3166-1 alpha-3: those with conflict or mines. */
const alpha3 = new Map(
  `AF AFG AO AGO BF BFA BI BDI BO BOL BR BRA CD COD CF CAF CG COG CI CIV CL CHL CM CMR CO COL DZ DZA EC ECU EG EGY
   ER ERI ET ETH GA GAB GH GHA GN GIN GT GTM GW GNB HN HND HT HTI ID IDN IL ISR IN IND IQ IRQ IR IRN KE KEN KG KGZ
   KP PRK LB LBN LR LBR LY LBY MG MDG ML MLI MM MMR MN MNG MR MRT MX MEX MZ MOZ NA NAM NE NER NG NGA NI NIC PA PAN
   PE PER PG PNG PH PHL PK PAK PS PSE RU RUS RW RWA SD SDN SL SLE SN SEN SO SOM SS SSD SV SLV SY SYR TD TCD TG TGO
   TJ TJK TZ TZA UA UKR UG UGA UZ UZB VE VEN YE YEM ZA ZAF ZM ZMB ZW ZWE`
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, code, i, all) => {
      if (i % 2 === 0) pairs.push([code, all[i + 1]!]);
      return pairs;
    }, []),
);

const options = z.strictObject({
  countries: countriesOption
    .refine(
      (codes) => codes.every((code) => alpha3.has(code)),
      `must be among ${[...alpha3.keys()].join(', ')}`,
    )
    .default(['BF', 'CD', 'CF', 'CO', 'ML', 'MM', 'MZ', 'NE', 'NG', 'SD', 'UA', 'VE']),
  /** So many days back at the first fetch. */
  days: z.coerce.number().int().min(1).max(365).default(7),
  baseUrl: addressOption.default('https://api.reliefweb.int/v2'),
});
type Options = z.output<typeof options>;

/** `changed`: what was changed before was had; of what was changed at that instant some may still come. */
const cursorSchema = z.object({ changed: z.iso.datetime({ offset: true }) });

const item = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  fields: z.object({
    title: z.string().min(1),
    body: z.string().optional(),
    'body-html': z.string().optional(),
    url: z.string().optional(),
    url_alias: z.string().optional(),
    date: z.object({
      changed: z.iso.datetime({ offset: true }),
      created: z.iso.datetime({ offset: true }),
      original: z.iso.datetime({ offset: true }).optional(),
    }),
    source: z.array(z.object({ name: z.string() })).default([]),
    language: z.array(z.object({ code: z.string() })).default([]),
  }),
});
type Item = z.output<typeof item>;

const page = z.object({ totalCount: z.number().int().min(0), data: z.array(z.unknown()).max(1000) });

const pageSize = 100;
/** Reports that tell what happened; maps, appeals and manuals do not. */
const formats = ['News and Press Release', 'Situation Report', 'Analysis'];
const languages = ['en', 'fr', 'es'];
const shownFields = [
  ...['title', 'body', 'body-html', 'url', 'url_alias', 'source.name', 'language.code'],
  ...['date.changed', 'date.created', 'date.original'],
];

/** Reports of the UN and of aid organisations on ReliefWeb, read as news (API v2, apidoc.reliefweb.int). */
export const reliefWeb: Source<Options> = {
  name: 'reliefweb',
  title: 'ReliefWeb',
  gives: 'reports',
  terms: {
    licence: 'Terms of ReliefWeb; each report belongs to its publisher',
    attribution: 'ReliefWeb (UN OCHA), and the publisher of each report',
    url: 'https://reliefweb.int/terms-conditions',
    whoMayUse: 'Everybody whose application name ReliefWeb has approved; texts may not be passed on.',
    mayShowRaw: false,
    mayFit: false,
  },
  coverage: 'What the UN and some 4,000 aid organisations publish of the countries that you choose.',
  access: 'Ask for an application name at https://apidoc.reliefweb.int/parameters#appname: it comes by mail.',
  credentials: [{ setting, what: 'an application name that ReliefWeb has approved' }],
  options,
  everyMinutes: 60,
  lagDays: null,
  staleAfterDays: 3,
  async *fetch(cursor, tools) {
    const { now, options } = tools;
    const startedAt = now();
    const daysBack = new Date(startedAt.getTime() - options.days * millisecondsPerDay).toISOString();
    let since = cursor === null ? daysBack : cursorSchema.parse(cursor).changed;
    let offset = 0;
    for (let done = 0; ; ) {
      const { rows, total } = await askPage(tools, since, offset);
      const expected = Math.max(0, Math.min(total - offset, pageSize));
      if (rows.length !== expected)
        throw new SourceError(
          `a page holds ${rows.length} reports where ${expected} of ${total} were to come`,
        );
      const portion = portionOf(rows, startedAt);
      done += rows.length;
      yield { ...portion, progress: { done, of: null, what: 'reports' } };
      if (rows.length < pageSize) break;
      // From what was changed last: what changes meanwhile moves all that stand behind it.
      const changed = portion.cursor?.changed ?? since;
      if (Date.parse(changed) < Date.parse(since))
        throw new SourceError('its reports do not come in the order in which they were changed');
      offset = changed === since ? offset + pageSize : 0;
      since = changed;
    }
    yield { publishedTo: calendarDate(startedAt) };
  },
  async probe(tools) {
    const since = new Date(tools.now().getTime() - millisecondsPerDay).toISOString();
    const { total } = await askPage(tools, since, 0);
    return `${total} reports of ${tools.options.countries.join(', ')} were added or changed within a day.`;
  },
};

function addressOf({ options, credentials }: SourceTools<Options>, since: string, offset: number): string {
  const query = new URLSearchParams({
    appname: credentials[setting]!,
    limit: String(pageSize),
    offset: String(offset),
  });
  for (const field of shownFields) query.append('fields[include][]', field);
  query.append('sort[]', 'date.changed:asc');
  query.append('filter[operator]', 'AND');
  const filters: [string, readonly string[]][] = [
    ['country.iso3', options.countries.map((code) => alpha3.get(code)!.toLowerCase())],
    ['format.name', formats],
    ['language.code', languages],
  ];
  for (const [i, [field, values]] of filters.entries()) {
    query.append(`filter[conditions][${i}][field]`, field);
    for (const value of values) query.append(`filter[conditions][${i}][value][]`, value);
    query.append(`filter[conditions][${i}][operator]`, 'OR');
  }
  query.append(`filter[conditions][${filters.length}][field]`, 'date.changed');
  query.append(`filter[conditions][${filters.length}][value][from]`, since.replace(/\.\d+Z$/, '+00:00'));
  return `${options.baseUrl}/reports?${query}`;
}

async function askPage(tools: SourceTools<Options>, since: string, offset: number) {
  const answer = await tools.api.ask(addressOf(tools, since, offset), { maxBytes: 10_000_000 });
  const body = answer.status === 200 ? jsonOf(answer) : jsonIfAny(answer);
  const fault = errorOf(answer, body);
  if (fault) throw fault;
  const { data, totalCount } = inForm(page, body);
  return { rows: data, total: totalCount };
}

/** What the server complains of, also inside an answer of status 200. */
function errorOf({ status }: ApiAnswer, body: unknown): SourceError | null {
  const inside = (body as { error?: { message?: unknown } } | null)?.error?.message;
  const said = typeof inside === 'string' ? `: ${inside.replace(/\s+/g, ' ').slice(0, 300)}` : '';
  if (status === 403)
    return new SourceError(`the application name in ${setting} is not approved (403)${said}`, {
      needsPerson: true,
    });
  if (status === 410)
    return new SourceError(`this version of the API has ended (410)${said}: the address must be that of v2`, {
      needsPerson: true,
    });
  if (status !== 200) return new SourceError(`it answered ${status}${said}`);
  return said === '' ? null : new SourceError(`it answered with an error${said}`);
}

function portionOf(rows: readonly unknown[], now: Date): Portion & { cursor?: { changed: string } } {
  const reports: ArticleInput[] = [];
  const refused: NonNullable<Portion['refused']>[number][] = [];
  let empty = 0;
  let changed: string | undefined;
  for (const raw of rows) {
    const parsed = item.safeParse(raw);
    if (!parsed.success) {
      const rowId = String((raw as { id?: unknown } | null)?.id ?? JSON.stringify(raw)).slice(0, 200);
      refused.push({ rowId, refusals: refusalsOf(parsed.error, raw), raw });
      continue;
    }
    changed = parsed.data.fields.date.changed;
    const report = articleOf(parsed.data, now);
    if (report.text === '') empty += 1;
    else reports.push(report);
  }
  return {
    reports,
    refused,
    ...(empty > 0 ? { leftOut: { 'has no text, only attached files': empty } } : {}),
    ...(changed ? { cursor: { changed } } : {}),
  };
}

function articleOf({ fields }: Item, now: Date): ArticleInput {
  const { title, body = '', date, source } = fields;
  const html = fields['body-html'] ?? null;
  const published = new Date(date.original ?? date.created);
  const address = fields.url_alias ?? fields.url ?? null;
  return {
    source: 'news',
    url: address !== null && URL.canParse(address) && /^https?:/.test(address) ? address : null,
    publishedAt: published > now ? now : published,
    publisher: source[0]?.name.slice(0, 200) ?? 'ReliefWeb',
    title: title.slice(0, 500),
    text: html === null ? body.trim() : plainTextOf(html),
    html,
    mayShowRaw: false,
  };
}
