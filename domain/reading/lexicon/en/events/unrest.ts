import type { TriggerRow } from '../../../clauses/frames.ts';
import { nouns, verbs } from './rows.ts';

export const unrestEn: readonly TriggerRow[] = [
  ...verbs(
    'protest',
    'protest protests protested protested protesting, demonstrate demonstrates demonstrated demonstrated demonstrating',
  ),
  ...verbs(
    'protest',
    'take takes took taken taking',
    'to * streets; part in * protest/demonstration/march/rally',
  ),
  ...verbs(
    'protest',
    'stage stages staged staged staging, hold holds held held holding, organise organises organised organised organising, organize organizes organized organized organizing',
    '* protest/protests/demonstration/march/rally; * sit in; a peaceful * march/protest',
  ),
  ...verbs(
    'protest',
    'march marches marched marched marching',
    'through; in; to; against; on; peacefully; for',
  ),
  nouns('protest', 'protest/protests/demonstration/demonstrations/rally; sit in; protest march'),
  ...verbs(
    'disperse',
    'disperse disperses dispersed dispersed dispersing',
    '* protesters/demonstrators/crowd/protest/demonstration/march/marchers/rally/miners/residents; ',
  ),
  ...verbs(
    'disperse',
    'fire fires fired fired firing, use uses used used using',
    '* tear gas; * at protesters/demonstrators; * on protesters/demonstrators/crowd',
  ),
  ...verbs(
    'disperse',
    'break breaks broke broken breaking',
    'up * rally/protest/demonstration/march/sit/gathering',
  ),
  ...verbs('disperse', 'open opens opened opened opening', 'fire * protesters/demonstrators/crowd/marchers'),
  ...verbs('riot', 'riot riots rioted rioted rioting'),
  ...verbs('riot', 'throw throws threw thrown throwing, hurl hurls hurled hurled hurling', '* stones/rocks'),
  ...verbs(
    'riot',
    'burn burns burned burned burning, erect erects erected erected erecting, set sets set set setting',
    '* tyres/tires/barricades; up * barricades/barricade; * barricade',
  ),
  nouns('riot', 'riot/riots/rioting; violent protest/protests/demonstration/demonstrations'),
  ...verbs('lynch', 'lynch lynches lynched lynched lynching'),
  {
    frame: 'lynch',
    forms: { past: 'mob/crowd * killed/beat/stoned/burned/burnt/lynched; beaten to death; stoned to death' },
  },
  {
    frame: 'protest',
    forms: {
      past: 'rallied; gathered to demand; gathered to protest; gathered to denounce; blocked traffic to protest; walked through * streets; filled the streets; marched',
      noun: 'rally; march; marches; vigil for; day of anger; protest action; peaceful march',
    },
  },
  {
    frame: 'disperse',
    forms: {
      past: 'fired * warning shots; fired * rubber; fired live; fired * live * at; shot at * protesters/demonstrators/crowd; charged * crowd/protesters; scattered * protesters/demonstrators/crowd; violently * dispersed',
      either: 'broken up by * police/army/soldiers',
    },
  },
  {
    frame: 'riot',
    forms: {
      past: 'pelted * with stones; threw stones; set tyres; burnt tyres; burned tyres; put up barricades; clashed with police; clashed with * police/security/soldiers; smashed * windows; ransacked by * protesters/demonstrators; stormed * gates',
      noun: 'disturbances; running battles with police; stone throwing',
    },
  },
  {
    frame: 'lynch',
    forms: {
      past: 'burned alive by; burnt alive by; stoned by; beaten by * crowd/mob; killed by * crowd/mob; set upon by * crowd/mob',
      noun: 'mob justice; lynching',
    },
  },
  {
    frame: 'protest',
    forms: {
      past: 'staged a sit; downed * shutters; turned out to demand; came out to demand; came out to protest; gathered outside; gathered in front of; observed a shutdown; carried placards; chanted slogans; blocked * entrance/gate/gates/access/entrances; barred access to; stay at home protest; picketed',
      noun: 'picket; stay away; general shutdown; stayaway; dead city; blockade of * mine/entrance/site',
    },
  },
  {
    frame: 'disperse',
    forms: {
      past: 'fired on * protesters/demonstrators/crowd/marchers; fired at * protesters/demonstrators/crowd; fired into * crowd; used * water cannon; used * live * disperse; fired tear gas; beat * protesters/demonstrators; put down * protest/demonstration/riot; shot dead * protesters/demonstrators/marchers; shot * protesters/demonstrators; opened fire on * protesters/demonstrators/crowd/marchers; fired * bullets * protesters/crowd/demonstrators',
      noun: 'crackdown on * protest/protests/protesters/demonstrators/demonstration; repression of * protest/demonstration; tear gas',
      either:
        'broken up with * tear/batons; dispersed by; dispersed with; suppressed by; protesters/demonstrators * killed/shot/wounded * police/soldiers/army/forces',
    },
  },
  {
    frame: 'riot',
    forms: {
      past: 'attacked * police station/post; set * tyres/tires; burning tyres; hurled stones; lobbed stones; vandalised * offices/cars/property; ransacked * offices/office/headquarters; fought * police; running battles; went on the rampage through; rampaged through; tore down',
      noun: 'street battles; unrest; clashes between * police * protesters; clashes between * protesters * police; skirmishes between * protesters; violent unrest; mob violence',
    },
  },
  {
    frame: 'lynch',
    forms: {
      past: 'mob/crowd * attacked/hacked/set; lynched by; beaten to death by; stoned to death by; clubbed to death by; killed by * angry; set alight by',
    },
  },
];
