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
  listJoints: 'y e o',
};
