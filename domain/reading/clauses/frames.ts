/** What a trigger word tells of; the sub-type follows from it and from who takes part. */
export type Frame =
  | 'seize'
  | 'enter'
  | 'fall'
  | 'leave'
  | 'handover'
  | 'clash'
  | 'repel'
  | 'attack'
  | 'kill'
  | 'airstrike'
  | 'shelling'
  | 'explosion'
  | 'suicide'
  | 'grenade'
  | 'abduct'
  | 'loot'
  | 'rape'
  | 'protest'
  | 'disperse'
  | 'riot'
  | 'lynch'
  | 'base'
  | 'suspend'
  | 'evacuate'
  | 'restart'
  | 'close';

/**
 * How a trigger stands: `past` is finite, `participle` needs an auxiliary or is passive, `either` may be both
 * ("seized"), `present` is the third person, `base` the infinitive or the plural of a headline.
 */
export type Form = 'past' | 'participle' | 'either' | 'present' | 'base' | 'gerund' | 'noun';

export type Trigger = {
  frame: Frame;
  form: Form;
  /** French verbs of motion and reflexive ones: "est entré", "s'est emparé" are active. */
  withEtre: boolean;
};

/** Phrases in the notation of `phrases.ts`, one list for each form. */
export type TriggerRow = { frame: Frame; withEtre?: boolean; forms: Partial<Record<Form, string>> };
