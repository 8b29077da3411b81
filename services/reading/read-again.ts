import { groupBy } from '../../domain/group-by.ts';
import { wordsOf } from '../../domain/reading/text/fold.ts';
import type { Queryable } from '../database/pool.ts';
import { findSiteNames, markToReadAgain, readNewestTexts } from '../database/reports/read-again.ts';
import { takeTurns } from '../running/with-pauses.ts';

/** Of the reports that were read, so many of the newest are looked at: older ones tell of what is past. */
const newestReports = 1_000;
const reportsPerPage = 100;

/**
 * Has the reports read again that name one of the sites, as they may have been read before the site was known. Names
 * are compared as the gazetteer compares them. Answers the reports.
 */
export async function readAgainWhereNamed(client: Queryable, siteNos: readonly number[]): Promise<number[]> {
  const names = (await findSiteNames(client, siteNos)).map(wordsOf).filter((words) => words.length > 0);
  const byFirstWord = groupBy(names, ([first]) => first);
  const named: number[] = [];
  const turn = takeTurns();
  for await (const reports of readNewestTexts(client, newestReports, reportsPerPage)) {
    for (const { id, text } of reports) {
      const words = wordsOf(text);
      const told = ` ${words.join(' ')} `;
      const isNamed = [...new Set(words)].some((word) =>
        byFirstWord.get(word)?.some((name) => told.includes(` ${name.join(' ')} `)),
      );
      if (isNamed) named.push(id);
      if (turn.isOver()) await turn.pause();
    }
  }
  await markToReadAgain(client, named);
  return named;
}
