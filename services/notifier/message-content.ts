import type { RevisionKind } from '../../domain/alert-decision.ts';
import type { EventRevision } from '../../domain/event.ts';
import type { Level } from '../../domain/level.ts';
import type { Signal } from '../../domain/signal.ts';

/** One site's alert revision, as it is told. */
export type AlertNotice = {
  alertId: number;
  revision: number;
  kind: RevisionKind;
  level: Level;
  previousLevel: Level;
  /** 0 to 100. */
  score: number;
  /** Why it is told, in the words of the decision. */
  reason: string;
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
  };
  /** Highest level first. */
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
  distanceKm: number;
  /** True where the report names the site. */
  named: boolean;
  /** Part of the expectation, 0 to 1; 0 where it only fired a signal. */
  share: number;
};

/** Everything one message says: alert revisions of one or many sites, to one recipient. */
export type MessageContent = {
  /** RFC 5322 Message-ID with its angle brackets, the same at every attempt. */
  messageId: string;
  /** The time of the news. It is the Date of the mail, so that a mail sent again is the same mail. */
  at: Date;
  recipient: string;
  notices: AlertNotice[];
  /** Where this Orewatch is reached, without a slash at the end. */
  publicUrl: string;
  /** `Name <address>` or an address alone. */
  mailFrom: string;
};
