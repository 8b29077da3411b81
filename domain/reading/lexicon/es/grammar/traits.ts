import type { Traits } from '../../grammar/trait.ts';

export const traitsEs: Traits = {
  verbs: 'romance',
  unitShifts: 'either',
  adjectivesFirst: false,
  subjectsBehind: true,
  capitalDays: false,
  dayBehindMonth: false,
};
