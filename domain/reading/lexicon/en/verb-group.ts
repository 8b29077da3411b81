export const verbGroupEn = {
  describing: 'those these the all',
  negatedSubjects: 'neither nor nobody none failed unable',
  wishedPerfects: 'supposed planned hoped wanted meant like due',
  beforeUnrealGerunds: 'of from without about against for considering planning avoid risk consider imagine',
  beforeNouns: '',
  beforeCharges: '',
  licenceEnds: 'to will would could that',
};
