export const tollsEn = {
  /** "rose to 40 FROM 35". */
  from: 'from',
  /** "de 35 à 40" where a rise is told, else a count. */
  of: '',
  toll: 'toll',
  /** Behind a toll: of a road. */
  noToll: 'road',
  /** "the DEATH toll". */
  death: 'death',
  longUnits: 'week weeks month months year years decade decades',
  since: 'since',
  beginnings: 'start beginning outbreak launch resumption offensive resurgence war conflict',
  past: 'last past',
  periodArticles: 'the',
  unknown: 'unknown unclear',
  supposed: 'could may might expected',
  risingFrom: '',
  number: 'number',
  tollOrNumber: 'number toll',
  beforeToll: 'the death',
  risenTo: 'to',
};

/** With these a number is a total over a longer time. */
export const runningTotalsEn = [
  'so far this year',
  'have now killed',
  'has now killed',
  'this year',
  'each year',
  'every year',
  'per year',
  'a year ,',
  'in recent months',
  'in recent weeks',
  'in recent years',
  'over the years',
  'over the past year',
  'decades of',
  'years of',
  'months of',
  'for years',
  'for decades',
  'in total since',
];
