import { millisecondsPerDay } from '../../../domain/time.ts';
import { readLines } from '../files/text-lines.ts';
import { SourceError, type SourceTools } from '../source.ts';

/** A quarter of an hour as GDELT writes it, in UTC: `20191024143000`. */
export type Quarter = string;

/** What a list of GDELT says of the archive of one quarter's export. */
export type ListedExport = { quarter: Quarter; bytes: number; md5: string };

const quarterMs = 900_000;
export const quartersPerDay = millisecondsPerDay / quarterMs;

/** Three files a quarter, each with its size, checksum and address: some 315 letters. */
const bytesPerQuarter = 400;
/** The list of all files had some 120 MB after ten years. */
const maxListBytes = 1_000_000_000;

export function instantOf(quarter: Quarter): Date {
  return new Date(quarter.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'));
}

function quarterAt(instant: Date): Quarter {
  return instant.toISOString().slice(0, 19).replace(/\D/g, '');
}

export function stepsAfter(quarter: Quarter, steps: number): Quarter {
  return quarterAt(new Date(instantOf(quarter).getTime() + steps * quarterMs));
}

/** How many quarters lie between the two. */
export function stepsBetween(from: Quarter, to: Quarter): number {
  return (instantOf(to).getTime() - instantOf(from).getTime()) / quarterMs;
}

/** "2019-10-24 14:30 UTC". */
export function quarterText(quarter: Quarter): string {
  return `${instantOf(quarter).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

type ListTools = Pick<SourceTools<{ baseUrl: string }>, 'api' | 'options' | 'now'>;

/** The newest quarter, by `lastupdate.txt`. Throws a SourceError where that is no such list. */
export async function readNewest({ api, options, now }: ListTools): Promise<ListedExport> {
  const address = `${options.baseUrl}/lastupdate.txt`;
  const answer = await api.ask(address, { maxBytes: 100_000 });
  if (answer.status !== 200) throw new SourceError(`${address} answered ${answer.status}`);
  const lines = answer.text().split('\n');
  const newest = lines.map(readListLine).find((listed) => listed !== null);
  if (!newest) throw noList(address, lines[0]!);
  if (instantOf(newest.quarter).getTime() > now().getTime() + millisecondsPerDay)
    throw new SourceError(`${address} names a quarter that lies ahead: ${quarterText(newest.quarter)}`);
  return newest;
}

/**
 * What is listed after a quarter, up to the newest: from the end of the list of all files, as far back as is needed.
 * Throws a SourceError where that is no such list, or one that was cut off.
 */
export async function readListedAfter(
  from: Quarter,
  newest: ListedExport,
  tools: ListTools,
): Promise<Map<Quarter, ListedExport>> {
  const missed = stepsBetween(from, newest.quarter);
  if (missed <= 1) return new Map([[newest.quarter, newest]]);
  const isWanted = ({ quarter }: ListedExport) => quarter > from && quarter < newest.quarter;
  const tail = await readList(tools, missed * bytesPerQuarter + 10_000, isWanted);
  const reachesBack = tail !== null && (tail.isWhole || tail.first <= stepsAfter(from, 1));
  const list = reachesBack ? tail : await readList(tools, null, isWanted);
  if (!list) throw new SourceError('the list of all files cannot be had');
  if (stepsBetween(list.last, newest.quarter) > 2)
    throw new SourceError(
      `the list of all files ends with ${quarterText(list.last)}, though ${quarterText(newest.quarter)} is published: it was cut off`,
    );
  return new Map([...list.wanted, newest].map((listed) => [listed.quarter, listed]));
}

type List = { isWhole: boolean; first: Quarter; last: Quarter; wanted: ListedExport[] };

/** The last bytes of the list of all files, or all of it; null where its server has no part that is so long. */
async function readList(
  { api, options }: ListTools,
  lastBytes: number | null,
  isWanted: (listed: ListedExport) => boolean,
): Promise<List | null> {
  const address = `${options.baseUrl}/masterfilelist.txt`;
  let firstLine = '';
  const ends: { first: Quarter; last: Quarter } = { first: '', last: '' };
  let wanted: ListedExport[] = [];
  const { status } = await api.ask(address, {
    // A part of something packed could not be unpacked.
    headers: lastBytes === null ? {} : { Range: `bytes=-${lastBytes}`, 'Accept-Encoding': 'identity' },
    maxBytes: maxListBytes,
    take: async (pieces) => {
      wanted = [];
      for await (const { line, text } of readLines(pieces)) {
        if (line === 1) firstLine = text;
        // A part mostly begins within a line.
        const listed = line === 1 && lastBytes !== null ? null : readListLine(text);
        if (!listed) continue;
        ends.first ||= listed.quarter;
        ends.last = listed.quarter;
        if (isWanted(listed)) wanted.push(listed);
      }
    },
  });
  if (status === 416 && lastBytes !== null) return null;
  if (status !== 200 && status !== 206) throw new SourceError(`${address} answered ${status}`);
  if (ends.last === '') throw noList(address, firstLine);
  return { isWhole: status === 200, ...ends, wanted };
}

const listLine =
  /^(\d{1,10}) ([0-9a-f]{32}) \S*\/(\d{8}(?:[01]\d|2[0-3])(?:00|15|30|45)00)\.export\.CSV\.zip\s*$/;

function readListLine(line: string): ListedExport | null {
  const [, bytes, md5, quarter] = listLine.exec(line) ?? [];
  if (!quarter || Number.isNaN(instantOf(quarter).getTime())) return null;
  return { quarter, bytes: Number(bytes), md5: md5! };
}

function noList(address: string, firstLine: string): SourceError {
  const expected = 'size, checksum and address of a file on each line';
  return new SourceError(
    `${address} is no list of files as GDELT has them: expected ${expected}; it begins with ${JSON.stringify(firstLine.slice(0, 100))}`,
  );
}
