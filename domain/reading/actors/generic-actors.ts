import { type PhraseBook, phraseBook } from '../clauses/phrases.ts';
import type { Language } from '../text/text.ts';

/** What a text calls those who act when it does not name them. */
export type GenericActor =
  | 'army'
  | 'police'
  | 'rebels'
  | 'militia'
  | 'gunmen'
  | 'peacekeepers'
  | 'protesters'
  | 'crowd'
  | 'civilians'
  | 'company';

const english: [string, GenericActor][] = [
  [
    'army/military/soldiers/soldier/troops/paratroopers/commandos/servicemen; government/loyalist/regular/national/armed/federal forces/troops/soldiers/army; defence/defense forces; security forces/services; military aircraft/helicopters/officers; junta/regime forces/troops; army troops/soldiers',
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
    'gunmen/gunman/assailants/assailant/attackers/attacker/bandits/bandit/raiders/kidnappers/robbers/hitmen; armed/unidentified/unknown/masked/suspected men/individuals/assailants/attackers/gunmen/bandits/people; men armed; heavily armed men; armed groups; suspected attackers/fighters/rebels/militants/insurgents',
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

const french: [string, GenericActor][] = [
  [
    'armée/militaires/militaire/soldats/soldat/troupes/paras; forces gouvernementales/loyalistes/régulières/armées; armée régulière/nationale/loyaliste; forces de défense; forces de sécurité; services de sécurité; troupes gouvernementales; éléments des forces; junte',
    'army',
  ],
  ['police/policiers/policier/gendarmes/gendarmerie; forces de l ordre', 'police'],
  [
    'rebelles/rebelle/insurgés/insurgé/djihadistes/djihadiste/jihadistes/jihadiste/islamistes/terroristes/combattants/combattant/guérilleros; groupe armé/rebelle/djihadiste/jihadiste; le mouvement; ce mouvement/groupe; la rébellion; séparatistes; la guérilla; dissidents',
    'rebels',
  ],
  [
    'miliciens/milicien/milice/milices/paramilitaires; groupe/groupes d autodéfense; combattants d autodéfense',
    'militia',
  ],
  [
    'assaillants/assaillant/bandits/bandit/agresseurs/ravisseurs/malfrats/malfaiteurs/coupeurs; hommes armés/cagoulés; des inconnus; inconnus armés; individus armés/cagoulés; groupes armés; hommes en armes; éléments armés; présumés combattants/rebelles/miliciens/djihadistes',
    'gunmen',
  ],
  ['casques bleus', 'peacekeepers'],
  [
    'manifestants/manifestant/protestataires/contestataires; jeunes/habitants en colère; creuseurs en colère; marcheurs',
    'protesters',
  ],
  ['foule/émeutiers/jeunes', 'crowd'],
  [
    'civils/civil/villageois/habitants/habitant/population/populations/agriculteurs/cultivateurs/paysans/femmes/enfants/fidèles/creuseurs/mineurs/orpailleurs/commerçants/voyageurs/passagers/déplacés/familles/ouvriers/enseignants/prêtre/élèves/motards/chauffeurs/éleveurs/personnes',
    'civilians',
  ],
];

const books: Record<Language, PhraseBook<GenericActor>> = {
  en: phraseBook(english),
  fr: phraseBook(french),
};

export function genericActors(language: Language): PhraseBook<GenericActor> {
  return books[language];
}
