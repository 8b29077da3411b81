export const countsEn = {
  nobody: 'nobody none',
  no: 'no',
  /** "no ONE". */
  one: 'one',
  withoutAny: 'without',
  zero: 'zero',
  without: '',
  /** "sans VIE" counts nobody. */
  life: '',
  /** "PERSONNE n'a été tué". */
  nobodyBeforeNe: '',
  ne: '',
  not: '',
  /** "sans FAIRE de victimes". */
  making: '',
  /** The number is a day: "LE 19". */
  beforeDays: '',
  /** Words that end the name of those counted. */
  nameEnds:
    'in at on of from by with and or were was are is been be have has had who whom that which when while after before during near around to for as including among between since this last next yesterday today overnight late early also more so up the a an his her their its some all both not but dead',
  owners: 'the his her their its these those all',
  any: 'any a',
  beforeNobody: 'reported known confirmed immediate new further',
  none: '',
  ofNone: '',
  aged: 'aged',
  /** Between two ages, a comma too. */
  ageJoints: ', and',
  /** Behind a list of ages. */
  agesEnd: '',
  hyphenUnits: 'year month day km mile hour member strong point',
  /** Behind a number: the time of day. */
  hours: '',
  beforeYears: 'in since of from until by during early late mid',
  of: 'of',
  more: 'more further additional new',
  ofThe: 'the his her their its that this those these',
  ageUnits: 'year month',
  ofThem: 'of',
  them: 'them whom these those',
  including: 'including includes included comprising',
  amongThem: 'them whom',
  among: 'among of amongst with',
  /** People, as the head of "five X"; plural forms are also found without their s. */
  people: `
    people person civilian soldier rebel fighter militiaman militiamen militia villager resident miner
    worker child children woman women man men girl boy baby infant officer policeman policemen police
    peacekeeper troop combatant insurgent gunman gunmen attacker assailant protester demonstrator farmer
    trader driver passenger student teacher pupil journalist doctor nurse patient prisoner inmate refugee
    idp local inhabitant member leader commander general colonel captain lieutenant major sergeant chief
    guard ranger ecoguard staff employee aid humanitarian family relative brother sister father mother son
    daughter wife husband couple victim other others elder pastor priest bystander shopper worshipper
    worshiper faithful digger youth youngster adult bandit suspect terrorist jihadist islamist militant
    serviceman servicemen troops personnel national citizen african congolese rwandan burundian ugandan
    hostage human volunteer merchant fisherman fishermen herder herdsman herdsmen motorcyclist businessman
    mayor governor minister lawmaker politician activist opponent`,
  /** What is counted beside the dead and must not be taken for them; plural forms are also found without their s. */
  things: `
    house home hut building village town city locality place position base camp school hospital church
    market shop vehicle truck car motorcycle bus boat plane helicopter drone weapon gun rifle bomb shell
    rocket mine cow cattle goat sheep chicken animal gorilla elephant hippo kilometre kilometer mile metre
    meter km m ha hectare acre tonne ton kg gram litre percent hour minute day week month year decade time
    dollar euro franc billion attack incident clash site country countries nation province territory
    territories group side part front election law article resolution battalion brigade regiment division
    region district road route bridge border age bullet wound tent round case point way household livestock
    crop field`,
  /** A number behind one of these is a name: "Route 4", "Resolution 2773". */
  namers: `
    route rn road highway resolution article no n° number chapter page vol law block km flight unit covid h
    $ € £ usd version g`,
};
