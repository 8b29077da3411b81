import type { SiteContent } from '../../../domain/site.ts';
import type { CalendarDate } from '../../../domain/time.ts';

/** One field visit to a site, as its dataset tells it. */
export type CollectedVisit = {
  visitId: string;
  visitedOn: CalendarDate;
  workers: number | null;
  /** Was an armed group present; did it interfere (tax, pillage, own pits)? Null: not recorded. */
  armedPresence: boolean | null;
  interference: boolean | null;
  armedGroups: string[];
  content: unknown;
};

/** What a dataset says about one site. */
export type CollectedSite = {
  dataset: string;
  recordId: string;
  /** The id that the site gets if no record of it is known yet. */
  siteId: string;
  site: SiteContent;
  /** What else the dataset says of the site, kept with its record. */
  details?: unknown;
  /**
   * For datasets that tell of a site once for each observation: the observation, in ascending order as a text. An
   * item with a lower one than the stored record changes nothing but visits.
   */
  asOf?: string;
  /**
   * When the edition of its dataset was published, in ascending order as a text, where the dataset says so. What a newer
   * edition said is not changed back; visits that are not known are added all the same.
   */
  edition?: string;
  /** Records of other datasets that describe the same site: their rows will be tied to it. */
  sameAs: { dataset: string; recordId: string }[];
  visits: CollectedVisit[];
};

/** A site that stands in the way of another one, or beside it, and the record that it was made from. */
export type OtherSite = {
  siteId: string;
  name: string;
  dataset: string | null;
  recordId: string | null;
  distanceKm: number;
};

export type SiteOutcome = {
  outcome: 'new' | 'changed' | 'unchanged';
  siteId: string;
  /** True where the site was withdrawn: nothing of the item is stored. */
  isWithdrawn: boolean;
  /** Of a new site: who has the id that it asked for; null where it got it. */
  idTakenBy: OtherSite | null;
  /** Of a new site: the nearest of those that were there before it, where that is so near that the two may be one. */
  beside: OtherSite | null;
  newVisits: number;
  changedVisits: number;
  /** Visits of which a newer edition says something else: they stay as they are. */
  olderVisits: number;
};
