import type { Coverage } from './coverage.ts';
import type { Level, LevelFrom } from './level.ts';

/** amount · 2^(−age/halfLifeDays) · 2^(−max(0, distance − plateauKm)/halvingKm), in expected deadly events. */
export type ScoreTerm = {
  name: string;
  amount: number;
  halfLifeDays: number;
  plateauKm: number;
  halvingKm: number;
};

/** The weights, radii and thresholds in force. `config/risk-policy.ts` holds the values and their reasons. */
export type RiskPolicy = {
  version: string;
  link: {
    /** Links are stored up to this distance in km. */
    radiusKm: number;
    /** Changes of territorial control are linked up to this distance in km. */
    controlRadiusKm: number;
  };
  score: {
    /** Expected deadly events within 25 km in 30 days where nothing is known. */
    background: number;
    /** What an event of weight 1 adds: the sum of these, each fading with age and distance in its own way. */
    terms: ScoreTerm[];
    maxDistanceKm: number;
    maxAgeDays: number;
    /** What background and amounts were fitted on; the years are those in which the assessed moments lie. */
    fittedOn: { data: string; fromYear: number; untilYear: number };
  };
  weight: {
    deadly: number;
    deathsUnknown: number;
    nonDeadly: number;
    nonViolent: number;
    confirmed: number;
    provisional: number;
    doubtful: number;
    /** Unconfirmed, but told by two or more that do not copy each other. */
    corroborated: number;
    districtOnly: number;
    /** Factors for single sources, by the source's name. */
    bySource: Record<string, number>;
  };
  /** Lowest score of each level. */
  levelFrom: LevelFrom;
  signal: {
    attackOnSiteKm: number;
    attackOnSiteDays: number;
    seizedSevereKm: number;
    seizedHighKm: number;
    seizedQuietDays: number;
    approachElevatedKm: number;
    approachHighKm: number;
    approachWindowDays: number;
    approachQuietDays: number;
    /** Days after a field visit during which interference is elevated, and after which presence no longer counts. */
    presenceFreshDays: number;
    presenceEndDays: number;
    /** A place is retaken or left where control changes again within this distance in km. */
    samePlaceKm: number;
  };
  reading: {
    /** A reading less certain than this is doubtful. */
    doubtfulBelow: number;
  };
  incident: {
    /** Sources that join their own reports of one occurrence before they publish. */
    selfDeduplicating: readonly string[];
    /** Reports of one occurrence by two sources may be dated this many days apart, beyond the precision of both. */
    daysApart: number;
    /** The places may lie apart by the uncertainty of both, in km, but no further than this. */
    maxDistanceKm: number;
    /** The deaths may differ by this factor. */
    deathsFactor: number;
  };
  /** Sources that follow all countries: their silence means something while they are fresh. */
  coverage: Coverage;
  alert: {
    opensAt: Level;
    /** Events older than this many days when they arrive are history: assessed, not alerted. */
    historyDays: number;
    easeMarginPoints: number;
    easeAfterHours: number;
    /** A rise of the score by this many points within a level is told as an update. */
    updateAtPoints: number;
  };
};
