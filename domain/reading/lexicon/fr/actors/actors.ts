import type { ActorWords } from '../../actors/actor-words.ts';

export const actorsFr: ActorWords = [
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
    'gang/gangs; membres du gang; membres d un gang; membres de gangs; assaillants/assaillant/bandits/bandit/agresseurs/ravisseurs/malfrats/malfaiteurs/coupeurs; hommes armés/cagoulés; des inconnus; inconnus armés; individus armés/cagoulés; groupes armés; hommes en armes; éléments armés; présumés combattants/rebelles/miliciens/djihadistes',
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
