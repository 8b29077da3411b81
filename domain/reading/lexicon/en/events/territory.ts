import type { TriggerRow } from '../../../clauses/frames.ts';
import { nouns, verbs } from './rows.ts';

export const territoryEn: readonly TriggerRow[] = [
  ...verbs(
    'seize',
    'seize seizes seized seized seizing, capture captures captured captured capturing, conquer conquers conquered conquered conquering, overrun overruns overran overrun overrunning, occupy occupies occupied occupied occupying, recapture recaptures recaptured recaptured recapturing, retake retakes retook retaken retaking, liberate liberates liberated liberated liberating, reclaim reclaims reclaimed reclaimed reclaiming, reoccupy reoccupies reoccupied reoccupied reoccupying, regain regains regained regained regaining',
  ),
  ...verbs(
    'seize',
    'take takes took taken taking, seize seizes seized seized seizing, gain gains gained gained gaining, assume assumes assumed assumed assuming, regain regains regained regained regaining, retake retakes retook retaken retaking, wrest wrests wrested wrested wresting, win wins won won winning, secure secures secured secured securing',
    '* control of; control over; back * control of; * control from; control; hold of',
  ),
  ...verbs(
    'seize',
    'take takes took taken taking',
    'over; back; possession of; up positions in/around/at/inside; up position in/around/at/inside',
  ),
  ...verbs('seize', 'take takes took taken taking'),
  ...verbs('seize', 'win wins won won winning', 'back'),
  ...verbs(
    'seize',
    'drive drives drove driven driving, push pushes pushed pushed pushing, force forces forced forced forcing, flush flushes flushed flushed flushing, chase chases chased chased chasing, dislodge dislodges dislodged dislodged dislodging, expel expels expelled expelled expelling, oust ousts ousted ousted ousting',
    '* out of; * from; * and * from',
  ),
  nouns(
    'seize',
    'seizure/capture/takeover/recapture/conquest/liberation/occupation of; take over of; seizure/capture/takeover/recapture/occupation',
  ),
  {
    frame: 'seize',
    forms: {
      participle:
        'in command of; in full command of; in full control of; under * control of; in the hands of; under * control; under * rule of; under * rule',
    },
  },
  { frame: 'fall', forms: { either: 'lost' } },
  ...verbs(
    'fall',
    'fall falls fell fallen falling, pass passes passed passed passing, come comes came come coming',
    'to; into * hands of; into the hands; into * hands; under * control of; under * control',
  ),
  ...verbs('fall', 'fall falls fell fallen falling'),
  nouns('fall', 'fall of'),
  ...verbs(
    'enter',
    'enter enters entered entered entering, infiltrate infiltrates infiltrated infiltrated infiltrating',
  ),
  ...verbs(
    'enter',
    'march marches marched marched marching, move moves moved moved moving, push pushes pushed pushed pushing, roll rolls rolled rolled rolling, sweep sweeps swept swept sweeping, walk walks walked walked walking',
    'into',
  ),
  ...verbs(
    'leave',
    'withdraw withdraws withdrew withdrawn withdrawing, pull pulls pulled pulled pulling, retreat retreats retreated retreated retreating',
    'from; * from; out of; * out of; * troops/fighters/forces/men from; * troops/fighters/forces/men out of',
  ),
  ...verbs(
    'leave',
    'leave leaves left left leaving, vacate vacates vacated vacated vacating, abandon abandons abandoned abandoned abandoning, quit quits quit quit quitting',
  ),
  nouns('leave', 'withdrawal/pullout/retreat from; pull out from; withdrawal'),
  ...verbs('handover', 'hand hands handed handed handing', 'over; * over; * back'),
  ...verbs(
    'base',
    'establish establishes established established establishing, set sets set set setting, install installs installed installed installing, open opens opened opened opening',
    '* headquarters/base/camp/administration/garrison/outpost/stronghold; up * headquarters/base/bases/camp/administration/garrison/outpost/positions/position; * military base; * new base/administration/headquarters; * training camp; its headquarters',
  ),
  {
    frame: 'seize',
    forms: {
      present: 'now controls/control/hold/holds',
      past: 'raised * flag over/in/at; hoisted * flag over/in/at; planted * flag in/at/on; gained * foothold in; consolidated * control over/of; claimed * control of; made themselves masters of',
      either: 'annexed',
    },
  },
  { frame: 'seize', forms: { noun: 'control of * passed; in control of' } },
  {
    frame: 'fall',
    forms: {
      past: 'changed hands; slipped from * control; slipped out of; was lost; were lost',
      noun: 'loss of',
    },
  },
  ...verbs('enter', 'return returns returned returned returning', 'to; into'),
  {
    frame: 'enter',
    forms: {
      past: 'poured into; swept through; rode into; made * way into; made * entry into; walked in; marched in; moved in; settled in; installed themselves in',
      gerund: 'pouring into',
    },
  },
  ...verbs(
    'leave',
    'pull pulls pulled pulled pulling, fall falls fell fallen falling',
    'back from; back out of',
  ),
  ...verbs(
    'leave',
    'move moves moved moved moving, depart departs departed departed departing, march marches marched marched marching, retire retires retired retired retiring',
    'out of; from; away from',
  ),
  { frame: 'handover', forms: { past: 'ceded * to; surrendered * to; relinquished * control' } },
  {
    frame: 'base',
    forms: { past: 'settled at; made * headquarters; pitched * camp; dug in at; dug trenches' },
  },
  ...verbs(
    'seize',
    'clear clears cleared cleared clearing, free frees freed freed freeing, wrest wrests wrested wrested wresting',
  ),
  ...verbs(
    'seize',
    'extend extends extended extended extending, tighten tightens tightened tightened tightening, establish establishes established established establishing, restore restores restored restored restoring, impose imposes imposed imposed imposing',
    '* control over/of; * hold over/on; * grip on/over; * authority over/in',
  ),
  {
    frame: 'seize',
    forms: {
      past: 'in possession of; in * control of; in control of; masters of; in command of; rule over',
      either: 'overran',
      noun: 'retaking/reconquest/seizing/storming of',
    },
  },
  {
    frame: 'enter',
    forms: {
      past: 'advanced into; advanced inside; drove into; forced * way into; made * entrance into; arrived in; reached * centre/center of; paraded through; patrolled * streets of; took up residence in; came into; crossed into; flooded into',
      gerund: 'advancing into; streaming into; back in; once more in',
    },
  },
  ...verbs(
    'leave',
    'drive drives drove driven driving, march marches marched marched marching, file files filed filed filing, clear clears cleared cleared clearing, pull pulls pulled pulled pulling',
    'out; out of; away from',
  ),
  ...verbs('leave', 'give gives gave given giving', 'up'),
  ...verbs(
    'leave',
    'withdraw withdraws withdrew withdrawn withdrawing, retreat retreats retreated retreated retreating',
  ),
  { frame: 'leave', forms: { past: 'fled; were gone from; are gone from' } },
  {
    frame: 'base',
    forms: {
      past: 'installed/appointed/named * administrator/governor/mayor/administrators/chief/chiefs; opened * training camp; moved * headquarters to; built * base/camp; garrisoned',
    },
  },
];
