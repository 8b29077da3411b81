export const verbGroupFr = {
  describing: '',
  negatedSubjects: '',
  wishedPerfects: '',
  beforeUnrealGerunds: '',
  beforeNouns:
    'l une un cette cet ce la le d des les ces nouvelle première double son sa leur ses leurs de du aux aucune toute chaque plusieurs',
  beforeCharges: 'pour d de sans',
  licenceEnds: 'pour',
};
