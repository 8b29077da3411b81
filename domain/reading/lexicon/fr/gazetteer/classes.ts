import type { PlaceClass } from '../../../../gazetteer/place.ts';

export const classesFr: Record<PlaceClass, string> = {
  country: 'pays republique',
  admin1: 'province provinces etat gouvernorat',
  admin2: 'territoire territoires district districts zone departement',
  region: 'region regions',
  locality: `
    village villages ville villes cite localite localites hameau bourg bourgade agglomeration municipalite commune
    quartier port marche camp site`,
  seat: 'centre',
  site: 'mine mines carriere carrieres gisement miniere minier',
  feature: `
    groupement groupements chefferie chefferies secteur secteurs collectivite plateau plateaux mont montagne foret
    riviere lac ile park parc pont vallee plaine`,
};
