export const modalityFr = {
  joints: 'et',
  moreAfter: 'de au en le la les',
  protectionAgainst: '',
  protectionContre: 'protection protéger prémunir lutte lutter mesures',
  inTheEnd: 'la à en',
  endTo: 'aux des à',
  calls: 'appel appels',
  supposing: 'pourrait pourraient risque risquent serait seraient devrait sera seront',
  verbsAfterNoun: 'qui a ont',
  deniedThings: 'que qu information informations affirmation',
  deniedObjects: 'le la l ces ce cette',
  beforeAndAfter: 'avant après',
};
