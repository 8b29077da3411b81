import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { linkEvent } from '../domain/sites/link.ts';
import { type ReportDetail, readReportDetail } from '../services/api/routes/report-item.ts';
import { collectReports } from '../services/collecting/collect.ts';
import { findSiteNames } from '../services/database/reports/report-query.ts';
import { loadIndexedSites } from '../services/linking/site-index-cache.ts';
import { decodeReport, looksLikeHtml, ReportError } from '../services/reading/decode-report.ts';
import { maxReportBytes, parseReport } from '../services/reading/report-input.ts';
import type { Refusal } from '../services/refusing/refusal.ts';
import type { PipelineContext } from '../services/running/context.ts';
import { readReports } from '../workers/read.ts';
import { type Command, type Io, print, UsageError } from './command.ts';
import { prepareForReading } from './first-start.ts';
import { openInput } from './input-file.ts';
import { openStack, type Stack } from './stack.ts';
import { type NearSites, tellReport } from './tell-report.ts';

const sitesNamed = 3;

export const reportCommand: Command = {
  name: 'report',
  summary: 'Read a news report, text or HTML, from a file or from standard input (-).',
  usage:
    'orewatch report FILE|- --published DATE [--url URL] [--publisher NAME] [--title T] [--source-terms raw|link] [--json]\n' +
    'DATE is the day or the instant of publication: dates in the text count from there.\n' +
    '--source-terms raw: the licence allows showing the text to others; link, as without it: the link only.\n' +
    'Exit code: 0 stored and read, 1 refused or failed, 2 wrong call, 3 stored but not read (its language, for one).',
  examples: [
    'orewatch report article.txt --published 2025-03-20 --url https://news.example.org/walikale --publisher "Example News"',
    'curl -s https://news.example.org/walikale | orewatch report - --published 2025-03-20T09:00:00Z --url https://news.example.org/walikale',
  ],
  async run(args, io) {
    const { file, asJson, fields } = readCall(args);
    const named = file === '-' ? 'Standard input' : file;
    const content = await readContent(file, io).catch((error) => {
      if (!(error instanceof ReportError)) throw error;
      return refuse(io, `${named} cannot be read as a report: ${error.message}.`);
    });
    if (content === null) return 1;
    const now = new Date();
    const input = { ...fields, ...(looksLikeHtml(content) ? { html: content } : { text: content }) };
    const parsed = await parseReport(input, now);
    if (!parsed.ok) {
      refuse(io, `${named} is refused: ${parsed.refusals.map(inWords).join('; ')}.`);
      return 1;
    }
    const config = readConfig(io.env);
    const stack = await openStack(config, {
      owner: 'join',
      work: config.databaseUrl ? 'none' : 'pipeline',
    });
    try {
      await prepareForReading(stack, io);
      const [stored] = await collectReports(stack.context, [parsed.article], now);
      const { outcome, reportId } = stored!;
      // Also where a worker is at it: whoever is first stores what was read.
      await stack.context.queues.wake(...(await readReports.run(stack.context, [reportId])));
      const report = (await readReportDetail(stack.context.database, reportId, stack.context.policy))!;
      if (asJson) print(io, JSON.stringify({ outcome, ...report }, null, 2));
      else print(io, tellReport(outcome, report, await nearSites(stack.context, report)));
      await untilDone(stack);
      return report.state === 'unread' ? 3 : 0;
    } finally {
      await stack.close();
    }
  },
};

function readCall(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    options: {
      published: { type: 'string' },
      url: { type: 'string' },
      publisher: { type: 'string' },
      title: { type: 'string' },
      'source-terms': { type: 'string', default: 'link' },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new UsageError('Name one file, or - for standard input.');
  if (values.published === undefined)
    throw new UsageError(
      'Say when it was published: --published 2025-03-20. Dates in the text count from there.',
    );
  const terms = values['source-terms'];
  if (terms !== 'raw' && terms !== 'link') throw new UsageError('--source-terms must be raw or link.');
  const { published: publishedAt, url, publisher, title } = values;
  const fields = { publishedAt, url, publisher, title, mayShowRaw: terms === 'raw' };
  return { file, asJson: values.json, fields };
}

/** Reads no more than a report may have: what is larger is refused before it is held. */
async function readContent(file: string, io: Io): Promise<string> {
  const { input } = await openInput(file, io);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of input) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > maxReportBytes) {
      input.destroy();
      throw new ReportError(`it has more than ${maxReportBytes / 1_000_000} MB: no article is that long`);
    }
    pieces.push(bytes);
  }
  return decodeReport(Buffer.concat(pieces));
}

function refuse(io: Io, message: string): null {
  io.stderr.write(`${message}\n`);
  return null;
}

const optionOf: Record<string, string> = {
  publishedAt: '--published ',
  url: '--url ',
  publisher: '--publisher ',
  title: '--title ',
};

function inWords({ field, expected, got }: Refusal): string {
  return `${optionOf[field] ?? ''}${expected}; it is ${got}`;
}

/** The sites nearest to each event, and those that it names; null where no site is known. */
async function nearSites(
  { database, policy }: Pick<PipelineContext, 'database' | 'policy'>,
  { items }: ReportDetail,
): Promise<Map<number, NearSites> | null> {
  const indexed = await loadIndexedSites(database, database);
  if (indexed.sites.length === 0) return null;
  const near = new Map<number, { siteNo: number; distanceKm: number }[]>();
  for (const event of items) {
    const found: { siteNo: number; distanceKm: number; named: boolean }[] = [];
    linkEvent(
      { ...event, subType: event.subType as never },
      indexed,
      policy,
      ({ siteNo }, distanceKm, named) => found.push({ siteNo, distanceKm, named }),
    );
    const ranked = found.sort((a, b) => Number(b.named) - Number(a.named) || a.distanceKm - b.distanceKm);
    near.set(event.id, ranked);
  }
  const names = await findSiteNames(
    database,
    [...near.values()].flatMap((sites) => sites.slice(0, sitesNamed).map(({ siteNo }) => siteNo)),
  );
  return new Map(
    [...near].map(([id, sites]) => {
      const nearest = sites.slice(0, sitesNamed).map((site) => ({ ...site, name: names.get(site.siteNo)! }));
      return [id, { nearest, more: Math.max(0, sites.length - sitesNamed) }];
    }),
  );
}

/** What is left when a person stops the wait is done by the service, or at its next start. */
async function untilDone(stack: Stack): Promise<void> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  try {
    await Promise.race([stopped, stack.waitUntilIdle()]);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
