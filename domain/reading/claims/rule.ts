import type { SubType } from '../../acled.ts';
import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import { sideOfMention } from '../actors/actors-in-text.ts';
import type { Roles } from '../actors/roles.ts';
import type { Trigger } from '../clauses/frames.ts';
import type { Judgement } from '../clauses/modality.ts';
import type { Placed, ReadSentence } from '../clauses/read-sentence.ts';

/** A trigger with all that its rule looks at. */
export type Candidate = {
  analysis: ReadSentence;
  trigger: Trigger;
  first: number;
  end: number;
  judgement: Judgement;
  roles: Roles;
};

/** What a rule makes of a trigger; null where it tells of no event. */
export type Accepted = {
  /** Null: the side of who acts decides, see `claims.ts`. */
  subType: SubType | null;
  /** Places that the verb names itself; empty where the sentence has to say. */
  places: Placed<SettledPlace>[];
  /** True where only a place that the verb speaks of will do: "the town", named before. */
  needsGround: boolean;
  /** "the town", "it": the place is one that the text named before, rather than another of this sentence. */
  isDefinite?: boolean;
  /** The clause only adds to an event that is told elsewhere. */
  isMore?: boolean;
};

export type Rule = (candidate: Candidate) => Accepted | null;

/** An event wherever the sentence says that it was. */
export const anywhere = (subType: SubType | null): Accepted => ({ subType, places: [], needsGround: false });

export const isArmed = ({ roles }: Candidate) => roles.agents.length > 0;
export const hasArmed = ({ roles }: Candidate) => roles.agents.length + roles.others.length > 0;
export const isInSentence = ({ analysis }: Candidate) =>
  analysis.actors.some((actor) => sideOfMention(actor) !== null);
export const generics = ({ analysis, first }: Candidate, kind: string) =>
  analysis.actors.some((actor) => actor.generic === kind && actor.last <= first + 12);
