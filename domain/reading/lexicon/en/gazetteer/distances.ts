/** What stands before a name and says how far off something is: alternatives of regular expressions. */
export const distancesEn = {
  kilometres: ['kms?', 'kilomet(?:er|re)s?'],
  miles: ['miles?'],
  /** "two or three kilometres". */
  rangeJoints: ['to', 'or', 'and'],
  /** Between a number and its unit: "une dizaine DE kilomètres". */
  beforeUnit: [] as string[],
  directions: ['north', 'south', 'east', 'west'],
  /** Behind one of these, with or without a hyphen: "north-EAST". */
  halfDirections: ['east', 'west'],
  directionEnds: ['ern'],
  /** "TO THE north of", "JUST west of". */
  beforeDirection: ['to the ', 'just '],
  behindDirection: [' of', ' from'],
  near: [
    'near(?:by)?(?: to)?',
    'close to',
    'next to',
    'outside(?: of)?',
    'not far from',
    'just off',
    'bordering',
    'vicinity of',
    'outskirts of',
    '(?:hills|heights) (?:above|around|over|of)',
    'edge of',
    'gates of',
    "stone['’]s throw (?:from|of)",
    'beside',
    'adjoining',
    'alongside',
    'entrance (?:to|of)',
    'proximity (?:to|of)',
  ],
  /** Behind "near" and "around", before the name. */
  nearEnds: [] as string[],
  around: ['around', 'surrounding', 'area of', 'areas of'],
  articles: [' the'],
  /** "near the TOWN OF". */
  classes: ['towns?', 'villages?', 'city', 'cities', 'mines?', 'camps?', 'territory', 'territories'],
  of: [' of'],
};

/** The same, word by word and without accents. */
export const distanceWordsEn = {
  /** May stand between the distance and the name. */
  fillers: `
    of from the to in away outside south town city centre center village locality localities territory capital
    provincial main chief border car near distance located situated more or plus by`,
  /** One of these ties the distance to the name: "20 km FROM". */
  joints: 'of from outside away to',
  /** "30 kilometres AWAY in": so far from the place named before. */
  away: 'away',
  in: 'in',
  /** About five. */
  aFew: 'few some several',
};
