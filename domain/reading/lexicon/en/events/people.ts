import type { TriggerRow } from '../../../clauses/frames.ts';
import { nouns, verbs } from './rows.ts';

export const peopleEn: readonly TriggerRow[] = [
  ...verbs(
    'abduct',
    'abduct abducts abducted abducted abducting, kidnap kidnaps kidnapped kidnapped kidnapping',
  ),
  ...verbs(
    'abduct',
    'take takes took taken taking, hold holds held held holding',
    '* hostage; hostage; * captive; * hostages',
  ),
  nouns(
    'abduct',
    'abduction/abductions/kidnapping/kidnappings/kidnap of; abduction/kidnapping/kidnappings/abductions',
  ),
  ...verbs(
    'loot',
    'loot loots looted looted looting, pillage pillages pillaged pillaged pillaging, ransack ransacks ransacked ransacked ransacking, torch torches torched torched torching, plunder plunders plundered plundered plundering, raze razes razed razed razing',
  ),
  ...verbs(
    'loot',
    'burn burns burned burned burning, burn burns burnt burnt burning',
    'down; * houses/homes/huts/villages/shops/vehicles/trucks/church/school/market; to the ground; * to the ground',
  ),
  ...verbs('loot', 'set sets set set setting', 'fire to; * on fire; * ablaze; ablaze'),
  nouns('loot', 'looting of; pillaging of; burning of; looting'),
  ...verbs('rape', 'rape rapes raped raped raping'),
  ...verbs(
    'abduct',
    'snatch snatches snatched snatched snatching, capture captures captured captured capturing, seize seizes seized seized seizing',
  ),
  ...verbs(
    'abduct',
    'carry carries carried carried carrying, drag drags dragged dragged dragging, lead leads led led leading, march marches marched marched marching, take takes took taken taking, whisk whisks whisked whisked whisking, bundle bundles bundled bundled bundling',
    'off; away; * away; * into * bush/forest; * into the bush/forest; into * bush/forest/captivity; * captive; captive; with them; * hostage',
  ),
  ...verbs(
    'loot',
    'steal steals stole stolen stealing, rob robs robbed robbed robbing, empty empties emptied emptied emptying, destroy destroys destroyed destroyed destroying, strip strips stripped stripped stripping, burn burns burned burned burning, burn burns burnt burnt burning, vandalise vandalises vandalised vandalised vandalising',
  ),
  ...verbs(
    'loot',
    'make makes made made making, carry carries carried carried carrying, help helps helped helped helping, run runs ran run running, go goes went gone going',
    'off with; away with; off; away; themselves to; up in flames',
  ),
  {
    frame: 'loot',
    forms: {
      past: 'reduced to ashes; went up in flames; left to plunderers; left to looters',
      noun: 'pillage; plunder; arson; plundering; torching of; burning down; destruction of',
    },
  },
  ...verbs(
    'abduct',
    'recruit recruits recruited recruited recruiting, conscript conscripts conscripted conscripted conscripting, enlist enlists enlisted enlisted enlisting',
    'by force; * by force; * forcibly',
  ),
  {
    frame: 'abduct',
    forms: {
      past: 'forcibly recruited; forcibly conscripted; dragged from; dragged out; made off with * people/hostages/captives/children/villagers/miners; disappeared after; went missing after; seized by gunmen; led into captivity; took * prisoner; took * pupils/students/schoolgirls/schoolchildren/girls/villagers/worshippers/hostages/captives; held for ransom; carried off',
      noun: 'hostage taking; forced recruitment; disappearance of; abductions',
      either:
        'press ganged; kidnapped for ransom; taken from * car/cars/home/homes/house/houses/bus/vehicle/vehicles/village/field/fields/shop/bed/beds',
    },
  },
  {
    frame: 'loot',
    forms: {
      past: 'robbed of; stripped of; helped themselves; relieved of * belongings/money/goods; put to the torch; burnt to ashes; burned to ashes; reduced to rubble; gutted',
      noun: 'looting spree; acts of looting; arson attack; scorched earth; theft of * cattle/food/vehicles',
      gerund: 'setting fire; setting * ablaze; making off',
    },
  },
  ...verbs(
    'loot',
    'spirit spirits spirited spirited spiriting, cart carts carted carted carting',
    'away; off; * away',
  ),
  ...verbs('abduct', 'intercept intercepts intercepted intercepted intercepting'),
  ...verbs('rape', 'gang gangs ganged ganged ganging', 'raped'),
];
