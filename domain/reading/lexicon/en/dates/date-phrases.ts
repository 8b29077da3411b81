export const datePhrasesEn = {
  /** "le mouvement DU 23 mars" is a name. */
  beforeMovementDates: '',
  movementsBefore: '',
  /** "the March 23 MOVEMENT" is one too. */
  movementsBehind: 'movement',
  /** "IN March 19 people": the number is no day. */
  inMonth: 'in',
  /** Of a plan where "to" follows. */
  plannedWithTo: 'set',
  /** "Monday'S attack": what follows is told of that day. */
  possessives: 's',
  /** "the 1990S". */
  decadeEnds: 's',
  /** "les ANNÉES 90". */
  beforeDecades: '',
  nextBefore: 'next',
  comingBefore: 'coming',
  /** Of the joints of a range the one that needs a weekday or an opening. */
  weakRangeJoints: '',
  /** "ON the 19th". */
  beforeDayAlone: 'on',
  /** Before a day's number with an ending: "on THE 19th"; before a plain one: "LE 19". */
  ordinalDayArticles: 'the',
  dayArticles: '',
  /** Between a day and its month: "14 OF February". */
  ofMonthBehindDay: 'of',
  /** Before an amount, where a plan is told: so long from now. */
  ahead: 'in',
  /** Before an amount: a time up to now. */
  lasting: 'for since',
  /** The same of an amount alone: "DEPUIS trois jours". */
  lastingSince: '',
  lastAlone: 'last',
  /** Units that only part a day. */
  noUnits: '',
  /** Units that end in s and are one. */
  singularInS: '',
  /** Behind these a month is a name. */
  beforeNamesOfMonths: 'avenue miss',
  /** Between the two ends of a time: "from Monday TO Friday". */
  rangeJoints: 'to and until through till into or',
  /** What stands before a year: "in 2012", "the 2023 elections". */
  yearLeads:
    'in since of from until till by during early mid late before after around between year the and to a',
  /** Of these the ones that may also stand before a quantity: "of 2000 soldiers". */
  weakYearLeads: 'of from the by before after around between and to a',
  listJoints: 'and or',
  articles: 'the',
  deadlines: 'by until till',
  farDeadlines: '',
  partFillers: 'in',
  lastBefore: 'last past previous',
  thisBefore: 'this',
  lastAfterThis: 'past last',
  lastAfterDate: '',
  lastAfter: 'last',
  nextAfter: 'next',
  of: 'of',
  afterDayAlone: 'and of in by when',
  amountFillers: 'last past long full',
  periodArticles: 'the its their',
  recent: 'last past recent previous',
  recentSingle: 'last previous',
  pluralArticles: '',
  pastPlurals: '',
  haveBeen: 'been have has had',
  coming: 'coming next',
  singularArticles: 'the',
  afterDayOfWeekday: '',
  besideMonth: 'last',
  beforePlanetMars: '',
  until: 'until till by before',
  fromNowOn: '',
  since: 'since',
  /** With their accents: helping verbs of the past. */
  pastAuxiliaries: '',
  afterPlans: 'to for',
  afterOvernight: 'on from into to between',
  afterDayBefore: 'in at by near and when that',
  eveOf: '',
  unitFillers: 'of the in',
  beforeWeekend: 'at over on during of',
  unitArticles: '',
  /** "the start of THE year". */
  articlesOfUnit: 'the',
  ofMonth: '',
  thisUnit: '',
  partArticles: '',
  early: 'early',
  late: 'late',
  mid: 'mid',
  afterYear: 'and to a in by when was were is',
  openings: 'between from',
  /** English month names that are also verbs: read as months only beside a number or after one of `monthLeads`. */
  doubtfulMonths: 'march may',
  /** Parts of a day that belong to the date before them: "Thursday morning", "mercredi soir". */
  dayParts: 'morning mornings afternoon evening night midday noon dawn dusk midnight overnight',
  /** After a weekday these make it a newspaper's or a holiday's name. */
  weekdayNames: `
    times nation mail express standard telegraph independent vision monitor mirror punch vanguard tribune
    herald post star sun world school mass worship saint noir prayers`,
  weekdayPrefixes: 'every each black bloody good ash palm easter holy',
  skippedBeforeRole: 'on the early late about around at least nights night end start of last',
  speech: 'said says told added reported announced declared confirmed stated according',
  future: 'will shall due scheduled expected planned plans plan intends upcoming ll',
  pasts: `
    took fell held left began fought hit struck came went lost drove burst broke shot ran was were had`,
};
