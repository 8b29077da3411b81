import type { Column } from './columns.ts';
import type { SiteHistory } from './history.ts';

/** The first instant of a day on which every site is assessed; `day` is counted from 1970. */
export type Moment = { day: number; year: number };

/** One row for each site at each moment. */
export type Samples = {
  count: number;
  width: number;
  /** Row after row, one number for each column. */
  values: Float64Array;
  /** 1 where a deadly event followed within the radius and the horizon. */
  outcomes: Uint8Array;
};

/**
 * Goes through the moments of each site. Known are the events of the days before the moment's day, as far back as
 * `memoryDays`; what follows are the days from then on, `horizonDays` of them. No event is both.
 */
export function takeSamples(
  sites: readonly SiteHistory[],
  moments: readonly Moment[],
  columns: readonly Column[],
  { horizonDays, memoryDays }: { horizonDays: number; memoryDays: number },
): Samples {
  const width = columns.length;
  const count = sites.length * moments.length;
  const values = new Float64Array(count * width);
  const outcomes = new Uint8Array(count);
  let row = 0;
  for (const { events } of sites) {
    let oldest = 0;
    for (const { day } of moments) {
      while (oldest < events.length && events[oldest]!.day < day - memoryDays) oldest++;
      for (let i = oldest; i < events.length && events[i]!.day < day + horizonDays; i++) {
        const event = events[i]!;
        if (event.day >= day) {
          if (event.isOutcome) outcomes[row] = 1;
          continue;
        }
        for (let k = 0; k < width; k++) values[row * width + k]! += columns[k]!.add(event, day - event.day);
      }
      row++;
    }
  }
  return { count, width, values, outcomes };
}

/** The numbers of some columns; a column of ones comes first where `withOnes` is set. */
export function pickColumns(
  { count, width, values }: Samples,
  { from, to, withOnes }: { from: number; to: number; withOnes: boolean },
): Float64Array {
  const lead = withOnes ? 1 : 0;
  const picked = new Float64Array(count * (to - from + lead));
  let next = 0;
  for (let row = 0; row < count; row++) {
    if (withOnes) picked[next++] = 1;
    for (let k = from; k < to; k++) picked[next++] = values[row * width + k]!;
  }
  return picked;
}
