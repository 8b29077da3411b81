import { nouns, verbs } from '../../events/romance-rows.ts';
import { agreeing, mettre, prendre, regular } from './rows.ts';

export const peopleFr = agreeing([
  ...regular('abduct', 'kidnapp séquestr'),
  ...verbs('abduct', 'enlever enlève/enlèvent enlevé~ enleva/enlevèrent enlevant'),
  ...verbs('abduct', `${prendre}`, { rest: '* otage/otages; en otage' }),
  ...regular('abduct', 'emmen', {
    rest: '* otages; * force; * brousse; * forêt; de force; dans la brousse; en captivité; * captivité',
  }),
  nouns('abduct', 'enlèvement/enlèvements/kidnapping/kidnappings/rapt/rapts; prise d otages'),
  ...regular('loot', 'pill incendi saccag dévalis brûl vandalis vid razzi emport dépouill cambriol'),
  ...verbs('loot', 'détruire détruit/détruisent détruit~ détruisit/détruisirent détruisant', {
    rest: '* maisons/cases/habitations/boutiques/écoles/magasins',
  }),
  ...verbs('loot', mettre, { rest: 'le feu; à sac; * feu' }),
  nouns('loot', 'pillage/pillages/incendie/saccage de/du/des/d; pillage/pillages; scènes de pillage'),
  ...regular('rape', 'viol'),
  {
    frame: 'abduct',
    forms: {
      past: 'emmené avec eux; emmené * otages; emmené * habitants/personnes/civils/villageois/otages; emmené une centaine; emmené une dizaine; emmené une vingtaine; emmené plusieurs; emporté * otages; capturé * civils/otages/habitants/villageois; pris en otage; prises en otage; pris * otages; retenu~ en otage; portés disparus; portées disparues; conduits en brousse; conduit en brousse; traîné * brousse/forêt; forcé * porter',
      noun: 'disparition forcée; prise en otage; otages; enlevés par; kidnappés par',
    },
  },
  {
    frame: 'loot',
    forms: {
      past: 'mis à sac; mise à sac; mis le feu; mis en feu; emporté * vivres/bétail/biens/vaches/médicaments/argent/chèvres/marchandises; volé * bétail/vaches/biens/vivres; dérobé; réduit en cendres; réduite en cendres; réduites en cendres; parties en fumée; partie en fumée; calciné~; raflé * biens/vivres; fait main basse sur',
      noun: 'vol de; vols de; saccage; destructions; destruction de; maisons brûlées/incendiées; incendie de * maisons/cases; mise à sac',
    },
  },
  ...regular('loot', 'ravag ras dévast', {}),
  ...regular('abduct', 'emmen emport', {
    rest: '* jeunes/personnes/civils/femmes/hommes/enfants/habitants/villageois/filles/commerçants/creuseurs/orpailleurs/fidèles/élèves/agriculteurs/chauffeurs/voyageurs; par * ravisseurs/assaillants/rebelles/hommes/inconnus/miliciens; vers * destination/forêt/brousse',
  }),
  ...regular('abduct', 'enrôl recrut', { rest: 'de force; * de force; par force' }),
  {
    frame: 'abduct',
    forms: {
      past: 'portés disparus; portées disparues; porté disparu; pris en otage; prise en otage; prises en otage; tombé~ entre * ravisseurs; fait prisonniers; conduits vers une destination inconnue; emmenés vers * destination; en captivité',
      noun: 'enlèvements; rapt de; prise d otage; prises d otages; recrutement forcé; recrutements forcés; disparition de; enrôlement forcé',
    },
  },
  ...verbs('loot', 'réduire réduit/réduisent réduit~ réduisit/réduisirent réduisant', {
    rest: 'en cendres; * en cendres',
  }),
  {
    frame: 'loot',
    forms: {
      past: 'mis à feu; mis le feu; parti~ en fumée; calcinés; fait main basse sur * vivres/biens/bétail/stocks/médicaments; ont emporté; a emporté; délesté; dépouillés de * biens; livré au pillage; livrée au pillage; vandalisé',
      noun: 'vol à main armée; vandalisme; incendies de; incendie de; destruction de * maisons/cases/écoles/biens; actes de pillage; pillage systématique; rafle de * bétail/biens',
    },
  },
]);
