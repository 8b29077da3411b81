import type { TriggerRow } from '../../../clauses/frames.ts';
import { nouns, verbs } from './rows.ts';

export const operationEn: readonly TriggerRow[] = [
  ...verbs(
    'suspend',
    'suspend suspends suspended suspended suspending, halt halts halted halted halting, stop stops stopped stopped stopping, pause pauses paused paused pausing, cease ceases ceased ceased ceasing, shut shuts shut shut shutting, close closes closed closed closing, idle idles idled idled idling, interrupt interrupts interrupted interrupted interrupting, mothball mothballs mothballed mothballed mothballing, abandon abandons abandoned abandoned abandoning',
  ),
  {
    frame: 'suspend',
    forms: {
      noun: 'suspension of; halt to; stoppage of; closure of; shutdown of; suspension; shutdown; force majeure',
      either: 'come/came to a/* halt/standstill/stop',
      past: 'came to a halt/standstill; ground to a halt; put on hold; brought * to a halt/standstill; declared force majeure',
    },
  },
  ...verbs(
    'evacuate',
    'evacuate evacuates evacuated evacuated evacuating, withdraw withdraws withdrew withdrawn withdrawing, relocate relocates relocated relocated relocating, airlift airlifts airlifted airlifted airlifting',
  ),
  ...verbs(
    'evacuate',
    'pull pulls pulled pulled pulling, fly flies flew flown flying, move moves moved moved moving',
    '* staff/employees/workers/personnel/expatriates; out * staff/employees/workers/personnel; * staff/employees/workers/personnel out',
  ),
  nouns('evacuate', 'evacuation of; evacuation'),
  ...verbs(
    'restart',
    'restart restarts restarted restarted restarting, resume resumes resumed resumed resuming, reopen reopens reopened reopened reopening, recommence recommences recommenced recommenced recommencing',
  ),
  {
    frame: 'restart',
    forms: {
      noun: 'restart of; resumption of; reopening of; restart; return to work',
      past: 'returned to work; back in production; back to work',
    },
  },
  ...verbs(
    'close',
    'close closes closed closed closing, block blocks blocked blocked blocking, cut cuts cut cut cutting, shut shuts shut shut shutting, seal seals sealed sealed sealing, barricade barricades barricaded barricaded barricading, sever severs severed severed severing',
  ),
  nouns('close', 'closure of; blockade of; closure; blockade; blocking of'),
  {
    frame: 'suspend',
    forms: {
      past: 'at a standstill; has stopped; sent * home; wound down; laid up; put on care and maintenance; placed on care and maintenance; downed tools; stood down',
      participle: 'on hold',
      noun: 'standstill; stop to; cessation of; production stop; halt in; halt',
    },
  },
  ...verbs(
    'suspend',
    'put puts put put putting, bring brings brought brought bringing, place places placed placed placing',
    '* on hold; * to a halt; * to a standstill; * on care',
  ),
  {
    frame: 'evacuate',
    forms: {
      past: 'sent * home; taken out of; moved out of; brought out of; flown out of; moved to * safe; taken to * safe; flown out; moved to safety; taken to safety; brought to safety; left the site; taking * away; taken away; removed * staff/personnel/employees/workers; pulled out its; withdrawn * personnel/staff/employees',
      participle: 'flown to * safety',
    },
  },
  ...verbs(
    'restart',
    'start starts started started starting, begin begins began begun beginning, bring brings brought brought bringing, return returns returned returned returning, get gets got got getting',
    '* again; again; back * into operation/production; * back into operation/production; * mine back; to production; to operation; to normal',
  ),
  {
    frame: 'restart',
    forms: {
      noun: 'phased restart/resumption/return; gradual restart/resumption/return',
      past: 'back in operation; back into operation; working again; running again; operating again; producing again',
    },
  },
  ...verbs(
    'close',
    'bar bars barred barred barring, obstruct obstructs obstructed obstructed obstructing, interrupt interrupts interrupted interrupted interrupting, paralyse paralyses paralysed paralysed paralysing, suspend suspends suspended suspended suspending, halt halts halted halted halting',
  ),
  {
    frame: 'close',
    forms: {
      past: 'cut off; sealed off; shut down; closed off; blocked off; no longer passable',
      noun: 'roadblocks on; barricades on; road block; roadblock on',
    },
  },
  ...verbs(
    'suspend',
    'freeze freezes froze frozen freezing, discontinue discontinues discontinued discontinued discontinuing, curtail curtails curtailed curtailed curtailing, scale scales scaled scaled scaling, wind winds wound wound winding, down downs downed downed downing, order orders ordered ordered ordering, ban bans banned banned banning, revoke revokes revoked revoked revoking, withdraw withdraws withdrew withdrawn withdrawing',
    '* operations/production/mining/work/activities/activity/extraction/processing; down operations/production/work; tools; * to stop/halt/suspend/cease; * licence/license/permit',
  ),
  {
    frame: 'suspend',
    forms: {
      past: 'care and maintenance; placed * care and maintenance; put * care and maintenance; no longer operating; not operating; not producing; out of operation; out of action; offline; remains shut; is shut; been idle; stands idle; has been idle; lies idle; declared * force majeure; invoked force majeure; force majeure declared; taken the decision to cease/suspend/halt; decided to suspend/halt/cease/stop; taken * offline',
      noun: 'temporary halt; temporary suspension; temporary closure; precautionary shutdown; cessation; work stoppage; stop work order; production halt; standstill of',
    },
  },
  {
    frame: 'evacuate',
    forms: {
      past: 'pulled * staff/employees/workers/personnel/crews/teams; removed from * site; moved * staff/employees/workers/personnel; ordered * staff/employees/personnel/workers to leave; non essential * leave; demobilised * staff/contractors/personnel; drawn down; bussed out; withdrawn from * site/mine/camp; left the mine',
      noun: 'withdrawal of * staff/personnel/employees/workers; relocation of * staff/personnel/employees; airlift of; demobilisation of; drawdown of',
    },
  },
  {
    frame: 'restart',
    forms: {
      past: 'back to normal; back at work; back on stream; back online; back up and running; up and running again; lifted * suspension/ban/halt; lifted its force majeure; lifted force majeure; lifted the force; ramping up again; came back on stream; staff * returned to * mine/site',
      present: 'lifts * suspension/ban/halt/force; lift * suspension/ban/halt/force; lifts force majeure',
      noun: 'lifting of * suspension/ban/force; restart; ramp up; return to operations; return to production; return of * staff/workers to',
    },
  },
  ...verbs(
    'close',
    'blockade blockades blockaded blockaded blockading, block blocks blocked blocked blocking, isolate isolates isolated isolated isolating, shut shuts shut shut shutting, close closes closed closed closing',
    '* road/roads/highway/border/bridge/crossing/post; off; down',
  ),
  {
    frame: 'close',
    forms: {
      past: 'came to a standstill; at a standstill; impassable; remains closed; remains cut; remains shut; has been cut; was cut; were cut; been cut; is cut; are cut; banned * traffic/movement; erected * roadblocks/roadblock/barriers; set up * roadblocks/roadblock; put up * roadblock/roadblocks; stopped * traffic; turned back * trucks',
      noun: 'road closure; road closures; border closure; closure of * border/road/crossing; roadblocks; halt to traffic; suspension of traffic; suspension of * traffic',
    },
  },
];
