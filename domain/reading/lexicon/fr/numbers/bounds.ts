import type { BoundWords } from '../../numbers/bound-words.ts';

const negated = (bound: string, nots: string) =>
  nots.split(' ').flatMap((no) => [`${no} ${bound} de`, `${no} ${bound} d`, `${no} ${bound} que`]);

export const boundsFr: BoundWords = {
  before: {
    least: [
      ...['au moins', 'au minimum', 'au bas mot', 'un minimum de', 'un minimum d', 'plus de', 'plus d'],
      ...negated('moins', 'pas non rien'),
    ],
    most: [
      ...['jusqu a', 'au plus', 'au maximum', 'un maximum de', 'un maximum d', 'tout au plus'],
      ...negated('plus', 'pas non'),
    ],
    below: ['moins de', 'moins d'],
    about: ['environ', 'quelque'],
    nearly: ['pres de', 'pres d', 'presque'],
    plain: ['un total de', 'seulement'],
  },
  leastAfter: ['ou plus', 'au moins'],
  turning: ['pas', 'jamais'],
  turned: { below: 'least', least: 'most' },
};
