export const storyEn = {
  /** Before places or attacks: a total of many events. */
  several: 'two three four five six seven eight nine ten several different many various separate',
  listJoints: 'and or',
  newClauses: 'that after when as',
  beforeAndAfter: 'before after since',
  /** "two days AFTER", counted in these. */
  after: 'after',
  days: 'day days',
  timeUnits: 'day days week weeks month months year years',
  beforeRegion: 'in across throughout of eastern northern southern western',
  manyPlaces: 'villages towns localities places districts sites provinces attacks incidents',
  /** "ITS forces". */
  its: 'its',
  /** "its FORCES". */
  ownForces: 'forces jets warplanes drones units',
  /** A clause about somebody begins with these. */
  whoRelatives: 'who which',
  pronouns: 'they it he',
};
