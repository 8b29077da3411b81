import { nouns, verbs } from '../../events/romance-rows.ts';
import { agreeing, prendre, regular, reprendre, tenir } from './rows.ts';

export const territoryFr = agreeing([
  ...verbs('seize', `${prendre}, ${reprendre}`),
  ...verbs('seize', `${prendre}, ${reprendre}`, {
    rest: '* contrôle; possession; * le contrôle; pied; position/positions',
  }),
  ...regular('seize', 'occup captur récupér libér'),
  ...regular('seize', 'empar', { rest: 'de/du/des/d', withEtre: true }),
  ...regular('seize', 'empar', { withEtre: true }),
  ...verbs(
    'seize',
    'conquérir conquiert/conquièrent conquis~ conquit/conquirent conquérant, reconquérir reconquiert/reconquièrent reconquis~ reconquit/reconquirent reconquérant, envahir envahit/envahissent envahi~ envahit/envahirent envahissant, investir investit/investissent investi~ investit/investirent investissant, ravir ravit/ravissent ravi~ ravit/ravirent ravissant',
  ),
  ...verbs('seize', 'rendre rend/rendent rendu~ rendit/rendirent rendant', {
    rest: 'maître/maîtres/maîtresse/maîtresses de/du/d/des',
    withEtre: true,
  }),
  ...verbs('seize', `${'faire fait/font fait fit/firent faisant'}`, { rest: 'main basse sur' }),
  ...regular('seize', 'délog chass expuls refoul repouss', { rest: '* de/du/d/hors' }),
  ...verbs('seize', `${'mettre met/mettent mis mit/mirent mettant'}`, { rest: 'la main sur' }),
  nouns(
    'seize',
    'prise/reprise/conquête/reconquête/occupation/capture/libération de/du/d/des; prise de contrôle de/du/d/des',
  ),
  {
    frame: 'seize',
    forms: { participle: 'sous * contrôle de/du/des/d; aux mains de/du/des/d; entre les mains de/du/des/d' },
  },
  ...verbs(
    'fall',
    'tomber tombe/tombent tombé~ tomba/tombèrent tombant, passer passe/passent passé~ passa/passèrent passant, basculer bascule/basculent basculé~ bascula/basculèrent basculant',
    {
      rest: '* mains; sous * contrôle/coupe/domination; entre * mains; * mains de',
      withEtre: true,
    },
  ),
  ...regular('fall', 'tomb', { withEtre: true }),
  nouns('fall', 'chute/perte de/du/d/des; chute/perte'),
  ...verbs('enter', 'entrer entrent entré~ entra/entrèrent entrant', { withEtre: true }),
  ...regular('enter', 'pénétr rentr infiltr', { withEtre: true }),
  ...regular('enter', 'retourn', { rest: 'à/dans', withEtre: true }),
  {
    frame: 'enter',
    withEtre: true,
    forms: { participle: 'établi~/installé~/positionné~ à/dans' },
  },
  { frame: 'fall', forms: { participle: 'perdu~' } },
  ...verbs('enter', 'faire fait/font fait fit/firent faisant', { rest: '* entrée à/dans/au/en' }),
  nouns('enter', 'entrée * dans/à/de; entrée'),
  ...regular('leave', 'retir repli', { withEtre: true }),
  ...regular('leave', 'quitt évacu abandonn'),
  ...verbs('leave', 'partir part/partent parti~ partit/partirent partant', {
    rest: 'de/du/d',
    withEtre: true,
  }),
  nouns('leave', 'retrait/départ/repli de/du/d/des; retrait/départ/repli'),
  ...verbs('handover', 'remettre remet/remettent remis~ remit/remirent remettant', {
    rest: '* contrôle',
  }),
  ...verbs('base', 'établir établit/établissent établi~ établit/établirent établissant', {
    rest: '* base/quartier/état/camp/administration/bastion/campement/siège',
  }),
  ...regular('base', 'install implant instaur', {
    rest: '* base/quartier/état/camp/administration/bastion/campement/siège/positions/position',
  }),
  ...verbs('base', 'ouvrir ouvre/ouvrent ouvert~ ouvrit/ouvrirent ouvrant', {
    rest: '* base/camp/quartier',
  }),
  ...verbs('seize', tenir, { rest: 'désormais' }),
  {
    frame: 'seize',
    forms: {
      present:
        'contrôle/contrôlent désormais; tient/tiennent désormais; contrôlent/contrôle depuis; occupent/occupe depuis; occupent/occupe désormais; tiennent/tient depuis',
      past: 'remis la main sur; remis * main * sur; mis la main sur; fait main basse; hissé * drapeau; planté * drapeau; pris pied; pris * quartiers; raflé',
      participle: 'passé~ sous * contrôle/coupe; désormais sous * contrôle; désormais aux mains',
    },
  },
  ...verbs(
    'seize',
    'soumettre soumet/soumettent soumis~ soumit/soumirent soumettant, chasser chasse/chassent chassé~ chassa/chassèrent chassant, déloger déloge/délogent délogé~ délogea/délogèrent délogeant, bouter boute/boutent bouté~ bouta/boutèrent boutant',
    { rest: '* de; * hors de; * hors du; * du' },
  ),
  ...verbs('fall', 'céder cède/cèdent cédé céda/cédèrent cédant', { rest: 'devant; sans; aux; face' }),
  {
    frame: 'fall',
    withEtre: true,
    forms: {
      participle: 'changé de mains; changé de main; tombé~ entre * mains; basculé dans; passé~ à',
    },
  },
  {
    frame: 'enter',
    withEtre: true,
    forms: {
      participle:
        'arrivé~ à/au/dans; parvenu~ à; descendu~ sur; débarqué~ à; engouffré~ dans; introduit~ dans; déployé~ dans',
    },
  },
  ...verbs(
    'enter',
    'envahir envahit/envahissent envahi~ envahit/envahirent envahissant, investir investit/investissent investi~ investit/investirent investissant',
  ),
  {
    frame: 'enter',
    forms: {
      past: 'fait son entrée; fait leur entrée; fait une entrée; marché sur; défilé dans; défilé à; déferlé sur; déferlé dans',
    },
  },
  ...verbs(
    'leave',
    'retirer retire/retirent retiré~ retira/retirèrent retirant, replier replie/replient replié~ replia/replièrent repliant',
    { rest: 'de; du; d; des; hors de; vers', withEtre: true },
  ),
  ...regular('leave', 'désert vid', {
    rest: 'les lieux; la ville; la cité; la localité; le village; * village; * localité; * position; * positions',
  }),
  { frame: 'leave', forms: { past: 'en sont retirés; en est retiré; en sont partis; en est parti' } },
  {
    frame: 'base',
    forms: {
      past: 'pris ses/leurs quartiers; établi * quartier général; établi sa base; établi leur base; ont érigé * camp/base; installé * état major; installé * administration; installé * quartier',
    },
  },
  ...regular('seize', 'réoccup'),
  ...verbs(
    'seize',
    'réinvestir réinvestit/réinvestissent réinvesti~ réinvestit/réinvestirent réinvestissant, assujettir assujettit/assujettissent assujetti~ assujettit/assujettirent assujettissant',
  ),
  ...regular('seize', 'consolid', { rest: '* contrôle; * autorité; * emprise' }),
  ...verbs(
    'seize',
    'étendre étend/étendent étendu~ étendit/étendirent étendant, rétablir rétablit/rétablissent rétabli~ rétablit/rétablirent rétablissant',
    {
      rest: '* contrôle à/sur/jusqu; * contrôle; * emprise sur; * autorité sur; * autorité',
    },
  ),
  ...regular('seize', 'arrach', { rest: '* au; * aux; * à' }),
  ...regular('seize', 'nettoy débarrass'),
  {
    frame: 'seize',
    forms: {
      present: 'contrôle/contrôlent; occupe/occupent; tient/tiennent',
      past: 'devenus maîtres de/du/d/des; devenu maître de/du/d/des; maîtres de/du/des/d; prend pied; repris pied; repris possession; repris * main * sur; remis * main; fait tomber; fait sauter * verrou; hissé * couleurs; pris * commandes; drapeau * flotte/flottait',
      participle:
        'sous occupation; sous l occupation; sous la coupe; sous * emprise; au pouvoir; sous administration',
    },
  },
  {
    frame: 'fall',
    withEtre: true,
    forms: {
      participle: 'tombé~ dans * escarcelle/giron; passé~ dans; revenu~ sous * contrôle; retombé~',
      past: 'a basculé; échappe désormais; échappe à * contrôle; échappé à * contrôle',
    },
  },
  {
    frame: 'enter',
    forms: {
      past: 'de retour à/dans/au; repris pied à/dans/au; pris pied à/dans/au; fait leur retour; fait son retour; fait leur apparition; fait irruption dans la ville/cité; pris leurs quartiers; pris ses quartiers; foulé * sol; défilé * rues de/du/d; se pavanent; paradé dans',
    },
  },
  {
    frame: 'enter',
    withEtre: true,
    forms: {
      participle:
        'revenu~/retourné~ à/dans/au; redéployé~ à/dans; avancé~ jusqu; positionné~/stationné~/installé~ à/dans/au; introduit~ à; réinstallé~ à/dans',
    },
  },
  {
    frame: 'leave',
    forms: {
      past: 'plié bagage; levé le camp; levé * siège; vidé les lieux; lâché * position/positions/localité; libéré * localité/village; décroché; fait mouvement vers; pris la fuite; pris la poudre; déguerpi; décampé; battu en retraite; cédé du terrain; reculé',
    },
  },
  {
    frame: 'base',
    forms: {
      past: 'installé/nommé/désigné * administrateur/gouverneur/bourgmestre/administrateurs/chef/chefs; transféré * quartier/état; mis en place * administration; érigé * camp/campement/base/barrières; établi * quartiers; pris position dans le camp; aménagé * camp/base',
    },
  },
]);
