export const tollsFr = {
  longUnits: 'semaine semaines mois an ans annee annees decennie decennies',
  since: 'depuis',
  beginnings: 'debut reprise lancement offensive guerre conflit resurgence',
  past: 'derniers dernieres',
  periodArticles: 'des les ces',
  unknown: 'inconnu incertain indetermine ignore',
  supposed: 'pourrait',
  risingFrom: 'passe passant grimpe monte',
  number: 'nombre',
  tollOrNumber: 'nombre',
  beforeToll: 'le',
  risenTo: 'a',
};
