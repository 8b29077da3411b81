import type { Traits } from '../../grammar/trait.ts';

export const traitsEs: Traits = {
  verbs: 'romance',
  unitShifts: 'behind',
  adjectivesFirst: false,
  capitalDays: false,
  dayBehindMonth: false,
};
