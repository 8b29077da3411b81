import type { Traits } from '../../grammar/trait.ts';

export const traitsFr: Traits = {
  verbs: 'romance',
  unitShifts: 'behind',
  adjectivesFirst: false,
  subjectsBehind: false,
  capitalDays: false,
  dayBehindMonth: false,
};
