import { curveDays, type ScoreHistory } from '../../../domain/alerts/score-history.ts';
import { levels } from '../../../domain/level.ts';
import type { CalendarDate } from '../../../domain/time.ts';
import { shownText } from '../../../domain/wording.ts';
import type { Occurrence } from '../occurrences.ts';

/** All that a score curve shows. */
export type CurveContent = ScoreHistory & {
  site: string;
  /** The time of the news, at which the curve ends. */
  at: Date;
  /** What has a day, by the numbers under which the mail tells it. */
  events: { number: number; occurredOn: CalendarDate }[];
};

/** What a score curve shows; null where nothing is known of the score. */
export function curveContent(
  history: ScoreHistory | null,
  site: string,
  at: Date,
  occurrences: readonly Occurrence[],
): CurveContent | null {
  if (!history || history.points.length === 0) return null;
  const events = occurrences.flatMap(({ event: { occurredOn, datePrecision } }, i) =>
    datePrecision === 1 ? [{ number: i + 1, occurredOn }] : [],
  );
  return { ...history, site, at, events };
}

export function curveWords({ points, levelFrom, site, events }: CurveContent): { alt: string; key: string } {
  const scores = points.map(({ score }) => score);
  const [least, most, now] = [Math.min(...scores), Math.max(...scores), scores.at(-1)!].map(shownText);
  const bands = levels
    .flatMap((level) => (level === 'low' ? [] : [`${level} from ${levelFrom[level]}`]))
    .join(', ');
  const notes = [
    events.length > 0 ? 'numbers: what happened, as listed below' : null,
    points.some(({ level }) => level === 'unknown') ? 'grey: level unknown' : null,
  ].filter((note) => note !== null);
  const last = `${site} in the last ${curveDays} days`;
  return {
    alt: `The score of ${last}: between ${least} and ${most}, now ${now}. The levels: ${bands}.`,
    key: `Score of ${last}${notes.length > 0 ? `; ${notes.join('; ')}` : ''}.`,
  };
}
