export const governmentEn = {
  of: 'of from',
  backed: 'backed led',
  /** Capitals that the news calls governments by, folded; of names of several words the last one. */
  capitals: `
    kinshasa kigali kampala bujumbura gitega nairobi dodoma luanda lusaka harare pretoria maputo lilongwe
    brazzaville libreville yaounde juba lome cotonou abidjan conakry freetown monrovia bissau kabul bangkok
    manila riyadh doha dhabi sanaa jerusalem beirut kiev minsk warsaw berlin paris london brussels`,
  /** What a capital that is named without "in" may still be the place of: "a Kinshasa suburb", "the Mogadishu bombing". */
  ground: `
    airport suburb suburbs district districts neighbourhood neighborhood street streets market hospital
    prison university stadium hotel bombing bombings attack attacks blast blasts explosion explosions
    protest protests riot riots clashes raid shooting residents`,
  /** A verb before a capital that speaks of its ground. */
  reaching: `
    capital hit hits struck strike strikes rock rocks rocked shake shakes shook bomb bombed shell shelled pound
    pounded target targeted leave left reach reached storm stormed rattle rattled rattles`,
  /** "on the side of Kinshasa", "l'armée de Kigali". */
  powers: `
    side sides government authorities regime army forces troops ally allies support hands control behest
    pressure drones soldiers`,
};
