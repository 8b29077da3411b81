export const verbGroupEn = {
  /** What stands behind it is a noun: "last night'S attacks". */
  possessives: 's',
  /** "TO take". */
  infinitiveMark: 'to',
  /** "DID take". */
  doing: 'did do does',
  /** Of these the one that tells of something done. */
  did: 'did',
  /** "didn" of "didn't". */
  contracted: 'didn wasn weren hasn haven hadn couldn isn aren don doesn won wouldn shouldn',
  contractedPassive: 'wasn weren isn aren',
  /** "t" of "didn't". */
  contractedNot: 't',
  /** Behind these a noun is a verb after all: "failed TO attack". */
  makesVerbs: 'to not',
  /** Who acts stands behind it. */
  by: 'by',
  /** Behind a verb that has no object: a headline means "was KILLED in". */
  afterPassives: 'in at near outside inside on by after during as when while amid',
  /** "to HAVE taken", "AVOIR pris". */
  perfectInfinitive: 'have',
  /** A phrase in the present tense that begins so tells of news. */
  presentIsNews: 'now',
  /** Between two verbs that share what stands before the first. */
  verbJoints: 'and or then',
  /** Of "ne … pas": a negation in itself. */
  ne: '',
  /** What follows did not happen. */
  without: '',
  /** Before a verb, part of it: "has taken", "was being taken". */
  auxiliaries: 'has have had was were is are am be been being get gets got having s ve d re',
  /** Of these the ones that make it passive. */
  passive: 'was were is are be been being get gets got',
  /** What they stand before did not happen: "could take". */
  modals: 'will would could may might should must can shall ll cannot',
  /** The same: "did not take". */
  negations: 'not never no neither nor',
  /** May stand within a verb: "has ALSO taken". */
  skipped:
    'today yesterday recently temporarily reportedly also then already now later still just once again both all subsequently since soon first even t ultimately eventually themselves himself itself yet been then fully partially completely',
  /** An infinitive behind these did happen: "FORCED the company to leave". */
  licences:
    'decision managed manages forced forcing forces caused causing prompted prompting led leading compelled compelling obliged obliging began begun started starting came went decided deciding chose opted able had continued continues pushed pushing order ordered succeeded moved proceeded attacked regrouped returned crossed failing used allowed allowing enabling enabled made',
  /** Auxiliaries of the active voice. */
  avoir: '',
  /** Auxiliaries of the passive, and of verbs of motion. */
  etre: '',
  /** Told and not vouched for: "AURAIT tué". */
  conditional: '',
  /** Before what the report tells of. */
  pluperfect: 'had',
  /** Yet to come. */
  future: '',
  describing: 'those these the all',
  /** Before a participle that stands with a noun: "AN abandoned shaft". */
  beforeAdjectives: 'a an his her its their',
  negatedSubjects: 'neither nor nobody none failed unable',
  wishedPerfects: 'supposed planned hoped wanted meant like due',
  beforeUnrealGerunds: 'of from without about against for considering planning avoid risk consider imagine',
  beforeNouns: '',
  beforeCharges: '',
  licenceEnds: 'to will would could that',
};
