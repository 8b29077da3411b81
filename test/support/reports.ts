import type { ArticleInput } from '../../domain/reading/reports/article.ts';

/** Sentences that tell of one event each, all on the day before publication. */
export const told = {
  walikaleTaken: 'M23 rebels captured the town of Walikale in North Kivu on Wednesday, local officials said.',
  mubiClash: 'Fighting broke out between M23 rebels and the army in Mubi on Wednesday, residents said.',
  nyabiondoAttack:
    'Gunmen attacked the village of Nyabiondo on Wednesday and killed four civilians, the local chief said.',
};

/** Sentences that tell of nothing. They make a text long enough to be compared with others. */
export const filler =
  'The province has many lakes and forests, and most of its people live from farming. Schools in the region open in September. The rainy season lasts from the middle of September to the end of May, and roads are often hard to use then.';

/** A report published on Thursday 20 March 2025; each test states what differs. */
export function article(over: Partial<ArticleInput> = {}): ArticleInput {
  return {
    source: 'news',
    url: 'https://news.example.org/a',
    publishedAt: new Date('2025-03-20T09:00:00Z'),
    publisher: 'Example News',
    title: null,
    text: [told.walikaleTaken, told.mubiClash, filler].join('\n'),
    html: null,
    mayShowRaw: false,
    ...over,
  };
}
