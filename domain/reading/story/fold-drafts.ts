import type { SubType } from '../../acled.ts';
import { eventTypeOf } from '../../acled.ts';
import type { Claim } from '../claims/claims.ts';
import { phrases } from '../lexicon/modality/phrases.ts';
import type { PlaceTie } from '../places/event-place.ts';
import type { Draft } from './draft.ts';
import type { EventDate } from './event-date.ts';
import { isBoast } from './event-deaths.ts';
import { familyOf, violence } from './same-event.ts';

const revised = new RegExp(`\\b${phrases.revisedTolls}\\b`, 'i');

const dateRank: Record<EventDate['tie'], number> = { said: 0, inherited: 1, attribution: 2, publication: 3 };
const placeRank: Record<PlaceTie, number> = { object: 0, sentence: 1, inherited: 2, dateline: 3 };

/** Adds to an event what a further clause says of it. */
export function fold(known: Draft, more: Draft): void {
  known.claims.push(...more.claims);
  for (const actor of more.actors) if (!known.actors.includes(actor)) known.actors.push(actor);
  for (const agent of more.agents)
    if (known.agents.length === 0 || more.subType === known.subType) addOnce(known.agents, agent);
  const [a, b] = [known.date, more.date];
  if (dateRank[b.tie] < dateRank[a.tie] || (b.tie === a.tie && b.precision < a.precision)) known.date = b;
  const isFiner = more.place.locationPrecision < known.place.locationPrecision;
  if (placeRank[more.placeTie] < placeRank[known.placeTie] || (isFiner && more.placeTie !== 'inherited')) {
    known.place = more.place;
    known.placeTie = more.placeTie;
  }
  // "A church was burned. Six people died": an attack after all.
  const isDeadly = more.claims.every(({ frame }) => frame === 'kill') && more.deaths !== null;
  if (known.subType === 'Looting/property destruction' && isDeadly) known.subType = 'Attack';
  known.deaths = laterToll(known, more);
  if (more.isEvacuated) known.isEvacuated = true;
  const wasKill = known.claims.slice(0, -more.claims.length).every(({ frame }) => frame === 'kill');
  const isKill = more.claims.every(({ frame }) => frame === 'kill');
  if (
    familyOf(known.subType) === 'protest' &&
    eventTypeOf(more.subType) !== 'Protests' &&
    eventTypeOf(more.subType) !== 'Riots'
  )
    known.subType =
      known.subType === 'Violent demonstration' ? known.subType : 'Excessive force against protesters';
  else if (known.subType === 'Looting/property destruction' && familyOf(more.subType) === 'protest')
    known.subType = 'Violent demonstration';
  else if (
    wasKill &&
    !isKill &&
    violence.includes(more.subType) &&
    !(more.subType === 'Armed clash' && known.claims.some(({ roles }) => roles.victims.length > 0)) &&
    more.claims.every(
      ({ judgement }) => judgement.voice !== 'noun' || eventTypeOf(more.subType) !== 'Battles',
    )
  )
    known.subType = more.subType;
  else known.subType = finerOf(known.subType, more.subType);
}

function addOnce(list: string[], item: string): void {
  if (!list.includes(item)) list.push(item);
}

/** The revised toll, or the larger one: a smaller number told later is mostly a part of the whole. */
function laterToll(known: Draft, more: Draft): Claim['deaths'] {
  if (!more.deaths || eventTypeOf(known.subType) === 'Strategic developments') return known.deaths;
  if (!known.deaths) return more.deaths;
  // What one side says it did outweighs no count.
  if (more.claims.every(({ analysis }) => isBoast(analysis))) return known.deaths;
  const [a, b] = [known.deaths, more.deaths].map(({ best, low, high }) => best ?? low ?? high ?? 0) as [
    number,
    number,
  ];
  const isRevised = more.claims.some(({ analysis }) => revised.test(analysis.sentence.text));
  return isRevised || b > a ? more.deaths : known.deaths;
}

/** Of two kinds for one occurrence the one that says more. */
function finerOf(a: SubType, b: SubType): SubType {
  if (a === b) return a;
  if (b === 'Operation suspended' && a === 'Site evacuated') return b;
  if (b === 'Excessive force against protesters') return b;
  if (b === 'Abduction/forced disappearance' && a === 'Armed clash') return b;
  if (b === 'Violent demonstration' && a === 'Peaceful protest') return b;
  if (b === 'Protest with intervention' && a === 'Peaceful protest') return b;
  return a;
}
