import { z } from 'zod';
import type { CalendarDate } from '../../../domain/time.ts';
import type { CollectedSite } from '../../database/sites/collected-site.ts';
import { findVanishing, markVanished, type WholeEdition } from '../../database/sites/vanished-site.ts';
import { type Portion, type Source, SourceError } from '../source.ts';
import { readIpis } from './ipis.ts';
import { type Answer, askForCountry, type Had, hashOf } from './ipis-answer.ts';
import { type IpisOptions, type IpisTools, ipisOptions } from './ipis-options.ts';
import { bytesOf, type Survey, surveyOf } from './ipis-survey.ts';

const had = z.object({
  address: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  hash: z.string(),
  rows: z.number(),
  edition: z.string(),
}) satisfies z.ZodType<Had>;

/** What was read last, by country. */
const cursorSchema = z.object({ files: z.record(z.string(), had) });
type Cursor = z.output<typeof cursorSchema>;

const rowsOfPortion = 500;
/** A file with fewer of the rows of the one before was cut off, or is another one. */
const leastShare = 0.8;
/** More of the known mines than this never vanish with one edition. */
const mostVanishingShare = 0.2;

/** Artisanal mines as IPIS publishes them: a file of field visits for each country that it surveys. */
export const ipis: Source<IpisOptions> = {
  name: 'ipis',
  title: 'IPIS mine sites',
  gives: 'sites',
  terms: {
    licence: 'Open data of IPIS, with attribution (ODC-BY 1.0)',
    attribution: 'IPIS (International Peace Information Service), open data on artisanal mining',
    url: 'https://ipisresearch.be/mapping-services/open-data/',
    whoMayUse: 'Everybody who names IPIS.',
    mayShowRaw: true,
    mayFit: true,
  },
  coverage:
    'Artisanal mines of eastern DR Congo and of the Central African Republic that were visited since 2009.',
  access: 'Open to everybody.',
  credentials: [],
  options: ipisOptions,
  everyMinutes: 7 * 1440,
  lagDays: null,
  staleAfterDays: 730,
  async *fetch(cursor, tools) {
    let { files }: Cursor = cursor === null ? { files: {} } : cursorSchema.parse(cursor);
    const faults: string[] = [];
    for (const country of tools.options.countries) {
      try {
        const answer = await askForCountry(tools, country, files[country] ?? null);
        if (answer === null) continue;
        const survey = await surveyOf(answer, tools.now());
        assertWhole(survey, files[country] ?? null);
        yield* visitsOf(answer, survey, tools.now());
        files = { ...files, [country]: hadOf(answer, survey) };
        yield { ...lastPortion(country, answer, survey, tools), cursor: { files } };
      } catch (error) {
        // One country's fault is no other's.
        if (!(error instanceof SourceError)) throw error;
        faults.push(`${country}: ${error.message}`);
      }
    }
    const published = freshTo(tools.options.countries.map((country) => files[country]?.edition));
    if (published) yield { publishedTo: published };
    if (faults.length > 0) throw new SourceError(faults.join('; '));
  },
  async probe(tools) {
    const found: string[] = [];
    for (const country of tools.options.countries) {
      const answer = (await askForCountry(tools, country, null))!;
      const { rows, recordIds, edition } = await surveyOf(answer, tools.now());
      found.push(
        `${country}: ${rows} visits of ${recordIds.size} mines, edition of ${edition}, ${answer.address}`,
      );
    }
    return `${found.join('; ')}.`;
  },
};

function assertWhole({ rows, cutAt }: Survey, before: Had | null): void {
  if (rows === 0) throw new SourceError('its file holds no visits: nothing of it is taken');
  if (cutAt !== null)
    throw new SourceError(`its file ends in the middle of line ${cutAt}: nothing of it is taken`);
  if (before && rows < leastShare * before.rows)
    throw new SourceError(
      `its file has ${rows} visits where the one before had ${before.rows}: nothing of it is taken; if that is how it is meant, import the file by hand`,
    );
}

function hadOf({ address, etag, lastModified, body }: Answer, { rows, edition }: Survey): Had {
  return { address, etag, lastModified, hash: hashOf(body), rows, edition };
}

async function* visitsOf(answer: Answer, survey: Survey, now: Date): AsyncGenerator<Portion> {
  let sites: CollectedSite[] = [];
  let refused: NonNullable<Portion['refused']>[number][] = [];
  let done = 0;
  const portion = (): Portion => ({ sites, refused, progress: { done, of: survey.rows, what: 'visits' } });
  for await (const row of readIpis(bytesOf(answer.body), { now, source: null })) {
    done += 1;
    if (row.ok) sites.push({ ...row.value, edition: survey.editionOf(row.value) });
    else refused.push({ rowId: `${answer.country}/${row.line}`, refusals: row.refusals, raw: row.raw });
    if (sites.length + refused.length < rowsOfPortion) continue;
    yield portion();
    sites = [];
    refused = [];
  }
  if (sites.length + refused.length > 0) yield portion();
}

/** What is said once all visits are stored: which mines the file no longer has. */
function lastPortion(country: string, answer: Answer, survey: Survey, tools: IpisTools): Portion {
  const { edition, recordIds, unreadable } = survey;
  if (answer.isFallback)
    return { note: `${country}: its file cannot be had (${answer.isFallback}): read from the map server` };
  if (unreadable > 0)
    return {
      note: `${country}: ${unreadable} rows cannot be taken apart, so no mine is said to have vanished`,
    };
  const whole = { dataset: 'ipis', country, edition, recordIds: [...recordIds] };
  return { also: (client) => noteVanished(client, whole, tools.now()) };
}

async function noteVanished(
  client: Parameters<NonNullable<Portion['also']>>[0],
  whole: WholeEdition,
  at: Date,
): Promise<void> {
  const { known, gone } = await findVanishing(client, whole);
  if (gone.length > mostVanishingShare * known)
    throw new SourceError(
      `${whole.country}: its file lacks ${gone.length} of ${known} mines that it had: none is said to have vanished`,
    );
  await markVanished(client, whole, gone, { author: 'ipis', key: null }, at);
}

/** What is behind most tells how fresh the source is. */
function freshTo(editions: readonly (string | undefined)[]): CalendarDate | undefined {
  const days = editions.flatMap((edition) => (edition ? [edition.slice(0, 10)] : []));
  return days.length === editions.length ? days.sort()[0] : undefined;
}
