export const distancesFr = {
  kilometres: ['kms?', 'kilomètres?'],
  miles: ['milles'],
  rangeJoints: ['à', 'ou', 'et'],
  beforeUnit: ['de ', "d['’]"],
  directions: ['nord', 'sud', 'est', 'ouest'],
  halfDirections: ['est', 'ouest'],
  directionEnds: [],
  beforeDirection: ['au ', "à l['’]", 'au-delà '],
  behindDirection: [' de', " d['’]", ' du'],
  near: [
    '(?:deux|quelques) (?:pas|encablures)',
    '(?:à|a) (?:côté|hauteur)',
    'pr[eè]s',
    'non loin',
    'proximité',
    'abords',
    'périphérie',
    'environs',
    'voisinage',
    'portes',
    'en dehors',
    'sortie',
    'entrée',
    'proche',
  ],
  nearEnds: [' immédiats?'],
  around: ['autour', 'alentours', 'environs'],
  articles: [' la', ' le', " l['’]"],
  classes: ['villes?', 'cités?', 'localités?', 'villages?', 'mines?', 'camps?', 'territoires?'],
  of: [' de', " d['’]", ' du', ' des'],
};

export const distanceWordsFr = {
  fillers: `
    de du des d la le les l au aux a en hors village ville cite localite territoire capital commune quartier situe
    situee plus`,
  joints: 'de du des d hors',
  away: '',
  in: 'a en',
  aFew: 'quelques',
};
