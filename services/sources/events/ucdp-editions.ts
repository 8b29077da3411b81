import { addDays, type CalendarDate } from '../../../domain/time.ts';

/** An edition of UCDP's events: its version, and the days that it covers. */
export type UcdpEdition = {
  version: string;
  kind: 'yearly' | 'cumulative' | 'monthly' | 'undocumented';
  /** One of higher rank replaces what one of lower rank says. */
  rank: number;
  from: CalendarDate;
  to: CalendarDate;
};

/** The first day of the yearly editions. */
const firstDay = '1989-01-01';
/** So many yearly editions are asked for, the newest first: that of a year appears in the middle of the year. */
const yearliesAsked = 3;
const quarterEnds = [12, 9, 6, 3];
/** Above all months of two thousand years, counted as YYMM. */
const rankStep = 1_000_000;

/** `26.1`: the yearly edition of 2026, which ends with 2025. */
function yearly(year: number): UcdpEdition {
  const to = `${year - 1}-12-31`;
  return { version: `${year - 2000}.1`, kind: 'yearly', rank: 3 * rankStep + year, from: firstDay, to };
}

/** `26.01.26.06`: all candidate events of January to June 2026, with what was corrected since. */
function cumulative(year: number, month: number): UcdpEdition {
  const [yy, mm] = [String(year - 2000).padStart(2, '0'), String(month).padStart(2, '0')];
  const days = { from: `${year}-01-01`, to: lastDayOf(year, month) };
  return { version: `${yy}.01.${yy}.${mm}`, kind: 'cumulative', rank: rankOf(2, year, month), ...days };
}

/** `26.0.9`: the candidate events of September 2026. `26.9.9`: the same month in a series that UCDP does not document. */
function monthly(year: number, month: number, kind: 'monthly' | 'undocumented'): UcdpEdition {
  const [yy, mm] = [year - 2000, String(month).padStart(2, '0')];
  const days = { from: `${year}-${mm}-01`, to: lastDayOf(year, month) };
  const isDocumented = kind === 'monthly';
  return {
    version: `${yy}.${isDocumented ? 0 : 9}.${month}`,
    kind,
    rank: rankOf(isDocumented ? 1 : 0, year, month),
    ...days,
  };
}

function rankOf(step: number, year: number, month: number): number {
  return step * rankStep + (year - 2000) * 100 + month;
}

function lastDayOf(year: number, month: number): CalendarDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

const yearOf = (day: CalendarDate) => Number(day.slice(0, 4));
const monthOf = (day: CalendarDate) => Number(day.slice(5, 7));

/**
 * The editions that may have appeared and are still wanted, in the order in which they are to be fetched: the oldest
 * days first. Of each group the first that has appeared is wanted, and no other. UCDP publishes no list of them.
 */
export function editionsWanted(
  done: readonly UcdpEdition[],
  { since, today, undocumented }: { since: CalendarDate; today: CalendarDate; undocumented: boolean },
): UcdpEdition[][] {
  const isWanted = (edition: UcdpEdition) =>
    edition.to < today && edition.to >= since && !done.some((other) => replaces(other, edition));
  const thisYear = yearOf(today);
  const yearlies = Array.from({ length: yearliesAsked }, (_, i) => yearly(thisYear - i));
  const groups = [yearlies];
  const lastYearly = done.find(({ kind }) => kind === 'yearly');
  const firstYear = lastYearly
    ? yearOf(lastYearly.to) + 1
    : Math.max(yearOf(since), thisYear - yearliesAsked + 1);
  for (let year = firstYear; year <= thisYear; year += 1) {
    groups.push(quarterEnds.map((month) => cumulative(year, month)));
    for (let month = 1; month <= 12; month += 1) {
      const documented = monthly(year, month, 'monthly');
      groups.push([documented]);
      // What only the other series has is laid beside a month that is whole: it would be missing there otherwise.
      if (undocumented && done.some(({ version }) => version === documented.version))
        groups.push([monthly(year, month, 'undocumented')]);
    }
  }
  return groups.map((group) => group.filter(isWanted)).filter((group) => group.length > 0);
}

/** Is nothing to be had from an edition any more, once another one is whole? */
export function replaces(whole: UcdpEdition, edition: UcdpEdition): boolean {
  const covers = whole.from <= edition.from && whole.to >= edition.to;
  return covers && whole.rank >= edition.rank && (whole.rank === edition.rank || whole.kind !== 'monthly');
}

/** An edition that appeared long ago and answers for certain. */
export function certainEdition(today: CalendarDate): UcdpEdition {
  return yearly(yearOf(today) - 1);
}

/** The monthly editions that may be the newest, the newest first. */
export function newestMonthlies(today: CalendarDate): UcdpEdition[] {
  const days = [addDays(`${today.slice(0, 7)}-01`, -1)];
  for (let i = 0; i < 2; i += 1) days.push(addDays(`${days.at(-1)!.slice(0, 7)}-01`, -1));
  return days.map((day) => monthly(yearOf(day), monthOf(day), 'monthly'));
}

const monthNames = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const monthName = (day: CalendarDate) => monthNames.format(new Date(`${day}T00:00:00Z`));

/** "GED 26.1: 1989 to 2025", "Candidate 26.01.26.06: January to June 2026", "Candidate 26.0.9: September 2026". */
export function editionText({ version, kind, from, to }: UcdpEdition): string {
  if (kind === 'yearly') return `GED ${version}: ${yearOf(from)} to ${yearOf(to)}`;
  const months = kind === 'cumulative' ? `${monthName(from)} to ${monthName(to)}` : monthName(to);
  return `Candidate ${version}: ${months} ${yearOf(to)}`;
}
