export const claimRulesEn = {
  /** Near an explosion: it came from the air. */
  aircraftNear:
    'plane planes aircraft drone drones jet jets warplane warplanes helicopter helicopters sukhoi',
  /** Near bombs: they were fired from the ground. */
  guns: 'mortar mortars artillery rocket rockets fired lobbed launched shell shells',
  grenades: 'grenade grenades',
  fallen: '',
  /** Where the sentence before was. */
  there: 'there',
  /** No strike where it is one of two things: "care AND MAINTENANCE". */
  upkeep: 'maintenance',
  /** "ceased TO use". */
  infinitiveMark: 'to',
  /** "A volé": somebody did it. */
  hasAlone: '',
  by: 'by',
  carriedOut: 'carried launched staged',
  definite: 'the this that',
  ordering: 'ordered announced decreed imposed decided confirmed declared',
  byAndWith: 'by from with against',
  mineOrSite: 'mine site',
  theOrIts: 'the its',
  aircraft: 'drone drones jet jets warplane warplanes helicopter helicopters aircraft paramotor',
  struckThings: 'destroyed out hit struck targeted attacked',
  was: 'was were been being',
  bombs: 'bombs bomb',
  charges: '',
  explosions: 'explosion explosions blast blasts',
  blastVerbs: 'tore ripped killed claimed wounded',
  shaking: 'shook rocked',
  licences: 'licence license permit',
  and: 'and',
  strikes: 'strikes strike',
  aerial: 'air drone missile aerial artillery',
  sheltering: 'village villages town camp site',
  carried: '',
  stolen: 'stolen',
  auxiliaries: 'was were been being had have has and',
  labourAndJoy: 'wage wages salary salaries strike union unions unpaid joy celebrate celebrated celebration',
  dispersed: 'protest demonstration march rally crowd',
  liveBullets: 'live bullets',
  soldiers: '',
  travels: `
    car cars vehicle vehicles bus buses minibus taxi taxis motorcycle motorcycles motorists passengers
    travellers convoy people civilians women drivers nationals visitors tourists workers staff employees`,
  /** "block ACCESS to the mine". */
  /** What rises in price where people would protest. */
  traded: 'prices price shares stocks stock tin cobalt copper gold futures currency bonds',
  /** What is broken by a verb that else speaks of rape. */
  breached: '',
  /** Before "the capture of X": news of its taker. */
  claimed: 'claimed claims announced',
  /** In what mood people block a road who protest. */
  anger: 'angry anger furious',
  access: 'access entrance gate gates',
  /** Those who were taken before. */
  hostages: 'hostages hostage captives',
  barriers: `
    roadblock roadblocks barricade barricades route routes traffic road roads border bridge`,
  /** How long a way on foot was, which is no protest. */
  lengths: 'days hours kilometres kilometers km miles weeks',
  /** What has killed and emptied villages for a long time, and is no event. */
  wars: 'war wars conflict conflicts insurgency',
  /** Behind a protest: it is one in words, of one government to another. */
  addressed: 'to with',
};
