export const numberPhrasesEn = {
  /** May be the number one, or no more than an article. */
  articles: 'a an',
  /** Between two parts of a number, and in "between 10 AND 15". */
  and: 'and',
  /** These need no number before them. */
  bareMultipliers: '',
  /** After "from" two figures, not a range: "from 35 TO 40". */
  stepJoints: 'to',
  /** As written, no joint of a range: "10 a day". */
  articleInRange: 'a',
  twenty: '',
  /** Behind "and" and a number of tens; where none is given, "and" stands behind hundreds only. */
  oneOrEleven: '',
  of: 'of',
  thousands: 'thousands',
  ofAnything: 'of',
  between: 'between',
  rangeJoints: 'to or',
  from: 'from',
  fillers: 'good further small large',
  partitives: 'the',
};
