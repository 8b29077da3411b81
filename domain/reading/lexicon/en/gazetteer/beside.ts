/** The words right beside a name, without accents. */
export const besideEn = {
  /** Between a class word and the name: "town OF". */
  links: 'of called named',
  /** A name after one of these is where something is or happens. */
  locatives: `
    in at near around outside inside within into from to towards toward through via across between off over on
    reached entered enter enters seized seize seizes captured capture took take takes retook left leave attacked
    attack overran besieged of`,
  /** They may stand before a name and its locative: "in THE KEY town of". */
  articles: 'the its their this',
  adjectives: `
    key strategic main mining rich remote small large eastern western northern southern central nearby neighbouring
    neighboring provincial capital whole entire occupied rebel held tin gold coltan border lakeside`,
  /** "Ituri VILLAGES" are villages in Ituri. */
  manyPlaces: 'villages towns cities localities hamlets',
  /** "Bisie'S mine". */
  possessive: 's',
  and: 'and',
  /** Before a country: what is told of lies in it. */
  inCountry: 'in inside across throughout within',
  /** The armed or ruling men of a country, behind its adjective: they are mostly at home. */
  hosts: `army police soldier soldiers troops forces force government authorities shelling drone drones airstrike airstrikes
    strike strikes ministry officials official military jets navy gendarmes policemen officers president`,
  /** Letters before which an article loses its own: "l'Ituri"; before others an apostrophe is part of a name. */
  elidedBefore: '',
  /** A part of a town: the name beside it is no town's. */
  quarters: 'neighbourhood neighborhood suburb',
  /** Between the places of a list. */
  listJoints: 'and or',
};
