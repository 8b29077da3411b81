export const tollsEn = {
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
