import type { TriggerRow } from '../../../clauses/frames.ts';
import { nouns, verbs } from './rows.ts';

export const fightingEn: readonly TriggerRow[] = [
  ...verbs(
    'clash',
    'clash clashes clashed clashed clashing, skirmish skirmishes skirmished skirmished skirmishing, battle battles battled battled battling',
  ),
  ...verbs(
    'clash',
    'fight fights fought fought fighting',
    'with/against/each/off/for/over/back; between; alongside; * army/rebels/troops/soldiers/forces/militia',
  ),
  { frame: 'clash', forms: { either: 'fought' } },
  ...verbs(
    'clash',
    'exchange exchanges exchanged exchanged exchanging, trade trades traded traded trading',
    '* fire; * gunfire; * shots',
  ),
  ...verbs(
    'clash',
    'engage engages engaged engaged engaging',
    'with * rebels/fighters/militants/soldiers/army/troops/forces/militiamen; * rebels/fighters/militants/militiamen/insurgents; in * combat/firefight/battle/fighting',
  ),
  nouns(
    'clash',
    'clash/clashes/fighting/firefight/firefights/gunfight/gunfights/gunbattle/skirmish/skirmishes/shootout/combat/hostilities; gun battle/battles; heavy/fierce/intense/pitched/fresh/deadly battle/battles; battle/battles between/for/with/near/around/at/in; exchange/exchanges of fire/gunfire; fire fight; armed/violent confrontation/confrontations; heavy/sustained gunfire',
  ),
  ...verbs(
    'repel',
    'repel repels repelled repelled repelling, repulse repulses repulsed repulsed repulsing, foil foils foiled foiled foiling, thwart thwarts thwarted thwarted thwarting',
    '* attack/assault/raid/offensive/attackers/rebels/assailants/insurgents/fighters/militants; * attempt',
  ),
  ...verbs(
    'attack',
    'attack attacks attacked attacked attacking, raid raids raided raided raiding, ambush ambushes ambushed ambushed ambushing, assault assaults assaulted assaulted assaulting, storm storms stormed stormed storming',
  ),
  ...verbs(
    'attack',
    'target targets targeted targeted targeting, hit hits hit hit hitting, strike strikes struck struck striking',
  ),
  ...verbs('attack', 'open opens opened opened opening', 'fire on; fire at; fire'),
  ...verbs(
    'attack',
    'launch launches launched launched launching, carry carries carried carried carrying, stage stages staged staged staging, mount mounts mounted mounted mounting, conduct conducts conducted conducted conducting',
    '* attack/attacks/assault/raid/raids/ambush/incursion/offensive/offensives; out * attack/attacks/assault/raid/raids/ambush/massacre/incursion',
  ),
  ...verbs('attack', 'come comes came come coming', 'under attack/fire; under * attack'),
  nouns(
    'attack',
    'attack/attacks/raid/raids/ambush/ambushes/assault/assaults/massacre/massacres/incursion/incursions/killings/bloodbath/onslaught/shooting',
  ),
  ...verbs(
    'kill',
    'kill kills killed killed killing, massacre massacres massacred massacred massacring, behead beheads beheaded beheaded beheading, execute executes executed executed executing, slaughter slaughters slaughtered slaughtered slaughtering, murder murders murdered murdered murdering, decapitate decapitates decapitated decapitated decapitating, assassinate assassinates assassinated assassinated assassinating',
  ),
  ...verbs(
    'kill',
    'shoot shoots shot shot shooting, hack hacks hacked hacked hacking, gun guns gunned gunned gunning, stab stabs stabbed stabbed stabbing',
    'dead; * dead; to death; * to death; down; and killed; * and killed',
  ),
  ...verbs('kill', 'claim claims claimed claimed claiming', '* lives; the lives'),
  ...verbs(
    'kill',
    'leave leaves left left leaving',
    '* dead; * people/civilians/soldiers dead; at least * dead; * * dead',
  ),
  {
    frame: 'kill',
    forms: {
      past: 'died; lost their lives; lost his life; lost her life',
      noun: 'killing of; murder of; execution of; beheading of',
    },
  },
  {
    frame: 'clash',
    forms: {
      past: 'shots rang out; gunfire rang; gunfire erupted; shots were heard; gunfire was heard; heavy weapons * heard; came to grips; faced off; confronted; traded blows',
      noun: 'exchange of shots; exchanges of shots; heavy weapons fire; detonations of heavy weapons; street fighting; armed clash; shoot out; crossfire; artillery duel; counterattack; counter offensive',
      present: 'rages between; pits',
    },
  },
  ...verbs(
    'clash',
    'confront confronts confronted confronted confronting, pit pits pitted pitted pitting, oppose opposes opposed opposed opposing',
    'rebels/fighters/army/soldiers/militia/troops; * against; army * to; each other',
  ),
  ...verbs(
    'repel',
    'push pushes pushed pushed pushing, beat beats beat beaten beating, drive drives drove driven driving, fend fends fended fended fending, force forces forced forced forcing',
    'back * attack/assault/rebels/attackers/fighters/militants/assailants; off * attack/assault/raid/attackers; back the',
  ),
  ...verbs(
    'attack',
    'fire fires fired fired firing, shoot shoots shot shot shooting',
    'on; at; into; upon; indiscriminately; * people/civilians/men/women/passengers/drivers/farmers/villagers/residents/miners/traders/soldiers/policemen',
  ),
  ...verbs(
    'attack',
    'fall falls fell fallen falling, drive drives drove driven driving, walk walks walked walked walking, run runs ran run running',
    'into * ambush; into * trap; upon',
  ),
  ...verbs(
    'attack',
    'descend descends descended descended descending, swoop swoops swooped swooped swooping, set sets set set setting, prey preys preyed preyed preying',
    'on; upon',
  ),
  ...verbs('attack', 'beat beats beat beaten beating', 'up'),
  ...verbs('attack', 'lay lays laid laid laying, spring springs sprang sprung springing', '* ambush'),
  ...verbs(
    'attack',
    'invade invades invaded invaded invading, besiege besieges besieged besieged besieging, surprise surprises surprised surprised surprising, assail assails assailed assailed assailing',
  ),
  {
    frame: 'attack',
    forms: {
      gerund: 'breaking into; bursting into',
      past: 'broke into; burst into; stormed into; sprayed * bullets; riddled * bullets; came under fire; came under attack; was the target of; were the target of; went on the rampage; went on a rampage',
      noun: 'gun attack; armed robbery; night raid; machete attack; knife attack; slaughter; carnage; hold up; holdup',
    },
  },
  ...verbs(
    'kill',
    'slay slays slew slain slaying, butcher butchers butchered butchered butchering, perish perishes perished perished perishing',
  ),
  ...verbs(
    'kill',
    'burn burns burned burned burning, burn burns burnt burnt burning',
    'to death; alive; * alive; * to death',
  ),
  ...verbs('kill', 'cut cuts cut cut cutting', '* throats; * throat; down * people/civilians/villagers'),
  ...verbs(
    'kill',
    'put puts put put putting, mow mows mowed mown mowing, stab stabs stabbed stabbed stabbing, hack hacks hacked hacked hacking, club clubs clubbed clubbed clubbing, beat beats beat beaten beating',
    'to death; down; * to death',
  ),
  ...verbs(
    'kill',
    'cost costs cost cost costing, take takes took taken taking',
    '* lives; the lives; * life',
  ),
  {
    frame: 'kill',
    forms: {
      either: 'fatally shot/wounded/stabbed; mortally wounded; martyred',
      past: 'were dead; lay dead; lost their life; paid with their lives; opened fire killing; bodies * found/recovered/discovered',
      noun: 'death toll; toll; bodies; dead; death of; deaths of; slaying of; murders of; massacre of',
    },
  },
  ...verbs(
    'clash',
    'neutralise neutralises neutralised neutralised neutralising, neutralize neutralizes neutralized neutralized neutralizing, eliminate eliminates eliminated eliminated eliminating',
  ),
  ...verbs(
    'clash',
    'trade trades traded traded trading, lock locks locked locked locking, cross crosses crossed crossed crossing',
    '* shots; in combat; in * fighting; * swords',
  ),
  {
    frame: 'clash',
    forms: {
      past: 'came to blows; came under * fire; gunfire echoed; gunfire crackled; gunfire rocked; exchanged * gunfire',
      noun: 'armed encounter; encounter/encounters with/between; fresh encounter; gunfire exchange; gun fight; exchange of * fire; house to house fighting; firefight; showdown between; heavy combat; battles',
    },
  },
  ...verbs(
    'attack',
    'fall falls fell fallen falling, swoop swoops swooped swooped swooping, pounce pounces pounced pounced pouncing, charge charges charged charged charging',
    'on * detachment/base/camp/position/positions/post/garrison/convoy/village/villagers/patrol/town/column/barracks; upon; down on',
  ),
  {
    frame: 'attack',
    forms: {
      past: 'went from * to * killing; wreaked havoc; terrorised; terrorized; laid siege to; opened up on; rained bullets; waylaid; was ambushed; were ambushed; were set upon; was set upon; was stormed; used * firearms against; used live; came under * attack; forced * way into',
      noun: 'armed attack; terror attack; terrorist attack; jihadist attack; rebel attack; night time attack; dawn raid; dawn attack; rampage; killing spree; bloodshed; lethal ambush; massacre at/in',
    },
  },
  ...verbs('kill', 'shoot shoots shot shot shooting', 'by; him; her; them; several; at least; and * wounded'),
  ...verbs(
    'kill',
    'strangle strangles strangled strangled strangling, disembowel disembowels disembowelled disembowelled disembowelling, decimate decimates decimated decimated decimating, immolate immolates immolated immolated immolating, machete machetes macheted macheted macheting, exterminate exterminates exterminated exterminated exterminating, spear spears speared speared spearing',
  ),
  {
    frame: 'kill',
    forms: {
      past: 'were left dead; met * death; met their deaths; lost * life; bled to death; fell to * bullets; fell under * bullets; cut down by; mown down by; throats * cut/slit; found * decapitated/beheaded; put to death; fallen to',
      noun: 'assassination of; beheadings; lynching of; executions of; slaughter of; shooting of; shooting dead of',
      either: 'summarily executed; extrajudicially killed; tortured to death; done to death',
    },
  },
  ...verbs(
    'kill',
    'leave leaves left left leaving, make makes made made making',
    'at least * people/civilians/soldiers dead; * victims; * killed; * people killed',
  ),
];
