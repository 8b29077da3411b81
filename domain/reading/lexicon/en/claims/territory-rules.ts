export const territoryRulesEn = {
  /** "took BACK". */
  back: 'back',
  /** "drove OUT of": who drives off has taken nothing. */
  out: 'out',
  /** The place that was named before. */
  thereBefore: '',
  lost: 'lost',
  bareHolding: 'under in',
  remaining: 'remain remains remained still stays stay stayed',
  again: 'again back once now',
  formerly: 'previously formerly once',
  taking: 'took take takes taken taking won win wins winning',
  partsOfObject:
    'the of key strategic nearby mining gold small large town towns city village villages locality localities hub centre center capital both back provincial neighbouring hill base camp border airport post port commune suburb suburbs outskirts prison biggest largest main second lakeside eastern northern southern western territory morning north west east south trading more two three four also settlement hamlet',
  relatives: 'which that',
  towns: 'town towns hub city village centre center commune',
  mines: 'mine mines quarry pits',
  into: 'into in to',
  outOf: 'from',
  headingFor: 'for to towards toward',
  of: 'of from',
  betweenThingAndPlace:
    'in at near around outside inside of on the centre center heart outskirts edge town city village north south east west just capital',
  holding: '',
  now: '',
  fromNowOn: '',
  fleeing: `
    people civilians residents families villagers inhabitants farmers thousands hundreds population them`,
  pronouns: 'they it he who which we and then men group movement alliance coalition',
  /** Who goes into a house has not taken the town. */
  buildings: `
    school house houses home homes church hospital prison hotel building forest room office offices talks
    service effect force compound clinic temple mosque market`,
  /** A pronoun for the place that somebody leaves. */
  thence: '',
};
