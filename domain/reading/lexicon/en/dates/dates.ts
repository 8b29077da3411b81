import type { DateWords } from '../../dates/date-words.ts';

export const datesEn: DateWords = {
  months: 'january february march april may june july august september october november december',
  shortMonths: {
    1: 'jan',
    2: 'feb',
    3: 'mar',
    4: 'apr',
    5: 'may',
    6: 'jun',
    7: 'jul',
    8: 'aug',
    9: 'sep sept',
    10: 'oct',
    11: 'nov',
    12: 'dec',
  },
  weekdays: 'sunday monday tuesday wednesday thursday friday saturday',
  shortWeekdays: { 0: 'sun', 1: 'mon', 2: 'tue tues', 3: 'wed', 4: 'thu thur thurs', 5: 'fri', 6: 'sat' },
  monthLeads:
    'in since last this next early late mid of until till by from during around before after between and to through',
  units: {
    hour: 'hour hours',
    day: 'day days',
    week: 'week weeks',
    weekend: 'weekend weekends',
    month: 'month months',
    year: 'year years',
    decade: 'decade decades',
  },
  namedDays: { '-1': 'yesterday', 0: 'today tonight', 1: 'tomorrow' },
  partsOfMonth: { early: 'early', mid: 'mid', late: 'late' },
  partsOfUnit: {
    early: 'early start beginning',
    mid: 'mid middle',
    late: 'late end',
    before: 'earlier',
    after: 'later',
  },
  shifts: { '-1': 'last past previous', 0: 'this', 1: 'next coming' },
};
