export const verbGroupFr = {
  auxiliaries: '',
  passive: '',
  modals:
    'pourrait pourraient peut peuvent devrait devraient doit doivent sera seront aura auront puisse puissent devra devront',
  negations: 'pas jamais aucun aucune guère nullement',
  skipped:
    'déjà également aussi ensuite bien encore tous toutes tout se s y en l n ne même eux elles ainsi ensuite enfin finalement de nouveau à d abord pu',
  licences:
    'décision parvenus parvenu parvenue parviennent réussi contraint contrainte contraints contraintes contraignant forcé forcée forcés forçant obligé obligée obligés obligeant poussé poussée poussés poussant amené amenée amenés conduit conduite décidé décidée commencé fini vient viennent venait venaient avant continué procédé permis dû',
  avoir: 'a ont avait avaient ayant avons ai aurait auraient eu eut eurent avoir',
  etre: 'est sont été était étaient étant serait seraient fut furent être soit',
  conditional: 'aurait auraient serait seraient',
  pluperfect: 'avait avaient',
  future: 'va vont allait allaient veut veulent',
  describing: '',
  negatedSubjects: '',
  wishedPerfects: '',
  beforeUnrealGerunds: '',
  beforeNouns:
    'l une un cette cet ce la le d des les ces nouvelle première double son sa leur ses leurs de du aux aucune toute chaque plusieurs',
  beforeCharges: 'pour d de sans',
  licenceEnds: 'pour',
};
