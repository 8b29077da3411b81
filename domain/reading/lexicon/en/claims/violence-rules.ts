export const violenceRulesEn = {
  fire: 'fire',
  combatGear: 'drones drone helicopters helicopter aircraft gear troops boots experience mission zones zone',
  combat: 'combat battle fighting',
  fleeing: 'by fled fleeing flee escaping',
  fled: 'fled fleeing flee escaping escaped',
  beforeFighting: 'the ongoing heavy recent',
  blamed: 'blamed attributed claimed suspected',
  shots: 'live bullets fire shot gunfire shots',
  means:
    'attack attacks attacked clash clashes fighting shelling shot shots gunfire bullets bullet raid ambush machete machetes bomb bombs massacre executed armed stabbed knives',
  anyDeath: 'died dead lost left claimed perish perished cost took taken take burned burnt',
  /** The dead that somebody finds. */
  bodies: 'bodies corpses',
  /** What such dead were killed with. */
  wounds:
    'bound machete machetes bullet bullets gunshot beheaded decapitated throats tied hacked stabbed executed',
  blazes: 'blaze inferno',
  beforeFire: 'a the house market hotel factory warehouse forest',
  dyingVerbs: 'died perished lost',
  blows: 'raid raids attack attacks assault massacre',
  /** Who attacks, where no word for armed people is used; "who" and "they" stand for somebody named before. */
  bands: `
    gang gangs band men group groups raiders mercenaries guards warriors they who invaders elements
    column`,
  animals: `
    cow cows elephant elephants gorilla gorillas goat goats animal animals dog dogs rhino rhinos`,
  /** Fights without arms, unless armed groups fight them. */
  scuffles: 'scuffle scuffles brawl brawls',
};
