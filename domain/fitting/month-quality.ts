import { groupBy } from '../group-by.ts';
import { type Level, levels } from '../level.ts';
import { averagePrecision, brierScore, brierSkill, rocAuc } from './evaluation.ts';
import { shareInterval } from './share-interval.ts';

/** What was said of one site at one moment, and what happened. */
export type JudgedSiteDay = {
  level: Level;
  /** The violence chance that was said, 0 to 1. */
  chance: number;
  /** Days since the score was given. */
  ageDays: number;
  /** Events known then around the site: what a plain count goes by. */
  nearbyEvents: number;
  happened: boolean;
  /** Names the sites that see the same events: site-days of one region hang together. */
  region: string;
};

/** What was said and what happened. Chances and shares are percent, null where there is nothing to count. */
type SaidAndHappened = {
  siteDays: number;
  /** How many of them were followed by a deadly event. */
  followed: number;
  said: number | null;
  happened: number | null;
  happenedLow: number | null;
  happenedHigh: number | null;
  /** How old the scores were, on average. */
  ageDays: number | null;
};

export type SiteDayQuality = SaidAndHappened & {
  chance: {
    averagePrecision: number | null;
    rocAuc: number | null;
    brier: number | null;
    /** Over always saying the share that happened in this very month, which nobody could know. */
    brierSkill: number | null;
  };
  count50km: { averagePrecision: number | null; rocAuc: number | null };
  levels: (SaidAndHappened & { level: Level })[];
};

/** How good the alerts that were told in a month were, from a level on. */
export type AlertFigures = {
  from: Level;
  told: number;
  /** How many of them were followed by a deadly event within 30 days. */
  followed: number;
  /** Deadly events after 60 quiet days, one for each site and day. */
  firstEvents: number;
  /** Those of them before which an alert stood. */
  preceded: number;
  medianLeadDays: number | null;
};

/** How a month is judged. */
export type MonthFigures = SiteDayQuality & {
  sites: number;
  alerts: AlertFigures;
  /** Sites at moments that were left out, and why. */
  leftOut: { notFollowed: number; withdrawn: number; withoutScore: number };
  /** The policies that the scores were given by. */
  policies: string[];
};

/** How good the scores of a month were. Null where a measure has no meaning, as where nothing happened. */
export function measureSiteDays(siteDays: readonly JudgedSiteDay[]): SiteDayQuality {
  const chances = Float64Array.from(siteDays, ({ chance }) => chance);
  const counts = Float64Array.from(siteDays, ({ nearbyEvents }) => nearbyEvents);
  const outcomes = Uint8Array.from(siteDays, ({ happened }) => (happened ? 1 : 0));
  const all = saidAndHappened(siteDays);
  const byLevel = groupBy(siteDays, ({ level }) => level);
  return {
    ...all,
    chance: {
      averagePrecision: rounded(averagePrecision(chances, outcomes)),
      rocAuc: rounded(rocAuc(chances, outcomes)),
      brier: rounded(brierScore(chances, outcomes)),
      brierSkill: rounded(brierSkill(chances, outcomes, all.followed / all.siteDays)),
    },
    count50km: {
      averagePrecision: rounded(averagePrecision(counts, outcomes)),
      rocAuc: rounded(rocAuc(counts, outcomes)),
    },
    levels: (['unknown', ...levels] as const).map((level) => ({
      level,
      ...saidAndHappened(byLevel.get(level) ?? []),
    })),
  };
}

function saidAndHappened(siteDays: readonly JudgedSiteDay[]): SaidAndHappened {
  const count = siteDays.length;
  const followed = siteDays.filter(({ happened }) => happened).length;
  const none = { said: null, happened: null, happenedLow: null, happenedHigh: null, ageDays: null };
  if (count === 0) return { siteDays: count, followed, ...none };
  const regions = [...groupBy(siteDays, ({ region }) => region).values()].map((own) => ({
    count: own.length,
    events: own.filter(({ happened }) => happened).length,
  }));
  const { low, high } = shareInterval(regions);
  return {
    siteDays: count,
    followed,
    said: percent(mean(siteDays.map(({ chance }) => chance))),
    happened: percent(followed / count),
    happenedLow: percent(low),
    happenedHigh: percent(high),
    ageDays: rounded(mean(siteDays.map(({ ageDays }) => ageDays)), 1),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(share: number): number | null {
  return rounded(100 * share, 2);
}

/** More digits would say more than the cases can. */
function rounded(value: number, digits = 4): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(digits)) : null;
}
