/** What stands between two names and ties them to each other: alternatives of regular expressions. */
export const relationsEn = {
  and: ['and'],
  /** Between the names of a list. */
  listJoints: ['and', 'or'],
  articles: ['the'],
  of: ['of'],
  in: ['in'],
  /** What the first of two names may be: "X VILLAGE, Y". */
  settlements: [
    'village',
    'town',
    'locality',
    'city',
    'mine',
    'camp',
    'area',
    'location',
    'centre',
    'center',
  ],
  /** What the second one may be: "X, in the TERRITORY of Y". */
  areas: ['territory', 'province', 'district', 'region', 'state', 'chiefdom', 'sector'],
  between: ['between'],
  /** Before the first of two ends of a way: "the road FROM A to B". */
  from: ['from', 'linking', 'connecting'],
  to: ['to', 'towards'],
  /** "the A-B ROAD". */
  roads: ['road', 'axis', 'highway', 'corridor'],
  /** Only before the names. */
  roadsBefore: ['way', String.raw`rn ?\d+`],
  towns: ['towns?', 'villages?', 'city', 'cities'],
  /** What may stand between the first name and its distance: "Mubi TOWN, 30 km from Walikale". */
  heads: ['town', 'village', 'territory', 'mine', 'centre', 'center'],
  /** "Mubi, LOCATED 30 km from Walikale". */
  isSituated: ['is', 'was', 'lies', 'located', 'situated'],
  /** With one of these between two names a distance belongs to what happened. */
  deeds: ['killed', 'attack', 'fight', 'clash', 'seized', 'captured'],
};
