import type { ActorWords } from '../../actors/actor-words.ts';

export const actorsEn: ActorWords = [
  [
    'army/military/soldiers/soldier/troops/paratroopers/commandos/servicemen; government/loyalist/regular/national/armed/federal forces/troops/soldiers/army; defence/defense forces; security forces/services; military aircraft/helicopters/officers; junta/regime/military forces/troops/soldiers/jets/jet/warplanes/drones/aircraft/helicopters/helicopter; junta/regime fighter jet/jets; army troops/soldiers',
    'army',
  ],
  ['police/policeman/policemen/gendarmes/officers; riot police; police officers', 'police'],
  [
    'rebels/rebel/insurgents/insurgent/guerrillas/guerrilla/jihadists/jihadist/islamists/islamist/militants/militant/extremists/terrorists/dissidents; armed group/movement; rebel group/fighters/forces/movement; fighters/fighter; the group/movement/insurgency/rebellion; separatists',
    'rebels',
  ],
  [
    'militia/militias/militiamen/militiaman/paramilitaries/paramilitary; self defence/defense groups/fighters; local defenders; vigilantes; militia fighters/members',
    'militia',
  ],
  [
    'gang/gangs; gang/gangs member/members; gunmen/gunman/assailants/assailant/attackers/attacker/bandits/bandit/raiders/kidnappers/robbers/hitmen; armed/unidentified/unknown/masked/suspected men/individuals/assailants/attackers/gunmen/bandits/people; men armed; heavily armed men; armed groups; suspected attackers/fighters/rebels/militants/insurgents',
    'gunmen',
  ],
  ['peacekeepers/peacekeeper; blue helmets; un troops/forces', 'peacekeepers'],
  [
    'protesters/protestors/demonstrators/protester/demonstrator/marchers; angry/furious youths/residents/youth/miners',
    'protesters',
  ],
  ['mob/crowd/rioters/youths', 'crowd'],
  [
    'civilians/civilian/villagers/villager/residents/inhabitants/farmers/people/women/children/worshippers/miners/diggers/traders/travellers/passengers/displaced/families/workers/teachers/priest/students/pupils/motorists/drivers/herders; aid/health workers',
    'civilians',
  ],
];
