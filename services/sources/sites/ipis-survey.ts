import type { CollectedSite } from '../../database/sites/collected-site.ts';
import { SourceFileError } from '../files/row-reader.ts';
import { SourceError } from '../source.ts';
import { readIpis } from './ipis.ts';
import type { Answer } from './ipis-answer.ts';

/** What a file is before anything of it is taken. */
export type Survey = {
  rows: number;
  /** The mines that it has, also in rows that are refused. */
  recordIds: ReadonlySet<string>;
  /** Rows that cannot be taken apart: of which mine they tell is not known. */
  unreadable: number;
  /** The line of its last row where that one is broken. */
  cutAt: number | null;
  edition: string;
  editionOf(site: CollectedSite): string;
};

/**
 * Reads a file through without keeping it. Its edition is the one that its rows name, else the day in its address, else
 * that of its last change. What the map server answers names the time of the question: there the newest visit counts,
 * so that it never looks newer than a file that was published after it.
 */
export async function surveyOf(answer: Answer, now: Date): Promise<Survey> {
  const recordIds = new Set<string>();
  let rows = 0;
  let unreadable = 0;
  let cutAt: number | null = null;
  let newestVisit = '';
  let named = '';
  try {
    for await (const row of readIpis(bytesOf(answer.body), {
      now,
      source: null,
    })) {
      rows += 1;
      cutAt = null;
      if (row.ok) {
        const { recordId, edition = '', visits } = row.value;
        recordIds.add(recordId);
        if (edition > named) named = edition;
        for (const { visitedOn } of visits) if (visitedOn > newestVisit) newestVisit = visitedOn;
      } else if (typeof row.raw === 'string') {
        unreadable += 1;
        cutAt = row.line;
      } else recordIds.add(String((row.raw as { pcode?: string }).pcode).trim());
    }
  } catch (error) {
    if (!(error instanceof SourceFileError)) throw error;
    const [what] = error.message.split('\n  expected');
    throw new SourceError(`its file is of another form than before: ${what!.replace(/\s*\n\s*/g, '; ')}`, {
      cause: error,
    });
  }
  const dated = answer.dated ?? newestVisit;
  const edition = answer.isFallback ? newestVisit : named || dated;
  const editionOf = (site: CollectedSite) => (answer.isFallback ? newestVisit : (site.edition ?? dated));
  return { rows, recordIds, unreadable, cutAt, edition, editionOf };
}

export async function* bytesOf(body: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < body.length; from += 65_536) yield body.subarray(from, from + 65_536);
}
