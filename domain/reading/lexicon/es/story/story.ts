export const storyEs = {
  its: 'sus',
  ownForces: 'fuerzas aviones drones unidades',
  listJoints: 'y o',
  several: 'dos tres cuatro cinco seis siete ocho nueve diez varios varias distintos distintas diferentes',
  newClauses: 'que después cuando tras mientras',
  beforeAndAfter: 'antes después tras',
  after: 'después',
  days: 'día días',
  timeUnits: 'día días semana semanas mes meses año años',
  beforeRegion: 'en del al',
  manyPlaces: 'veredas pueblos localidades municipios sitios departamentos incidentes ataques puntos lugares',
  pronouns: 'ellos ellas él',
};
