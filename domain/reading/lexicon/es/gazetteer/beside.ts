export const besideEs = {
  links: 'de del la el los las llamada llamado denominada denominado',
  locatives: `
    a al en hacia cerca alrededor desde sobre bajo entre por hasta de del tomo tomaron ocupo ocuparon ataco atacaron
    dejo dejaron`,
  articles: 'la el los las su',
  adjectives: '',
  manyPlaces: '',
  possessive: '',
  and: 'y e',
  inCountry: 'en dentro',
  hosts: `ejercito policia policias soldado soldados tropas fuerza fuerzas gobierno autoridades bombardeo bombardeos dron
    drones ministerio militares armada gendarmes presidente`,
  elidedBefore: '',
  quarters: 'barrio barrios colonia urbanizacion vereda comuna',
  listJoints: 'y e o',
};
