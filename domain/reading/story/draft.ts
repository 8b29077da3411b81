import type { SubType } from '../../acled.ts';
import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import type { Claim } from '../claims/claims.ts';
import type { PlaceTie } from '../places/event-place.ts';
import type { EventDate } from './event-date.ts';

/** An event that takes shape from one clause or several. */
export type Draft = {
  subType: SubType;
  /** The claims that tell of it, the one that says most first. */
  claims: Claim[];
  place: SettledPlace;
  placeTie: PlaceTie;
  date: EventDate;
  actors: string[];
  /** Those of them who act. */
  agents: string[];
  deaths: Claim['deaths'];
  /** Its staff left as well: said with a halt. */
  isEvacuated: boolean;
};
