import { nouns, verbs } from '../../events/romance-rows.ts';
import { agreeing, mettre, people, regular, tirer } from './rows.ts';

export const fightingFr = agreeing([
  nouns(
    'clash',
    'affrontement/affrontements/accrochage/accrochages/combat/combats/hostilités/escarmouche/escarmouches/échauffourée/échauffourées; échange/échanges de tirs/coups/feu; bataille; tirs nourris; tirs à l arme lourde; violences armées; crépitements de balles; heurts armés',
  ),
  ...regular('clash', 'affront', { withEtre: true }),
  {
    frame: 'clash',
    forms: {
      past: 'affrontaient/affrontait/opposaient/opposait/combattaient; battaient contre; échangeaient * tirs',
    },
  },
  ...verbs('clash', 'combattre combat/combattent combattu~ combattit/combattirent combattant', {}),
  ...verbs('clash', 'battre bat/battent battu~ battit/battirent battant', {
    withEtre: true,
    rest: 'contre; pour',
  }),
  ...verbs('clash', 'échanger échange/échangent échangé échangea/échangèrent échangeant', {
    rest: '* tirs; * coups de feu',
  }),
  ...regular('clash', 'oppos', { rest: '* à; * aux; * au; * armée/miliciens/rebelles/combattants; les' }),
  ...verbs('clash', 'mettre met/mettent mis mit/mirent mettant', { rest: 'aux prises' }),
  ...regular('repel', 'repouss déjou stopp', {
    rest: '* attaque/assaut/offensive/incursion/assaillants/rebelles/tentative/miliciens/combattants',
  }),
  { frame: 'repel', forms: { participle: 'repoussé~' } },
  ...regular('attack', 'attaqu mitraill'),
  ...verbs('attack', 'prendre prend/prennent pris~ prit/prirent prenant', {
    rest: '* assaut; * cible; pour cible; en embuscade; à partie',
  }),
  ...verbs('attack', 'prendre prend/prennent pris~ prit/prirent prenant', {
    rest: 'à un/une/des/deux/plusieurs convoi/base/camp/village/véhicule/position',
    withEtre: true,
  }),
  { frame: 'attack', forms: { past: 'en est pris à; en est prise à; en sont pris à; en sont prises à' } },
  ...verbs('attack', 'tendre tend/tendent tendu~ tendit/tendirent tendant', { rest: '* embuscade' }),
  ...verbs('attack', 'ouvrir ouvre/ouvrent ouvert ouvrit/ouvrirent ouvrant', { rest: 'le feu; * feu' }),
  ...verbs('attack', tirer, { rest: 'sur; contre; à bout; à balles' }),
  ...regular('attack', 'lanc men effectu perpétr', {
    rest: '* attaque/attaques/assaut/assauts/raid/incursion/embuscade',
  }),
  ...verbs('attack', 'tomber tombe/tombent tombé~ tomba/tombèrent tombant', {
    rest: 'dans * embuscade',
    withEtre: true,
  }),
  nouns(
    'attack',
    'attaque/attaques/assaut/assauts/raid/raids/embuscade/embuscades/massacre/massacres/incursion/incursions/tuerie/tueries/carnage/fusillade/razzia',
  ),
  ...regular('kill', 'tu massacr exécut décapit assassin égorg poignard liquid'),
  ...verbs('kill', 'abattre abat/abattent abattu~ abattit/abattirent abattant'),
  {
    frame: 'kill',
    forms: {
      past: 'ont péri; a péri; ont perdu la vie; a perdu la vie; ont trouvé la mort; a trouvé la mort; sont morts; sont mortes; est mort; a fait * morts; ont fait * morts; fait * morts; faisant * morts; faisant * victimes; a coûté la vie; ont laissé la vie; fait * tués; * * retrouvés morts',
      noun: 'meurtre/assassinat/exécution de/du/d/des; mise à mort',
      participle: 'passé~ par les armes; mis à mort',
    },
  },
  {
    frame: 'kill',
    forms: {
      past: 'touché~ par balles; fauché~ par; corps/cadavres * découverts/retrouvés/repêchés',
    },
  },
  { frame: 'attack', forms: { participle: 'visé~ par; visé~ * par; ciblé~ par; ciblé~ * par' } },
  ...regular('attack', 'tabass molest'),
  ...regular('attack', 'frapp vis cibl', {
    rest: `* ${people}/village/position/positions/camp/convoi/véhicule/base`,
  }),
  {
    frame: 'clash',
    forms: {
      past: 'en sont venus aux mains; échangé des tirs; accroché * miliciens/rebelles/éléments/combattants; crépité; retenti; opposé * à; opposé les; mis aux prises; fait face',
      noun: 'coups de feu; fusillades; détonations; tirs; crépitement * armes/balles; rixe; altercation armée; contre attaque; contre offensive; duel d artillerie; tirs sporadiques; combat de rue; combats de rue; armes lourdes',
    },
  },
  {
    frame: 'repel',
    forms: {
      participle: 'mis en déroute; mis en fuite; tenu en échec; contré; contenue; contenu; refoulé~',
    },
  },
  {
    frame: 'attack',
    forms: {
      past: 'fondu sur; surgi; fait * incursion; fait irruption; pris d assaut; prise d assaut; pris pour cible; prise pour cible; pris pour cibles; prises pour cible; essuyé * tirs; essuyé des tirs; essuyé * embuscade; essuyé * attaque; été la cible; été visé; tiré à bout portant; tiré à balles; ouvert le feu; ouvert * feu; encerclé; fait feu; lancé un assaut; mené un raid; mené une attaque; mené une incursion; semé la mort; semé la terreur',
      noun: 'attaque armée; attaque nocturne; attaque simultanée; braquage; tirs sur; assaut contre; offensive contre; raid nocturne; massacre de; tuerie de; boucherie',
    },
  },
  ...regular('attack', 'assièg agress braqu rafal'),
  ...verbs('attack', 'assaillir assaille/assaillent assailli~ assaillit/assaillirent assaillant'),
  ...regular('attack', 'tomb', { rest: 'dans * embuscade; dans * guet; sous * feu; sur', withEtre: true }),
  ...regular('kill', 'fusill lynch étripp mutil achev élimin neutralis trucid'),
  {
    frame: 'kill',
    forms: {
      past: 'succombé; passé au fil; passés au fil; ont été fauchés; été retrouvés morts; retrouvés sans vie; découverts sans vie; découvertes sans vie; retrouvé mort; retrouvé sans vie; ôté la vie; arraché la vie; laissé * morts; ont laissé * vie; ont succombé; a succombé; y ont péri; périr; péri',
      noun: 'mort de; mort d; décès de; bilan; exécutions sommaires; exécution sommaire; corps sans vie; cadavres; mise à mort de; égorgement',
      participle:
        'brûlés vifs; brûlé vif; tué~ par balle; tué~ par balles; mortellement blessé~/touché/atteint',
    },
  },
  ...verbs('clash', 'battre bat/battent battu~ battit/battirent battant', { withEtre: true }),
  ...regular('clash', 'accroch', { withEtre: true }),
  ...regular('clash', 'accroch', {
    rest: '* rebelles/miliciens/combattants/armée/patrouille/éléments/djihadistes/position',
  }),
  ...regular('clash', 'neutralis élimin', {
    rest: '* rebelles/miliciens/terroristes/combattants/assaillants/djihadistes/éléments/insurgés',
  }),
  ...verbs('repel', 'contenir contient/contiennent contenu~ contint/continrent contenant', {
    rest: '* attaque/assaut/offensive/avancée',
  }),
  ...verbs('repel', `${mettre}`, { rest: 'en déroute; en fuite; hors d état; * en déroute' }),
  {
    frame: 'repel',
    forms: {
      past: 'fait échec; résisté à; tenu tête; barré la route aux; échoué devant; échoué à; échoué face',
    },
  },
  {
    frame: 'clash',
    forms: {
      past: 'font rage; fait rage; faisaient rage; faisait rage; éclaté; aux prises; croisé le fer; crépitent; tonnent; ont tonné; a tonné; essuyé * feu; pris sous * feu',
      noun: 'affrontements armés; heurts entre; combats nourris; joute; duel; feu nourri; échange de tirs; engagement armé; ratissage; violents combats; crépitements; opposition armée; coup de feu',
    },
  },
  {
    frame: 'attack',
    forms: {
      past: 'frappé à; frappé * nuit; encore frappé; de nouveau frappé; fait une incursion; fait * descente; fait des incursions; semé la désolation; semé * désolation; endeuillé; fait parler * armes; ciblé * civils; pris * embuscade; essuyé; tombés dans un guet; tombé dans un guet; passé à l attaque; passés à l attaque; surpris * population/habitants/villageois/militaires; jeté * sur * village; pris à partie * population; fait usage de * armes; fait usage de leurs armes; écumé; débarqué * nuit; assiégé',
      noun: 'attaque/attaques meurtrière/meurtrières; attaque à * machette/machettes; attaques simultanées; descente nocturne; expédition punitive; attaque rebelle; coup de main; attentat contre; tirs contre; assauts; guet apens; hécatombe; bain de sang',
    },
  },
  ...regular('kill', 'découp tronçonn étrangl éventr immol décim', {}),
  {
    frame: 'kill',
    forms: {
      past: 'découpé~; tombé~ sous * balles; mort/morts/mortes/morte sous * balles; criblé~ de balles; criblé~ * balles; laissé sans vie; perdu * vie; retrouvés * décapités/égorgés/ligotés; retrouvé * décapité/égorgé; retrouvés égorgés; ôté * vie; coûté la vie; fait * morts; fait * victimes; provoqué * mort; causé * mort; entraîné * mort; occasionné * mort; ravi la vie; fauché * vies; emporté * vies',
      noun: 'tueries de; décapitation de; exécution sommaire de; lynchage de; massacre à; corps de * personnes/civils/hommes/femmes/villageois; morts dans',
    },
  },
]);
