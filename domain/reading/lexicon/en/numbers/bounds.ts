import type { BoundWords } from '../../numbers/bound-words.ts';

const negated = (adjectives: string) =>
  adjectives
    .split(' ')
    .flatMap((adjective) => ['no', 'not', 'nothing', 'never', 'none'].map((no) => `${no} ${adjective} than`));

export const boundsEn: BoundWords = {
  before: {
    least: [
      ...['at least', 'at the very least', 'at minimum', 'at a minimum', 'a minimum of'],
      ...['more than', 'upwards of', 'in excess of', 'over'],
      ...negated('fewer less lower smaller under'),
    ],
    most: ['up to', 'as many as', 'at most', 'a maximum of', ...negated('more higher greater')],
    below: ['fewer than', 'less than', 'under'],
    about: ['about', 'around', 'roughly', 'approximately', 'an estimated', 'estimated', 'some'],
    nearly: ['nearly', 'almost', 'close to'],
    plain: ['just', 'only', 'another', 'a further', 'a total of', 'none other than', 'no other than'],
  },
  leastAfter: ['or more', 'at least'],
  turning: ['not', 't', 'never'],
  turned: { below: 'least' },
};
