import type { BoundWords } from '../../numbers/bound-words.ts';

const negated = (bound: string) =>
  ['no', 'nada'].flatMap((no) => [`${no} ${bound} de`, `${no} ${bound} que`]);

export const boundsEs: BoundWords = {
  before: {
    least: [
      ...['al menos', 'por lo menos', 'como minimo', 'cuando menos', 'un minimo de', 'mas de', 'mas del'],
      ...negated('menos'),
    ],
    most: ['hasta', 'a lo sumo', 'como maximo', 'un maximo de', ...negated('mas')],
    below: ['menos de'],
    about: ['unos', 'unas', 'cerca de', 'alrededor de', 'aproximadamente', 'en torno a', 'aprox'],
    nearly: ['casi'],
    plain: ['un total de', 'solo', 'solamente', 'otros', 'otras'],
  },
  leastAfter: ['o mas', 'por lo menos', 'al menos', 'como minimo'],
  turning: ['no', 'nunca'],
  turned: { below: 'least' },
};
