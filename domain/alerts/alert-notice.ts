import type { EventRevision } from '../event.ts';
import type { Level } from '../level.ts';
import type { Signal } from '../risk/signal.ts';
import type { RevisionKind } from './alert-decision.ts';

/** One site's alert revision, as it is told. */
export type AlertNotice = {
  alertId: number;
  revision: number;
  kind: RevisionKind;
  level: Level;
  previousLevel: Level;
  /** 0 to 100. */
  score: number;
  /** The chance of violence in percent; null where a policy without one made the revision. */
  violenceChance: number | null;
  /** Why it is told, in the words of the decision. */
  reason: string;
  /** What had been told wrongly and is set right, and what had been told and is confirmed: a sentence each. */
  corrections: string[];
  /** True where the site stands first in the subscription's own list. */
  isPinned: boolean;
  /** True where it was told to others before: the subscription begins with it. */
  isStanding: boolean;
  /** True where it says that the site is no longer watched. */
  endsWatch: boolean;
  at: Date;
  site: {
    id: string;
    name: string;
    minerals: string[];
    commodities: string[];
    kind: string;
    operator: string | null;
    /** ISO 3166-1 alpha-2. */
    country: string | null;
    admin1: string | null;
    latitude: number;
    longitude: number;
  };
  /** What adds most first. */
  signals: Signal[];
  /** Heaviest first. */
  evidence: Evidence[];
};

/** An event behind an alert revision, as it was known then and seen from the site. */
export type Evidence = Pick<
  EventRevision,
  | 'eventId'
  | 'revision'
  | 'occurredOn'
  | 'datePrecision'
  | 'type'
  | 'subType'
  | 'place'
  | 'latitude'
  | 'longitude'
  | 'locationPrecision'
  | 'uncertaintyKm'
  | 'actors'
  | 'deathsLow'
  | 'deathsBest'
  | 'deathsHigh'
  | 'confidence'
  | 'source'
  | 'url'
  | 'notes'
> & {
  /** Who stands behind the report in prose that it was read from; its notes are then Orewatch's own words. */
  origin?: EventRevision['origin'];
  /** Who published the report; null where that is not known. */
  publisher?: string | null;
  distanceKm: number;
  /** True where the report names the site. */
  named: boolean;
  /** Part of the expected harm that rests on it, 0 to 1. */
  share: number;
};

/** The site that a subscription is about before all others, whatever the message tells. */
export type OwnSite = { id: string; name: string; latitude: number; longitude: number };
