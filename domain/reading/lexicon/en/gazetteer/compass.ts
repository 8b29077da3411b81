/** Words for the directions, by their degrees from north, without accents and hyphens. */
export const compassEn: Record<number, string> = {
  0: 'north northern n',
  45: 'northeast northeastern ne',
  90: 'east eastern e',
  135: 'southeast southeastern se',
  180: 'south southern s',
  225: 'southwest southwestern sw',
  270: 'west western w',
  315: 'northwest northwestern nw',
};
