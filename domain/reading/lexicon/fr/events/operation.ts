import { nouns, verbs } from '../../events/romance-rows.ts';
import { agreeing, mettre, regular } from './rows.ts';

export const operationFr = agreeing([
  nouns('suspend', 'arrêt/suspension/cessation/interruption/fermeture; mise à l arrêt; force majeure'),
  ...verbs(
    'suspend',
    'suspendre suspend/suspendent suspendu~ suspendit/suspendirent suspendant, interrompre interrompt/interrompent interrompu~ interrompit/interrompirent interrompant',
  ),
  ...regular('suspend', 'arrêt stopp cess ferm gel'),
  ...verbs('suspend', mettre, { rest: '* arrêt; * pause; à l arrêt; en veille' }),
  ...regular('evacuate', 'évacu rapatri'),
  ...regular('evacuate', 'retir', { rest: '* personnel/employés/travailleurs/équipes/expatriés/agents' }),
  nouns('evacuate', 'évacuation de/du/des/d; évacuation'),
  ...verbs(
    'restart',
    'reprendre reprend/reprennent repris~ reprit/reprirent reprenant, rouvrir rouvre/rouvrent rouvert~ rouvrit/rouvrirent rouvrant',
  ),
  ...regular('restart', 'relanc redémarr'),
  nouns(
    'restart',
    'reprise/redémarrage/réouverture/relance de/du/des/d/progressive/graduelle; reprise/redémarrage/réouverture; retour au travail',
  ),
  ...regular('close', 'ferm bloqu coup barricad'),
  ...verbs(
    'close',
    'interrompre interrompt/interrompent interrompu~ interrompit/interrompirent interrompant',
  ),
  nouns('close', 'fermeture de/du/des/d; blocage de/du/d; fermeture'),
  {
    frame: 'suspend',
    forms: {
      past: 'à l arrêt; mis à l arrêt; mise à l arrêt; au point mort; mis en pause; mis fin à; mis entre parenthèses; cessé ses; cessé toute; arrêté ses; arrêté la production; stoppé ses; tournent plus; ne tourne plus',
      participle: 'paralysé~',
    },
  },
  {
    frame: 'evacuate',
    forms: {
      past: 'renvoyé * personnel/employés/travailleurs chez; mis à l abri; mis en sécurité; quitté le site; quitté la mine; fait sortir; replié * personnel/employés/équipes/agents; fait partir * personnel/employés; en cours d évacuation; cours d évacuation',
      noun: 'repli du personnel; retrait du personnel; départ du personnel; rapatriement du/des/de',
    },
  },
  {
    frame: 'restart',
    forms: {
      past: 'remis en route; remise en route; remis en marche; remise en service; remis en service; repris progressivement; repris ses; repris le travail; de nouveau opérationnelle; à nouveau opérationnelle; tourne à nouveau; rouvert ses',
      noun: 'retour progressif; retour à la normale; reprise des activités/opérations; reprise de la production; reprise graduelle/progressive; remise en service; remise en route',
    },
  },
  {
    frame: 'close',
    forms: {
      past: 'barré~; érigé * barrière/barrières; condamné * route/axe; rendu impraticable; coupé la; coupé l; interdit * circulation/passage; fermé sa frontière; fermé ses frontières; fermé la frontière; fermé * frontière/frontières',
      noun: 'barricades sur; barrières sur; fermeture des frontières; fermeture de la frontière; trafic * interrompu/suspendu/paralysé; circulation * interrompue/suspendue/paralysée',
    },
  },
  ...regular('close', 'verrouill suspend paralys barr'),
  ...regular('suspend', 'invoqu déclar', { rest: '* force majeure' }),
  ...verbs('suspend', 'interdire interdit/interdisent interdit~ interdit/interdirent interdisant', {
    rest: '* exploitation/activités/production/extraction',
  }),
  {
    frame: 'suspend',
    forms: {
      past: 'à l arrêt; à l arrêt depuis; au chômage technique; mis en veilleuse; mis en sommeil; sous entretien et maintenance; mise sous cocon; cessé * opérations/activités/production; ne fonctionne plus; ne fonctionnent plus; tourne au ralenti; tourne plus; gelé ses; gelée; suspendu * opérations/activités/production; suspendues jusqu; suspendues depuis; a cessé',
      noun: 'suspension * activités/opérations/production/travaux; arrêt * activités/opérations/production; arrêt temporaire; suspension temporaire; cessation * activités; gel des activités; fermeture temporaire; fermeture provisoire; fermeture du site',
    },
  },
  {
    frame: 'evacuate',
    forms: {
      past: 'évacué * personnel/employés/travailleurs/agents/expatriés/équipes; ramené * personnel/employés; quitté * site/mine; démobilisé * personnel/employés; sorti * personnel/employés; acheminé * personnel/employés; retiré * personnel/employés',
      noun: 'évacuation * personnel/employés/travailleurs/expatriés/agents; retrait * personnel/employés; repli * personnel; démobilisation * personnel',
    },
  },
  {
    frame: 'restart',
    forms: {
      past: 'levé * suspension/mesure/interdiction; levé la force majeure; levée * suspension; suspension * levée; mesure * levée; relancé * production/activités/opérations; de retour au travail; ont repris; a repris; repris * production/activités/opérations',
      noun: 'levée * suspension/mesure/interdiction; levée de la force majeure; reprise * activités/opérations/production/travaux; redémarrage * activités/opérations/production/mine; remise en marche; retour * personnel/employés sur le site',
    },
  },
  ...regular('close', 'empêch', { rest: '* accéder; * d accéder; * accès' }),
  ...regular('close', 'obstru bloqu isol', {
    rest: '* route/axe/tronçon/frontière/pont/trafic/circulation/passage',
  }),
  {
    frame: 'close',
    forms: {
      past: 'coupée depuis; coupé depuis; coupée en; coupé le pont; érigé * barricades; placé * barrières; placé * barricades; interrompu * trafic/circulation; circulation * bloquée/coupée/paralysée/interrompue/suspendue; trafic * bloqué/coupé/paralysé/interrompu/suspendu; interdit d accès; infranchissable; devenue impraticable; bouclé * route/frontière/quartier; verrouillé * frontière/route; rompu * pont',
      noun: 'coupure de * route/axe; blocage * route/axe/frontière/circulation; interruption * trafic/circulation; suspension * trafic/circulation; fermeture * frontière/frontières/route/axe/poste/aéroport; paralysie * trafic/circulation',
    },
  },
]);
