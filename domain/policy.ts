import type { SignalAttestation } from './attestation.ts';
import type { Coverage } from './coverage.ts';
import type { Harms } from './harm.ts';
import type { Level, LevelFrom } from './level.ts';
import type { SiteKind } from './site.ts';

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
    /** Factors for single sources, by the source's name; what a source of factor 0 tells alone raises nothing. */
    bySource: Record<string, number>;
  };
  /** Lowest score of each level. */
  levelFrom: LevelFrom;
  /** How much each outcome counts; one deadly event within 25 km is 1. */
  harm: Harms;
  /** What is left of the chance that a signal gives, by how well its fact is attested. */
  attestation: Record<SignalAttestation, number>;
  /** The most that one machine reading adds to the expected harm until somebody confirms or repeats it. */
  soleReadingAtMost: number;
  signal: {
    front: {
      /** A place held within this distance in km is the ground of the site. */
      reachKm: number;
      maxKm: number;
      /** The chance that the ground falls: base · 2^(−(d − reachKm)/halvingKm) · (approachingFactor if approaching). */
      base: number;
      halvingKm: number;
      approachingFactor: number;
      /** A front approaches where it came nearer by more than approachKm within the window. */
      approachWindowDays: number;
      approachKm: number;
      /** The chance that the operator stops before: base · 2^(−(d − reachKm)/halvingKm) · kind · (standing). */
      stop: {
        base: number;
        halvingKm: number;
        standingFactor: number;
        kindFactor: Record<SiteKind, number>;
      };
      quietHalfLifeDays: number;
      /** A place is held, retaken or left where reports lie within this distance in km. */
      samePlaceKm: number;
    };
    attack: { reachKm: number; base: number; halfLifeDays: number };
    stop: { base: number; halfLifeDays: number };
    presence: { interferedBase: number; presentBase: number; halfLifeDays: number };
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
