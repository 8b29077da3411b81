export const deathClausesEn = {
  /** "lost their LIVES". */
  lives: 'lives',
  /** "shot DEAD". */
  dead: 'dead',
  /** "hacked to DEATH". */
  death: 'death',
  toDeath: 'to',
  /** "taken HOSTAGE". */
  hostage: 'hostage',
  /** "pris EN otage". */
  intoHostage: '',
  /** "trouvé la MORT". */
  foundDead: '',
  theDeath: '',
  /** "perdu la VIE". */
  life: '',
  /** "retrouvé SANS vie". */
  without: '',
  /** With its accents the word is a noun: "massacré" is none. */
  nounsAsWritten: 'massacre',
  contractedNot: 't',
  infinitiveMark: 'to',
  not: 'not',
  /** "not ONLY killed". */
  only: 'only',
  andOr: 'or and',
  possessives: 'their his her',
  beforeDead: 'shot hacked stabbed beaten burned burnt clubbed gunned',
  takenHostage: 'taken took held',
  hostages: '',
  foundDeath: '',
  deadAdjectives: '',
  copulas: 'was were is are be been',
  passives: 'was were been being be is are get got',
  perfects: 'has have had having',
  singulars: 'was is',
  ofAnything: 'of',
  pronounSubjects: 'they it which that anyone everyone what there',
  of: 'of',
  number: 'number',
  ofNoun: 'of',
  managed: 'managed manage',
  and: 'and',
  beforeOwnVerb: 'were was are is have has had been others also of them in seriously',
  who: 'who that',
  years: 'years',
  ofYears: '',
  pluralSubjects: 'people children men women',
  /** Singular words for more than one. */
  collectives: 'police militia personnel family couple aid human community population group',
  articlesOfComplement: 'the a an this that its',
  beforeComplement: 'of in at from near',
  articlesOfObject: 'the its his their',
  pluralArticles: '',
  pluralObjects: 'people children men women policemen troops',
  /** Between a verb and the day behind it. */
  beforeWeekdays: 'on',
  /** Behind a day. */
  dayParts: 'morning afternoon evening night',
  adverbs: `
    also reportedly allegedly brutally instantly summarily then later all feared found presumed confirmed
    reported left already both either nearly almost apparently believed immediately deliberately
    indiscriminately there seriously badly critically slightly gravely severely were was still newly
    internally forcibly many`,
  unreal: 'not never could would might will threatened threatening vowed threaten to unless if',
  ands: 'and plus alongside as_well_as but_also and_also',
  clauseStarts: `
    where when after before while but because whether although though said says saying told added reported
    if as`,
};
