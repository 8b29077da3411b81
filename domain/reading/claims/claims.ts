import { type EventType, eventTypeOf, type SubType } from '../../acled.ts';
import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import { addDays } from '../../time.ts';
import { sideOfMention } from '../actors/actors-in-text.ts';
import { isRebel } from '../actors/rebels.ts';
import { type Roles, readRoles } from '../actors/roles.ts';
import { tellerAsAgent } from '../actors/teller-as-agent.ts';
import type { Frame } from '../clauses/frames.ts';
import { isLabel, isTollOf } from '../clauses/headline.ts';
import { type Judgement, judge } from '../clauses/modality.ts';
import type { Placed, ReadSentence } from '../clauses/read-sentence.ts';
import type { DateMention } from '../dates/dates.ts';
import { claimRuleWords, claimRuleWordsOf } from '../lexicon/claims/claim-rules.ts';
import { isPlural } from '../lexicon/grammar/endings.ts';
import { type EventPlace, isPoint, isWide, placesNear } from '../places/event-place.ts';
import { innermost, isOfSpeaker, listedWith } from '../places/place-told.ts';
import { isInstruction } from '../reports/instructions.ts';
import { type DateFinding, dateNear, dateOf, type EventDate } from '../story/event-date.ts';
import { deathsNear, type Toll } from '../story/event-deaths.ts';
import { acceptFrame } from './frame-rules.ts';
import type { Accepted } from './rule.ts';

/** What one clause tells of: an event, or more about one that is told elsewhere. */
export type Claim = {
  frame: Frame;
  type: EventType;
  /** Null until it is known who acts: taking a place. */
  subType: SubType | null;
  analysis: ReadSentence;
  trigger: { first: number; end: number };
  judgement: Judgement;
  roles: Roles;
  /** Null where the clause names none. */
  place: EventPlace | null;
  /** The verb speaks of "the town", named before. */
  needsGround: boolean;
  isDefinite: boolean;
  isMore: boolean;
  date: EventDate | null;
  /** Said of the time where it gives no day: long past, yet to come. */
  dateRole: DateMention['role'] | null;
  deaths: Toll | null;
};

/** A place further from its trigger than this, in tokens, belongs to something else. */
const maxPlaceCost = 45;

/** The events that the clauses of a sentence tell of as facts; `passOver` hears why a clause is none. */
export function readClaims(analysis: ReadSentence, passOver: (reason: string) => void): Claim[] {
  if (isInstruction(analysis)) return [];
  const claims: Claim[] = [];
  let readTo = -1;
  let nounsFrom = -1;
  for (const { first, readings } of analysis.triggers) {
    // "launched an attack": the noun is part of the verb.
    if (first < readTo || isPartOfName(analysis, first)) continue;
    const isNounOnly = readings.every(
      ({ trigger }) => trigger.form === 'noun' || trigger.form === 'base' || trigger.form === 'present',
    );
    if (first < nounsFrom && isNounOnly) continue;
    // "killed in a drone attack": the blow is told already.
    const isNoun = readings.every(({ trigger }) => trigger.form === 'noun' || trigger.form === 'base');
    if (first === readTo && isNoun && blows.has(claims.at(-1)!.frame)) continue;
    // "A blast targeting a vehicle": what it was meant for.
    const isAim = readings.every(({ trigger }) => trigger.frame === 'attack' && trigger.form === 'gerund');
    if (isAim && first <= readTo + 2 && blows.has(claims.at(-1)?.frame ?? 'attack')) continue;
    for (const { trigger, end } of readings) {
      const judgement = judge(analysis, first, end, trigger);
      if (!judgement.isReal) {
        passOver(judgement.reason);
        continue;
      }
      const roles = readRoles(analysis, { first, end }, judgement.voice);
      if (roles.agents.length === 0 && judgement.voice === 'active')
        roles.agents.push(...tellerAsAgent(analysis, first));
      const accepted = acceptFrame({ analysis, trigger, first, end, judgement, roles });
      if (!accepted) {
        passOver('who acts, what is struck or what is meant does not make it an event of conflict');
        continue;
      }
      claims.push(...claimsOf(analysis, trigger.frame, { first, end }, judgement, roles, accepted));
      readTo = end;
      break;
    }
    // "to repel an attack": what the whole phrase does not tell, its noun does not tell either.
    nounsFrom = Math.max(nounsFrom, ...readings.map(({ end }) => end));
  }
  // "A blast at a rally": what was struck is no event beside the blow.
  if (claims.some(({ frame }) => blows.has(frame)))
    for (const claim of claims)
      if (claim.frame === 'protest' && claim.judgement.voice === 'noun') claim.isMore = true;
  // The fighting of a sentence that tells how a town was taken is how it was taken, unless it was elsewhere.
  const isTaking = claims.some(
    ({ frame, place }) => (frame === 'seize' || frame === 'fall') && place?.tie === 'object',
  );
  if (!isTaking) return claims;
  return claims.filter(
    ({ frame, judgement, place }) =>
      !((frame === 'clash' || frame === 'attack') && judgement.voice === 'noun') ||
      (place !== null && place.cost <= 3),
  );
}

const blows: ReadonlySet<Frame> = new Set([
  'explosion',
  'suicide',
  'grenade',
  'airstrike',
  'shelling',
  'disperse',
]);

/** "Wazalendo fighters": a word of an actor's name is no trigger. */
function isPartOfName({ actors, places, dates }: ReadSentence, first: number): boolean {
  return (
    // "13 March" is no march.
    dates.some((date) => first >= date.first && first < date.last) ||
    actors.some((actor) => actor.named.length > 0 && first >= actor.first && first < actor.last) ||
    places.some((placed) => first >= placed.first && first < placed.last)
  );
}

function claimsOf(
  analysis: ReadSentence,
  frame: Frame,
  trigger: { first: number; end: number },
  judgement: Judgement,
  roles: Roles,
  accepted: Accepted,
): Claim[] {
  const others = analysis.triggers;
  const finding = asTold(dateNear(analysis, trigger, others), judgement);
  const common = {
    frame,
    type: accepted.subType === null ? 'Battles' : eventTypeOf(accepted.subType),
    subType: accepted.subType,
    analysis,
    trigger,
    judgement,
    roles,
    needsGround: accepted.needsGround,
    isDefinite: accepted.isDefinite ?? false,
    isMore: (accepted.isMore ?? false) || (judgement.voice === 'noun' && isLabel(analysis, trigger.end)),
    date: finding.date,
    dateRole: finding.role,
    // "Killed a soldier and took two traders away": who was taken is not among the dead.
    deaths: frame === 'abduct' ? null : deathsNear(analysis, trigger),
  };
  if (accepted.places.length > 0)
    return accepted.places.map((placed, i) => ({
      ...common,
      deaths: i === 0 ? common.deaths : null,
      date: listedDate(analysis, accepted.places, i) ?? common.date,
      place: { settled: placed.of, tie: 'object' as const, cost: 0 },
    }));
  const near = isInArea(analysis, trigger.end)
    ? undefined
    : bestPlace(analysis, frame, placesNear(analysis, trigger, others));
  // "Six people died, the administrator of Beni said": where the sentence before was.
  if (common.isMore && common.deaths !== null && near && isOfSpeaker(analysis, near.settled))
    return [{ ...common, place: null }];
  const isTold =
    judgement.voice === 'noun' &&
    isDefiniteNoun(analysis, trigger.first) &&
    !isOrdered(analysis, trigger.first) &&
    !isCarriedOut(analysis, trigger.end) &&
    !isTollOf(analysis, trigger.first);
  // "The attack took place days before a summit in Islamabad": more about an event that is told elsewhere.
  if (isTold && (!near || near.cost > 4)) return [{ ...common, isMore: true, place: null }];
  if (!near || near.cost > maxPlaceCost) return [{ ...common, place: null }];
  const own = innermost(analysis, analysis.places.find(({ of }) => of === near.settled)!);
  // "attacks in Kayes, Nioro and Niono": as many events.
  const listed =
    near.settled.mention.relation === 'at' && isListed.has(frame) ? listedWith(analysis, own) : [own];
  return listed.map((placed, i) => ({
    ...common,
    deaths: i === 0 ? common.deaths : null,
    place: placed.of === near.settled ? near : { ...near, settled: placed.of },
  }));
}

/** "The assault carried out on Thursday on a base at Sake": told here, with its day. */
function isCarriedOut({ tokens, dates, language }: ReadSentence, end: number): boolean {
  const { carriedOut } = claimRuleWordsOf[language];
  return dates.some(
    ({ first, of }) =>
      first >= end &&
      first <= end + namedReach &&
      of.role === 'when' &&
      of.precision <= 2 &&
      tokens.slice(Math.max(end, first - 3), first).some(({ word }) => carriedOut.has(word)),
  );
}

/** From "the murder" to its day, with who was killed between them, in tokens. */
const namedReach = 20;

const isListed: ReadonlySet<Frame> = new Set([
  'attack',
  'clash',
  'kill',
  'airstrike',
  'shelling',
  'protest',
  'riot',
  'explosion',
]);

/** "the attack", "cette embuscade": one that the text has told of. */
function isDefiniteNoun({ tokens }: ReadSentence, first: number): boolean {
  return claimRuleWords.definite.has(tokens[first - 1]?.word ?? '') && !isPlural(tokens[first]!.word);
}

/** "The minister ordered the suspension", "Alphamin annonce la reprise": told here for the first time. */
export function isOrdered({ tokens }: ReadSentence, first: number): boolean {
  return tokens.slice(Math.max(0, first - 7), first).some(({ word }) => claimRuleWords.ordering.has(word));
}

/** "fighting in North Kivu": the event is told of a whole province, whatever else the sentence names. */
function isInArea({ places, tokens }: ReadSentence, end: number): boolean {
  const next = places.find(({ first }) => first >= end);
  if (!next || isPoint(next.of) || !next.of.place || !isWide(next.of) || next.first > end + 9) return false;
  if (!next.of.mention.isLocative && next.first > end + 3) return false;
  if (tokens.slice(end, next.first).some(({ isWord, word }) => !isWord || claimRuleWords.byAndWith.has(word)))
    return false;
  return !places.some(
    (placed) => placed.first >= next.last && placed.first <= next.last + 6 && isPoint(placed.of),
  );
}

/** News of a mine's operation is told of the mine, wherever else the sentence speaks of. */
function bestPlace(
  analysis: ReadSentence,
  frame: Frame,
  places: readonly EventPlace[],
): EventPlace | undefined {
  if (frame !== 'suspend' && frame !== 'evacuate' && frame !== 'restart') return places[0];
  const sites = places.filter(({ settled }) => settled.siteIds.length > 0);
  // "Alphamin … its Bisie mine": the mine says more than its company.
  const named = sites.find(({ settled }) => !settled.mention.isOperator);
  return named ?? sites[0] ?? (hasSite(analysis) ? undefined : places[0]);
}

function hasSite({ tokens }: ReadSentence): boolean {
  return tokens.some(
    ({ word }, i) =>
      claimRuleWords.mineOrSite.has(word) && claimRuleWords.theOrIts.has(tokens[i - 1]?.word ?? ''),
  );
}

/** What is told as past lies in the past, whatever day its weekday was taken for. */
function asTold(finding: DateFinding, { voice, isPresent }: Judgement): DateFinding {
  const { ahead } = finding;
  if (finding.role !== 'future' || !ahead || voice === 'noun' || isPresent) return finding;
  const occurredOn = addDays(ahead, -7);
  return {
    date: { from: occurredOn, to: occurredOn, occurredOn, precision: 1, tie: 'said' },
    role: 'when',
    ahead: null,
  };
}

/** "took Nyabiondo on 9 March and Kashebere on 12 March": the date behind each place of a list. */
function listedDate(
  analysis: ReadSentence,
  places: readonly Placed<SettledPlace>[],
  i: number,
): EventDate | null {
  if (places.length < 2) return null;
  const from = places[i]!.last;
  const to = places[i + 1]?.first ?? from + 8;
  const date = analysis.dates.find(
    ({ first, last, of }) => first >= from && last <= to && of.role === 'when' && !of.isAttribution,
  );
  const isOnly = places.slice(0, -1).every((place, j) => {
    const next = places[j + 1]!;
    return !analysis.dates.some(({ first, last }) => first >= place.last && last <= next.first);
  });
  return date && !isOnly ? dateOf(date.of, 'said') : null;
}

/** The side of the first who acts. */
export function agentSide(roles: Roles) {
  // "Wazalendo fighters and soldiers": militias that fight for the state beside its army.
  const isWithArmy = roles.agents.some((agent) => sideOfMention(agent) === 'state');
  if (isWithArmy && roles.agents.every((agent) => agent.named.every((actor) => !isRebel(actor)))) {
    const generic = roles.agents.some((agent) => agent.generic === 'rebels' && agent.named.length === 0);
    if (!generic) return 'state' as const;
  }
  for (const agent of roles.agents) {
    const side = sideOfMention(agent);
    if (side) return side;
  }
  return null;
}
