import type { SubType } from '../../acled.ts';
import { eventTypeOf } from '../../acled.ts';
import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import { distanceKm } from '../../sphere.ts';
import { addDays } from '../../time.ts';
import { sideOfMention } from '../actors/actors-in-text.ts';
import type { Claim } from '../claims/claims.ts';
import { isWide } from '../places/event-place.ts';
import type { Draft } from './draft.ts';
import type { EventDate } from './event-date.ts';

/** Places this near to each other are one place. */
const samePlaceKm = 3;
const aroundKm = 15;
const districtKm = 60;

/** Kinds of events that can be one occurrence told twice. */
export function familyOf(subType: SubType): 'taken' | 'stopped' | 'violence' | 'protest' | SubType {
  switch (subType) {
    case 'Non-state actor overtakes territory':
    case 'Non-violent transfer of territory':
    case 'Site occupied':
      return 'taken';
    case 'Operation suspended':
    case 'Site evacuated':
      return 'stopped';
    case 'Armed clash':
    case 'Attack':
      return 'violence';
    default: {
      const type = eventTypeOf(subType);
      return type === 'Protests' || type === 'Riots' ? 'protest' : subType;
    }
  }
}

export const violence: readonly SubType[] = [
  'Armed clash',
  'Attack',
  'Air/drone strike',
  'Shelling/artillery/missile attack',
  'Remote explosive/landmine/IED',
  'Suicide bomb',
  'Grenade',
  'Excessive force against protesters',
  'Violent demonstration',
  'Mob violence',
  'Protest with intervention',
];

const fromAfar: readonly SubType[] = ['Air/drone strike', 'Shelling/artillery/missile attack'];

const overTerritory: readonly SubType[] = [
  'Non-state actor overtakes territory',
  'Government regains territory',
  'Non-violent transfer of territory',
  'Withdrawal from territory',
];

export function isSame(
  known: Draft,
  subType: SubType,
  place: SettledPlace | null,
  date: EventDate,
  claim: Claim,
): boolean {
  const isKin = familyOf(known.subType) === familyOf(subType);
  const tellsDeaths =
    claim.frame === 'kill' &&
    (violence.includes(known.subType) || (known.subType === 'Looting/property destruction' && claim.isMore));
  const isFightForTown =
    subType === 'Armed clash' &&
    overTerritory.includes(known.subType) &&
    place !== null &&
    !known.claims.every(({ judgement }) => judgement.isConditional);
  const isPartOfAttack =
    (subType === 'Looting/property destruction' ||
      (subType === 'Abduction/forced disappearance' && isPartOfRaid(known, place, claim))) &&
    (known.subType === 'Attack' || known.subType === 'Armed clash' || familyOf(known.subType) === 'protest');
  const isDeathsTold =
    violence.includes(subType) &&
    known.claims.every(
      ({ frame, analysis }) => frame === 'kill' && analysis.index >= claim.analysis.index - 1,
    );
  // "Jets hit a camp and nine fighters were neutralised": the blow and what it did.
  const isBlowTold =
    fromAfar.includes(known.subType) &&
    claim.frame === 'clash' &&
    known.claims.some(({ analysis }) => analysis === claim.analysis);
  // "A convoy was ambushed. A blast hit the first lorry": how it went.
  const isBlastOfRaid =
    (subType === 'Remote explosive/landmine/IED' || subType === 'Grenade') &&
    familyOf(known.subType) === 'violence' &&
    place === null &&
    claim.date === null &&
    claim.deaths === null &&
    known.claims.some(({ analysis }) => analysis.index === claim.analysis.index - 1);
  // "Students burned a police car. Officers used tear gas": one riot.
  const isRiotTold =
    familyOf(subType) === 'protest' &&
    known.subType === 'Looting/property destruction' &&
    known.agents.length === 0 &&
    known.claims.some(({ analysis }) => analysis.index === claim.analysis.index - 1);
  const isShotAtProtest =
    familyOf(known.subType) === 'protest' &&
    (subType === 'Attack' || subType === 'Armed clash') &&
    (known.subType === 'Violent demonstration' ||
      claim.roles.agents.some((agent) => sideOfMention(agent) === 'state')) &&
    !claim.roles.agents.some((agent) => agent.named.length > 0 && sideOfMention(agent) === 'non-state');
  if (
    !isKin &&
    !tellsDeaths &&
    !isFightForTown &&
    !isPartOfAttack &&
    !isDeathsTold &&
    !isBlowTold &&
    !isBlastOfRaid &&
    !isRiotTold &&
    !isShotAtProtest
  )
    return false;
  // Two places of one list are two events.
  if (place && known.claims.some(({ trigger }) => trigger === claim.trigger)) return false;
  if (place ? !isSamePlace(known.place, place) : false) return false;
  if (place && isOtherDay(known, place, date)) return false;
  return isSameTime(known.date, date);
}

/** Two names with two days are two events, though one day apart and near to each other. */
function isOtherDay(known: Draft, place: SettledPlace, date: EventDate): boolean {
  const isSaid = [known.date, date].every(
    ({ tie, precision, from, to }) => tie === 'said' && precision === 1 && from === to,
  );
  return (
    isSaid && known.date.occurredOn !== date.occurredOn && known.place.mention.name !== place.mention.name
  );
}

/** Those who are taken in a raid; "killed a soldier and took away two traders" tells of two deeds. */
function isPartOfRaid(known: Draft, place: SettledPlace | null, { analysis }: Claim): boolean {
  const here = known.claims.filter((claim) => claim.analysis === analysis);
  if (here.some(({ frame }) => frame === 'kill')) return false;
  return place === null || here.length > 0;
}

function isSamePlace(a: SettledPlace, b: SettledPlace): boolean {
  if (a.siteIds.some((id) => b.siteIds.includes(id))) return true;
  if (a.place === null && b.place === null) return a.mention.name === b.mention.name;
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null)
    return false;
  const km = distanceKm(
    { latitude: a.latitude, longitude: a.longitude },
    { latitude: b.latitude, longitude: b.longitude },
  );
  // A district holds the places in it; two towns that are named are two, however near.
  if ((isWide(a) || isWide(b)) && a.place?.kind !== b.place?.kind) return km <= districtKm;
  const isVague = [a, b].some(({ mention }) => mention.relation !== 'at');
  return km <= (isVague ? aroundKm : samePlaceKm);
}

export function isSameTime(a: EventDate, b: EventDate): boolean {
  if (a.tie === 'publication' || b.tie === 'publication' || b.tie === 'inherited') return true;
  if (a.tie === 'attribution' || b.tie === 'attribution')
    return a.from <= addDays(b.to, 3) && b.from <= addDays(a.to, 3);
  return a.from <= addDays(b.to, 1) && b.from <= addDays(a.to, 1);
}

/** The fighting in which a town fell is part of its fall; so is the attack by which it was taken. */
export function isPartOf(draft: Draft, other: Draft): boolean {
  const isTaking =
    other.subType === 'Non-state actor overtakes territory' ||
    other.subType === 'Government regains territory';
  if (!isTaking || (draft.subType !== 'Armed clash' && draft.subType !== 'Attack')) return false;
  if (draft.subType === 'Attack' && (draft.deaths?.best ?? draft.deaths?.low ?? 0) > 0) return false;
  const isOneSentence = draft.claims.every((claim) =>
    other.claims.some(({ analysis }) => analysis.index === claim.analysis.index),
  );
  if (other.claims.every(({ judgement }) => judgement.isConditional)) return false;
  return isSameTime(draft.date, other.date) && (isOneSentence || isSamePlace(draft.place, other.place));
}

export function groupOf(subType: SubType): 'violence' | 'unrest' | SubType {
  const type = eventTypeOf(subType);
  return type === 'Strategic developments'
    ? subType
    : type === 'Protests' || type === 'Riots'
      ? 'unrest'
      : 'violence';
}
