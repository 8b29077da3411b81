import type { Traits } from '../../grammar/trait.ts';

export const traitsEn: Traits = {
  verbs: 'english',
  unitShifts: 'before',
  adjectivesFirst: true,
  subjectsBehind: false,
  capitalDays: true,
  dayBehindMonth: true,
};
