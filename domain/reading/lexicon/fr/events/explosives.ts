import { nouns } from '../../events/romance-rows.ts';
import { agreeing, regular } from './rows.ts';

export const explosivesFr = agreeing([
  nouns(
    'airstrike',
    'frappe/frappes aérienne/aériennes; frappe/frappes de drone/drones; raid/raids aérien/aériens; bombardement/bombardements aérien/aériens; attaque/attaques de drone/drones; frappe/frappes; attaque au drone',
  ),
  {
    frame: 'airstrike',
    forms: {
      past: 'drone/drones/avion/avions/hélicoptère/hélicoptères/sukhoi * bombardé/frappé/largué/tiré/visé/attaqué/pilonné; largué * bombe/bombes; drone * explosé',
      present: 'drone/drones/avion/avions/sukhoi * bombarde/bombardent/frappe/frappent/vise',
    },
  },
  ...regular('shelling', 'bombard pilonn'),
  nouns(
    'shelling',
    'bombardement/bombardements/pilonnage/pilonnages; tir/tirs d obus/artillerie/artilleries/roquettes/mortier/mortiers; tirs * artillerie; pluie d obus; chute d obus; jet d obus',
  ),
  {
    frame: 'shelling',
    forms: {
      past: 'obus/roquette/roquettes/missile/missiles/projectile/projectiles/engin/engins * tombé~/touché/explosé/atteint/frappé/tué/atterri/lancé~/tiré~/fait; bombe/bombes * tombé~/lancé~/largué~; tiré/lancé * obus/roquettes/bombes/mortiers',
    },
  },
  {
    frame: 'suicide',
    forms: {
      noun: 'attentat suicide/kamikaze; attentats suicides; double attentat suicide',
      past: 'kamikaze * explosé/explosa/exploser/attaqué/déclenché; fait exploser * ceinture/charge',
    },
  },
  {
    frame: 'grenade',
    forms: {
      past: 'lancé~/jeté~/dégoupillé * grenade/grenades; grenade * explosé/lancée/jetée',
      noun: 'attaque à la grenade; jet de grenade; explosion d une grenade; jets de grenades; explosion de grenade',
    },
  },
  {
    frame: 'explosion',
    forms: {
      past: 'bombe/mine/engin/bombes/mines/engins/charge/colis * explosé/détoné/sauté/tué; sauté/sauta/roulé sur * mine/engin; explosé; détoné; explosion/explosions * tué/fait/secoué/retenti/visé; heurté * mine/engin',
      noun: 'attentat à la bombe; attentat; attentats; explosion d une bombe/mine; engin explosif; mine antipersonnel; explosion d un engin; explosion de * mine/bombe/engin; bombe artisanale; explosions; explosion',
    },
  },
  {
    frame: 'airstrike',
    forms: {
      past: 'bombardé par * drone/drones/avion/avions/sukhoi; visé~/touché~/frappé~ par * drone/drones; tué~ par * drone/drones/frappe; largué * bombe/bombes/charge; drones * bombardé/frappé/visé/touché',
      noun: 'bombardement de * drone/drones; raid de drone/drones; frappes attribuées; frappe attribuée; drone kamikaze; drones kamikazes; attaques aériennes; attaque aérienne; bombardements de drones; bombardements de * drones',
    },
  },
  {
    frame: 'shelling',
    forms: {
      past: 'atteint/touché~ par * obus/roquette/missile/bombe/bombes; tirs * atteint/touché/visé; obus * tombé~; obus * abattu~; essuyé * obus; obus est tombé; bombes larguées sur; tué~ par * obus/roquette/missile',
      noun: 'obus sur; tirs de roquette/roquettes/missiles/missile; tir de missile; bombardement de; pilonnage de; salve de; explosion d un obus',
    },
  },
  {
    frame: 'explosion',
    forms: {
      past: 'sauté sur; explosé sur; explosé au passage; explosé près; explosé devant; explosé dans; explosé à; soufflé par',
      noun: 'attentat à l explosif; voiture piégée; camion piégé; véhicule piégé; moto piégée; colis piégé; mine terrestre; mine artisanale; engin explosif improvisé; eei; ied; attaque à l explosif; explosion au passage; explosion devant',
    },
  },
  {
    frame: 'suicide',
    forms: {
      noun: 'kamikaze; kamikazes; attaque suicide; attaque kamikaze; attentat kamikaze; ceinture explosive; voiture suicide; attentats kamikazes; double attentat',
      past: 'fait exploser sa; fait détoner; fait sauter; actionné * ceinture/charge; déclenché * ceinture/charge',
    },
  },
  {
    frame: 'airstrike',
    forms: {
      past: 'aviation/drones/drone/sukhoi/avions/avion/hélicoptères/hélicoptère * bombardé/pilonné/tué/fait/écrasé/abattu/explosé/mené/ciblé/visés/détruit/largué/lancé; bombe/bombes * largué~ par * avion/drone/drones/avions/sukhoi/aviation; bombardé * par * aviation/drone/drones/avion/avions',
      present: 'drone/drones/aviation * bombarde/bombardent/frappe/frappent/tue/tuent',
      noun: 'frappe de drones; attaque par drone; attaques par drones; bombardement * drone/drones; drone kamikaze; drones kamikazes; frappes * aviation; bombardement par * avion/drone; attaque aérienne; attaques aériennes; raid de drone; raid de drones',
    },
  },
  {
    frame: 'shelling',
    forms: {
      past: 'obus/bombes/bombe/roquettes/roquette/projectiles * abattu~/atteint/atteignent/ont/visé/détruit/blessé/coûté/provoqué/lâché~/larguées; largué * bombes * sur; tirs de mortier; fait tomber * bombes/obus',
      noun: 'tir/tirs de * obus/roquettes/mortier; tirs d artillerie; obus de mortier; jet de bombes; bombardements à * arme; lancement de roquettes; largage de bombes; tirs à l arme lourde sur; pilonnages',
    },
  },
  {
    frame: 'grenade',
    forms: {
      past: 'grenade/grenades * lancé~/jeté~/explosé~/dégoupillé~/tué/blessé/fait; lancé/jeté/balancé * grenade/grenades',
      noun: 'explosion/explosions de grenade/grenades; attaques à la grenade; attaque/attaques à la grenade/aux; attentat à la grenade; lancer de grenade',
    },
  },
  {
    frame: 'explosion',
    forms: {
      past: 'engin explosif * explosé/tué/sauté/fait/détoné; engin explosif improvisé * explosé/détoné/fait/tué; engin explosif artisanal * explosé/tué; sauté sur; sautés sur; sauter sur; percuté * mine/engin; explosion * fait/tué/coûté/blessé/provoqué; actionné * engin/bombe/charge; tué~ * par * explosion * mine/engin/bombe',
      noun: 'double explosion; attentat à la voiture; engin explosif improvisé; bombe artisanale; voiture piégée; explosion d * engin; explosion d * bombe; mine terrestre; colis piégé; explosion de bombe',
    },
  },
]);
