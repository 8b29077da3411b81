export const storyFr = {
  several: 'deux trois quatre cinq six sept huit neuf dix plusieurs différents',
  listJoints: 'et ou',
  newClauses: 'que qu après lorsque quand',
  beforeAndAfter: 'avant après que',
  after: 'après',
  days: 'jour jours',
  timeUnits: 'jour an ans année jours semaines mois',
  beforeRegion: 'en au dans du l',
  manyPlaces: 'villages localités sites provinces incidents attaques',
  its: 'ses',
  ownForces: 'forces avions drones unités',
  pronouns: 'ils elles il',
};
