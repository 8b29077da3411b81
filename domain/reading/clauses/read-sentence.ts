import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import type { CalendarDate } from '../../time.ts';
import type { ActorMention } from '../actors/actors-in-text.ts';
import type { DateMention } from '../dates/dates.ts';
import type { DeathsMention } from '../deaths/deaths.ts';
import type { Language, Sentence, Token } from '../text/text.ts';
import type { TriggerMention } from './triggers.ts';

/** Something found in a sentence, with the tokens that it covers; `last` is not included. */
export type Placed<T> = { of: T; first: number; last: number };

/** A sentence with all that was found in it. Offsets of the dates and deaths are in the whole text here. */
export type ReadSentence = {
  /** Its number among the sentences of the report, the title first. */
  index: number;
  sentence: Sentence;
  language: Language;
  publishedOn: CalendarDate;
  inTitle: boolean;
  /** The title, or the first sentence of a short post without one: its present tense is news. */
  isHeadline: boolean;
  tokens: readonly Token[];
  actors: readonly ActorMention[];
  places: readonly Placed<SettledPlace>[];
  dates: readonly Placed<DateMention & { isAttribution: boolean }>[];
  deaths: readonly Placed<DeathsMention>[];
  triggers: readonly TriggerMention[];
  /** What the sentences around it, and it itself, speak of. */
  around: {
    armed: boolean;
    protest: boolean;
    mine: boolean;
    accident: boolean;
    court: boolean;
    elsewhere: boolean;
    /** The headline looks back or explains. */
    explained: boolean;
  };
};
