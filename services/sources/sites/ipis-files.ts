import type { CalendarDate } from '../../../domain/time.ts';
import type { PoliteClient } from '../../fetching/polite-client.ts';

/** A file that a page links to, and the day in its address: the first of its month where that names no day. */
export type DatedFile = { address: string; dated: CalendarDate | null };

type Page = { url: string; text: string };

const maxPageBytes = 2_000_000;
/** Listings of folders by year and month. */
const deepest = 3;
const foldersTried = 3;

/**
 * Looks on a page for the newest file whose name begins as told; where there is none, in the dated folders that it
 * lists, the newest first. Null where there is none either. Throws a FetchError where the page cannot be had.
 */
export async function findNewestFile(
  web: PoliteClient,
  address: string,
  name: string,
  signal: AbortSignal,
  depth = 1,
): Promise<DatedFile | null> {
  const page = await web.fetch(address, {
    maxBytes: maxPageBytes,
    accept: 'text/html',
    types: /^(text\/.*|application\/xhtml\+xml|)$/,
    signal,
  });
  if (!page.isModified) return null;
  const found = newestFile(page, name);
  if (found || depth >= deepest) return found;
  for (const folder of datedFolders(page).slice(0, foldersTried)) {
    const inside = await findNewestFile(web, folder, name, signal, depth + 1);
    if (inside) return inside;
  }
  return null;
}

/** Of two of one date the one with the longer name: what is put there again gets a number behind it. */
function newestFile(page: Page, name: string): DatedFile | null {
  const files = linksOf(page)
    .filter(({ pathname }) => {
      const file = pathname.slice(pathname.lastIndexOf('/') + 1).toLowerCase();
      return file.startsWith(name) && /^([-_.][\w.-]*)?\.csv$/.test(file.slice(name.length));
    })
    .map(({ href, pathname }) => ({ address: href, dated: dateIn(pathname) }));
  const [newest] = files.sort(
    (a, b) =>
      (b.dated ?? '').localeCompare(a.dated ?? '') ||
      b.address.length - a.address.length ||
      b.address.localeCompare(a.address),
  );
  return newest ?? null;
}

function datedFolders(page: Page): string[] {
  const base = new URL('.', page.url);
  return linksOf(page)
    .filter(
      ({ origin, pathname }) =>
        origin === base.origin &&
        pathname.startsWith(base.pathname) &&
        /^(20\d\d([-_]?\d\d){0,2}|\d\d)\/$/.test(pathname.slice(base.pathname.length)),
    )
    .map(({ href }) => href)
    .sort()
    .reverse();
}

function linksOf({ url, text }: Page): URL[] {
  return [...text.matchAll(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)].flatMap(
    ([, double, single, bare]) => {
      const link = (double ?? single ?? bare ?? '').trim().replaceAll('&amp;', '&');
      return URL.canParse(link, url) ? new URL(link, url) : [];
    },
  );
}

/** The last day, or month, that a path names: `/2026/05/`, `/2026-05-14/`, `mines_20260514.csv`. */
function dateIn(path: string): CalendarDate | null {
  const dates = path.matchAll(/(?<!\d)(20\d\d)([-/_]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?!\d)/g);
  const [, year, , month, day = '01'] = [...dates].at(-1) ?? [];
  return year ? `${year}-${month}-${day}` : null;
}
