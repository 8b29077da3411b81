import type { TriggerRow } from '../../../clauses/frames.ts';
import { nouns, verbs } from './rows.ts';

export const explosivesEn: readonly TriggerRow[] = [
  nouns(
    'airstrike',
    'airstrike/airstrikes; air strike/strikes/raid/raids/attack/bombardment; aerial bombardment/bombing/attack/strikes; drone strike/strikes/attack/attacks/bombing; shahed attack/attacks/strike/drone/drones; bombing raid; missile strike',
  ),
  ...verbs('airstrike', 'bomb bombs bombed bombed bombing'),
  {
    frame: 'airstrike',
    forms: {
      either: 'killed/wounded/hit/struck/injured by * drone/drones/airstrike/airstrikes/warplane/jet',
      noun: 'the strike; strikes on/against',
    },
  },
  {
    frame: 'shelling',
    forms: {
      either: 'killed/wounded/hit/struck/injured by * shell/shells/mortar/rocket/rockets/missile/artillery',
      past: 'bomb/bombs/device/devices/projectile/projectiles * landed/fell',
      noun: 'bombing of',
    },
  },
  {
    frame: 'airstrike',
    forms: {
      past: 'warplane/warplanes/drone/drones/jet/jets/aircraft/helicopter/helicopters/bombs * hit/struck/bombed/destroyed/attacked/targeted/fired/dropped; dropped * bombs/bomb/explosives',
      present: 'drone/drones/jet/jets/warplanes/warplane/airstrike/airstrikes hits/hit/kills/kill/strikes',
    },
  },
  ...verbs(
    'shelling',
    'shell shells shelled shelled shelling, bombard bombards bombarded bombarded bombarding',
  ),
  nouns(
    'shelling',
    'shelling/bombardment/bombardments; mortar/artillery/rocket fire/attack/attacks/barrage/shelling/shells/rounds; rocket attack/attacks/fire',
  ),
  {
    frame: 'shelling',
    forms: {
      past: 'shells/shell/mortar/mortars/rockets/rocket/artillery/missile/missiles * hit/struck/fell/landed/exploded/slammed/killed/crashed; fired * mortars/rockets/shells/mortar/artillery/missiles; lobbed * shells/mortars; pounded',
    },
  },
  {
    frame: 'suicide',
    forms: {
      noun: 'suicide bombing/bombings/attack/blast; suicide car bomb',
      past: 'suicide bomber/bombers * blew/detonated/attacked/killed/struck; blew himself/herself/themselves up; detonated * vest/belt',
    },
  },
  {
    frame: 'grenade',
    forms: {
      past: 'threw/hurled/lobbed/tossed * grenade/grenades; grenade * exploded/thrown/hurled/tossed/lobbed/went',
      noun: 'grenade attack/explosion/blast/attacks',
    },
  },
  {
    frame: 'explosion',
    forms: {
      past: 'bomb/bombs/mine/landmine/landmines/ied/device/devices/explosives * exploded/detonated/blew/killed/struck; went off; hit * mine/landmine/ied/bomb; struck * landmine/mine/ied/bomb/device; drove over * mine/landmine/ied; ran over * mine/landmine/ied/device; stepped on * mine/landmine/ied; triggered * mine/landmine/ied; set off * explosive/explosives/bomb/bombs/device',
      noun: 'car bomb; bomb/landmine/mine/ied blast/explosion/attack/explosions/blasts; landmine; roadside bomb/bombing; improvised explosive device; bombing; bombings; explosion of * bomb/landmine/device; explosions',
    },
  },
  {
    frame: 'airstrike',
    forms: {
      past: 'dropped by * drone/plane/aircraft; rained * bombs; fired from * drone/drones/helicopter/aircraft; unmanned aircraft * hit/struck/bombed',
      noun: 'aerial raid/raids; air raid; strikes; kamikaze drone/drones; drone raid; aerial strike; air bombardment; bombing by * drone/plane/aircraft/jet/jets/warplanes',
    },
  },
  {
    frame: 'shelling',
    forms: {
      past: 'rained down on; came down on; shells rained; fired * salvo; hit by * shell/shells/rocket/mortar/missile; struck by * shell/rocket/mortar/missile',
      noun: 'shell fire; mortar bombs; artillery bombardment; stray shell/shells; missile attack',
    },
  },
  {
    frame: 'explosion',
    forms: {
      present:
        'bomb/bombs/mine/landmine/landmines/ied/device/devices/explosives/blast/blasts/explosion/explosions * explodes/explode/detonates/detonate/kills/kill/rips/rip/rocks/rock/hits/hit/injures/injure/wounds/wound; goes off; blows up; blow up',
      past: 'blew up; was blown up; were blown up; blown apart by; exploded under; exploded in; exploded at; exploded near; exploded on; exploded inside; detonated in; detonated at; packed with explosives',
      noun: 'blast/blasts at/in/near/on; bomb attack; bomb blast; truck bomb; lorry bomb; car bombing; explosion at/in/near/on',
    },
  },
  {
    frame: 'suicide',
    forms: {
      noun: 'suicide bomber; suicide bombers',
      past: 'blew himself; blew herself; blew themselves; set off * vest; explosive vest',
    },
  },
  {
    frame: 'airstrike',
    forms: {
      past: 'drone/drones/warplane/warplanes/jets/jet/aircraft/helicopter/helicopters * killed/wounded/injured/exploded/slammed/smashed/pounded/strafed/shelled/flattened/released/carried/obliterated/incinerated/levelled; drone/drones/warplane/warplanes/jets/jet/aircraft/helicopter/helicopters * wiped/knocked/took out; dropped from * drone/drones/plane/planes/aircraft/helicopter; dropped by * drones/planes; bombed from * air; bombs dropped',
      noun: 'drone crash; drone explosion; attack by * drone/drones; strike by * drone/drones; drone assault; aerial bombs; barrel bombs; air strike on; missile and drone attack; loitering munition',
      either: 'killed/wounded/hit/struck/injured in * airstrike/airstrikes/drone/bombing/air',
    },
  },
  {
    frame: 'shelling',
    forms: {
      past: 'bomb/bombs/shells/rockets/mortars * fired/lobbed/launched * hit/struck/landed/fell/killed; mortar bombs * fell/landed; round/rounds * landed/fell/hit/struck; projectiles * rained; under * shelling; shell/shells * left/tore/claimed/wounded; rockets/rocket * wounded/destroyed',
      noun: 'shell fire; rocket strike/strikes; missile strikes; mortar strike/strikes; artillery strike/strikes; exchange of artillery; bombing of * camp/town/village/hospital/market; tank fire; indirect fire',
    },
  },
  {
    frame: 'grenade',
    forms: {
      present: 'grenade/grenades * explodes/explode/kills/kill/wounds/injures',
      past: 'grenades * thrown/hurled/tossed/lobbed/exploded/went/detonated; grenade * detonated/landed/killed/wounded; grenades * killed/wounded',
      noun: 'grenade blasts; grenade blast; grenade explosions; grenades thrown; throwing of * grenade/grenades; hand grenade attack',
    },
  },
  {
    frame: 'explosion',
    forms: {
      past: 'blast/explosion/blasts/explosions * ripped/tore/killed/rocked/shook/wounded/injured/struck/claimed/destroyed/hit; bomb/bombs/device * went/ripped/tore/rocked/planted; blew * up; vehicle/truck/car/motorcycle * mine; drove onto * mine; hit by * mine/ied/bomb/bombs; killed by * mine/landmine/ied/bomb/explosion; killed in * explosion/blast',
      noun: 'twin/double blasts/bombings/explosions/bombing; bomb explosion/explosions; explosive device; explosive devices; booby trap; booby trapped; anti personnel mine; mine blast',
    },
  },
];
