import type { CalendarDate } from './time.ts';

export const siteKinds = ['industrial', 'semi-industrial', 'artisanal', 'unknown'] as const;
export type SiteKind = (typeof siteKinds)[number];

export const siteStatuses = [
  'operating',
  'suspended',
  'evacuated',
  'restarted',
  'closed',
  'unknown',
] as const;
export type SiteStatus = (typeof siteStatuses)[number];

/** What a dataset says about one mining site. */
export type SiteContent = {
  name: string;
  aliases: string[];
  minerals: string[];
  kind: SiteKind;
  operator: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  admin1: string | null;
  latitude: number;
  longitude: number;
  status: SiteStatus;
};

/** What a field visit found, as far as it bears on risk. */
export type SiteVisit = {
  dataset: string;
  visitedOn: CalendarDate;
  armedGroups: string[];
  interference: boolean | null;
};
