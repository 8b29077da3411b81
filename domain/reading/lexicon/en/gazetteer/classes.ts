import type { PlaceClass } from '../../../../gazetteer/place.ts';

/** Words that say what the place named beside them is, without accents: "Walikale TERRITORY", "the Bisie MINE". */
export const classesEn: Record<PlaceClass, string> = {
  country: 'country republic',
  admin1: 'province provinces state governorate',
  admin2: 'territory territories district districts zone department county direction directions',
  region: 'region regions',
  locality: `
    town towns village villages city cities locality localities hamlet settlement municipality township neighbourhood
    neighborhood suburb port market camp site`,
  seat: 'center centre',
  site: 'mine mines quarry quarries pit pits deposit',
  feature: `
    groupment grouping chiefdom chiefdoms chieftaincy chieftancy sector sectors collectivity subdivision plateau
    highlands hills hill mount mountain mountains forest river lake island peninsula park bridge valley plain`,
};
