/**
 * Turns of phrase that tell a time, in the tokens' plain form: parted by ";", with "a/b" for one word or the other and "*"
 * for any token.
 */
export const dateTurnsEn = {
  /** Behind a day, beside the words of `dayParts`. */
  dayParts: '',
  beforeYesterday: 'day before yesterday',
  afterTomorrow: 'day after tomorrow',
  partsOfToday: 'this morning/afternoon/evening/midday/noon',
  lastNight: 'last night',
  /** The night before, where no date stands beside it. */
  overnight: 'overnight',
  /** The day before the last day named; of something, another day. */
  eve: '',
  /** The same where the phrase ends there. */
  previousDay: 'the day before; the/a previous/prior day',
  /** The day after the last day named. */
  nextDay: 'the next/following day',
  /** The same where the phrase ends there. */
  dayAfter: 'the day after',
  previousWeek: 'the week before; the previous/preceding week',
  /** Behind an amount: "two days EARLIER". */
  earlier: 'earlier; previously',
  /** The same where the phrase ends there. */
  earlierAtEnd: 'before',
  later: 'later',
  /** Behind a date: of a year told before. */
  ofThatYear: 'of that year',
  /** Behind a weekday or a month. */
  lastWeek: 'last week',
  nextWeek: 'next week',
  /** Behind a weekday. */
  ofLastWeek: 'of last week',
  ofNextWeek: 'of next week',
  /** Behind a month. */
  thisYear: 'this year',
  lastYear: 'last year',
  /** A year told before. */
  thatYear: '',
  /** Before an amount: so long ago. */
  agoBefore: '',
  /** Behind it. */
  agoBehind: 'ago',
  /** Behind a unit: the days TO COME. */
  comingBehind: '',
  /** Before an amount: until then. */
  within: '',
  /** Before a date: from that day on. */
  fromNowOn: '',
  /** Behind an amount: "in two weeks' TIME". */
  aheadBehind: 'time',
  /** Behind a unit: told before. */
  thatUnit: '',
  /** Behind a unit: the one of today. */
  thisUnit: '',
  weekend: 'week - end',
  /** Before a unit, beside the words of `partsOfUnit`. */
  earlierUnit: '',
  laterUnit: '',
};
