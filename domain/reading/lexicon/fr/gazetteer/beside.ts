export const besideFr = {
  links: 'de du des d la le les l dite dit',
  locatives: `
    a au aux en dans vers pres autour depuis sur sous entre chez jusqu hors d de du l pris prend occupe quitte entre
    entres attaque`,
  articles: 'la le les l sa son',
  adjectives: '',
  manyPlaces: '',
  possessive: '',
  and: 'et',
  inCountry: 'en au aux dans',
  hosts: `armee police policiers soldat soldats troupes forces gouvernement autorites bombardement bombardements drone
    drones frappe frappes ministere militaires aviation marine gendarmes president`,
  elidedBefore: 'a e i o u y h',
  quarters: 'quartier cellule avenue',
  listJoints: 'et ou',
};
