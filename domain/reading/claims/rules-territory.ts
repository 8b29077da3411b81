import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import { sideOfMention } from '../actors/actors-in-text.ts';
import type { Placed, ReadSentence } from '../clauses/read-sentence.ts';
import { hasWord } from '../clauses/words-of-sentence.ts';
import { claimRuleWords } from '../lexicon/claims/claim-rules.ts';
import { hasStem } from '../lexicon/claims/stems.ts';
import { territoryRuleWords } from '../lexicon/claims/territory-rules.ts';
import {
  hasGroundBefore,
  isDefiniteBefore,
  isPoint,
  isWide,
  objectPlaces,
  objectZone,
  subjectPlaces,
} from '../places/event-place.ts';
import { installationAt, isHolding, isNewHolding, isOfArmed } from './changing-hands.ts';
import {
  type Accepted,
  type Candidate,
  generics,
  hasArmed,
  isArmed,
  isInSentence,
  type Rule,
} from './rule.ts';

/** "Under", "in the hands of". */
function isUnderHands({ analysis, first, trigger }: Candidate): boolean {
  return trigger.form === 'participle' && territoryRuleWords.bareHolding.has(analysis.tokens[first]!.word);
}

/**
 * Finds in whose hands a place has come, and lets them act. False where that is no news: a town that is still in
 * somebody's hands, or in those of the state.
 */
function settleHolder({ analysis, first, end, roles }: Candidate): boolean {
  const hasBefore = (count: number, words: ReadonlySet<string>) =>
    analysis.tokens.slice(Math.max(0, first - count), first).some(({ word }) => words.has(word));
  if (hasBefore(6, territoryRuleWords.remaining)) return false;
  const holder = analysis.actors.find(
    (actor) => sideOfMention(actor) !== null && actor.first >= first && actor.first <= end + 4,
  );
  const isBack = hasBefore(3, territoryRuleWords.again);
  if (!holder || (sideOfMention(holder) === 'state' && !isBack)) return false;
  if (roles.agents.length === 0) roles.agents.push(holder);
  return true;
}

/** Driven out are armed men; people who flee have lost no battle. */
function driveOut({ analysis, first, end, judgement }: Candidate, zoneEnd: number): Accepted | null {
  // "A column drove out of Walikale": who drives off has not taken it.
  if (judgement.voice === 'active' && territoryRuleWords.out.has(analysis.tokens[first + 1]?.word ?? ''))
    return null;
  const places = objectPlaces(analysis, end, Math.min(zoneEnd, end + 8));
  if (places.length === 0 || hasWord(analysis, territoryRuleWords.fleeing, first - 6, end)) return null;
  return { subType: null, places, needsGround: true };
}

export const seize: Rule = (candidate) => {
  const { analysis, first, end, judgement, trigger } = candidate;
  if (!isArmed(candidate) && generics(candidate, 'protesters')) return null;
  // "Alphamin après la reprise à Bisie": the work of a company.
  if (
    judgement.voice === 'noun' &&
    !isInSentence(candidate) &&
    analysis.places.some(({ of }) => of.mention.isOperator)
  )
    return null;
  // "Regained access to its mine".
  if (claimRuleWords.access.has(analysis.tokens[end]?.word ?? '')) return null;
  // "Work resumed": who takes a place is named, or stands behind a pronoun.
  if (
    judgement.voice === 'active' &&
    !isArmed(candidate) &&
    !hasWord(analysis, territoryRuleWords.pronouns, first - 8, first)
  )
    return null;
  if (territoryRuleWords.formerly.has(analysis.tokens[first - 1]?.word ?? '')) return null;
  // "Occupied by displaced families".
  const isOccupied = judgement.voice === 'passive' && hasStem(analysis.tokens[first]!.word, 'occupied');
  if (isOccupied && !isArmed(candidate) && hasWord(analysis, territoryRuleWords.fleeing, end, end + 5))
    return null;
  const zone = objectZone(analysis, end);
  if (isHolding(candidate) && !isNewHolding(candidate)) return null;
  // "Cleared Mweso of rebels", not "cleared the road".
  if (hasStem(analysis.tokens[first]!.word, 'clearing') && !isOfArmed(analysis, end)) return null;
  const isBare = end === first + 1 && territoryRuleWords.taking.has(analysis.tokens[first]!.word);
  const isDefinite =
    judgement.voice === 'passive'
      ? isDefiniteBefore(analysis, first)
      : zone.isDefinite ||
        analysis.tokens
          .slice(Math.max(0, first - 4), first)
          .some(({ word }) => territoryRuleWords.thereBefore.has(word));
  if (isUnderHands(candidate) && !settleHolder(candidate)) return null;
  if (hasStem(analysis.tokens[first]!.word, 'drivenOut')) return driveOut(candidate, zone.end);
  const found = (places: Placed<SettledPlace>[]): Accepted => ({
    isDefinite,
    subType: isMine(analysis, places, end, zone.end) ? 'Site occupied' : null,
    places,
    needsGround: places.length === 0,
  });
  if (judgement.voice === 'passive') {
    const places = subjectPlaces(analysis, first);
    if (
      places.length > 0 &&
      (!isParted(analysis, places.at(-1)!, first) || hasGroundBefore(analysis, first)) &&
      (!isBare || isClose(analysis, places.at(-1)!, first) || hasGroundBefore(analysis, first))
    )
      return found(places);
    const after = objectPlaces(analysis, end, Math.min(zone.end, end + 8));
    if (trigger.form !== 'participle' && !isBare && after.length > 0) return found(after);
    // "Sites in the occupied zones".
    const isState = isOccupied && !isArmed(candidate);
    return hasGroundBefore(analysis, first) && !isState ? found([]) : null;
  }
  const places = objectPlaces(analysis, end, zone.end);
  // "that town of Masisi territory": the town, not the territory.
  if (zone.isDefinite && places.length > 0 && (isWide(places[0]!.of) || !isDirect(analysis, end, places[0]!)))
    return found([]);
  if (places.length > 0) return isBare && !isDirect(analysis, end, places[0]!) ? null : found(places);
  if (judgement.voice === 'active' && isRelativeObject(analysis, first)) {
    const subject = subjectPlaces(analysis, first);
    if (subject.length > 0) return found(subject);
  }
  const at = installationAt(analysis, end, zone.end);
  if (at) return found([at]);
  return zone.hasGround && !isBare ? found([]) : null;
};

/** "took Katoyi", "took the town of Katoyi", but not "took the children of Katoyi". */
function isDirect({ tokens, dates }: ReadSentence, end: number, place: Placed<SettledPlace>): boolean {
  return tokens
    .slice(end, place.first)
    .every(
      ({ word, isWord }, i) =>
        dates.some((date) => end + i >= date.first && end + i < date.last) ||
        (isWord && territoryRuleWords.partsOfObject.has(word)),
    );
}

/** A colon parts a place from what is told of it: "Kalemie : deux pirogues récupérées". */
function isParted({ tokens }: ReadSentence, { last }: Placed<unknown>, first: number): boolean {
  return tokens[last]?.raw === ':' && tokens.slice(last + 1, first).some(({ isWord }) => isWord);
}

function isClose({ tokens }: ReadSentence, { last }: Placed<unknown>, first: number): boolean {
  return tokens.slice(last, first).filter((token) => token.isWord).length <= 5;
}

function isRelativeObject({ tokens }: ReadSentence, first: number): boolean {
  return tokens
    .slice(Math.max(0, first - 9), first)
    .some(({ word }) => territoryRuleWords.relatives.has(word));
}

function isMine(
  analysis: ReadSentence,
  places: Placed<SettledPlace>[],
  end: number,
  zoneEnd: number,
): boolean {
  const before = analysis.tokens.slice(Math.max(0, (places[0]?.first ?? 0) - 4), places[0]?.first ?? 0);
  if (before.some(({ word }) => territoryRuleWords.towns.has(word))) return false;
  if (places.length > 0)
    return places.every(
      ({ of }) => of.mention.classWord === 'site' || (of.siteIds.length > 0 && of.place?.kind === 'site'),
    );
  return analysis.tokens.slice(end, zoneEnd).some(({ word }) => territoryRuleWords.mines.has(word));
}

export const fall: Rule = (candidate) => {
  const { analysis, first, end, judgement } = candidate;
  if (judgement.voice === 'noun') {
    const places = objectPlaces(analysis, end, Math.min(objectZone(analysis, end).end, end + 7));
    return places.length > 0 ? { subType: null, places, needsGround: true } : null;
  }
  const isBare = end === first + 1;
  if (territoryRuleWords.lost.has(analysis.tokens[first]!.word) && judgement.voice === 'active') {
    const lost = objectPlaces(analysis, end, objectZone(analysis, end).end);
    const isByArmy = candidate.roles.agents.some((agent) => sideOfMention(agent) === 'state');
    return isByArmy && lost.length > 0 && isDirect(analysis, end, lost[0]!)
      ? { subType: null, places: lost, needsGround: true }
      : null;
  }
  // "The army's post fell": those before the verb are who lost.
  candidate.roles.agents.splice(0);
  const places = subjectPlaces(analysis, first);
  if (places.length > 0 && (!isBare || isClose(analysis, places.at(-1)!, first)))
    return { subType: null, places, needsGround: true };
  return hasGroundBefore(analysis, first) && !(isBare && places.length > 0)
    ? { subType: null, places: [], needsGround: true, isDefinite: isDefiniteBefore(analysis, first) }
    : null;
};

export const enter: Rule = (candidate) => {
  const { analysis, end } = candidate;
  if (!isArmed(candidate)) return null;
  // Who comes to kill or to rob takes no town.
  if (candidate.roles.agents.every(({ generic, named }) => generic === 'gunmen' && named.length === 0))
    return null;
  if (isRaid(analysis)) return null;
  const next = analysis.tokens[end]?.word ?? '';
  const from = territoryRuleWords.into.has(next) ? end + 1 : end;
  const zone = objectZone(analysis, from);
  const places = objectPlaces(analysis, from, zone.end);
  if (places.length > 0 && places[0]!.of.place?.kind === 'admin2') return null;
  const isBuilding =
    places.length > 0 && hasWord(analysis, territoryRuleWords.buildings, from, places[0]!.first);
  if (places.length > 0) return isBuilding ? null : { subType: null, places, needsGround: true };
  return zone.hasGround
    ? { subType: null, places: [], needsGround: true, isDefinite: zone.isDefinite }
    : null;
};

/** The same sentence tells of killed people or of a robbery, and of no army that was beaten. */
function isRaid({ triggers, deaths, actors }: ReadSentence): boolean {
  const isOfArmy = actors.some(
    (actor) => sideOfMention(actor) === 'state' || sideOfMention(actor) === 'peacekeeper',
  );
  return (
    !isOfArmy &&
    triggers.some(({ readings }) =>
      readings.some(
        ({ trigger }) =>
          (trigger.frame === 'kill' && trigger.form !== 'noun' && deaths.length > 0) ||
          trigger.frame === 'abduct',
      ),
    )
  );
}

export const leave: Rule = (candidate) => {
  const { analysis, first, end, judgement } = candidate;
  if (judgement.voice === 'noun' || (judgement.isPresent && !analysis.isHeadline)) return null;
  const isOwn = hasStem(analysis.tokens[first]!.word, 'leaving');
  if (!isArmed(candidate) && judgement.voice === 'active') return null;
  // That an army gives up a place is told by who takes it.
  if (candidate.roles.agents.some((agent) => sideOfMention(agent) === 'state')) return null;
  // "Les rebelles en sont partis": from the place named before.
  if (territoryRuleWords.thence.has(analysis.tokens[first]!.word) && isArmed(candidate))
    return { subType: 'Withdrawal from territory', places: [], needsGround: true, isDefinite: true };
  const next = analysis.tokens[end]?.word ?? '';
  const from = territoryRuleWords.outOf.has(next) ? end + 1 : end;
  const zone = objectZone(analysis, from);
  if (judgement.voice === 'passive') {
    const places = subjectPlaces(analysis, first);
    return isArmed(candidate) && places.length > 0
      ? { subType: 'Withdrawal from territory', places, needsGround: true }
      : null;
  }
  // "left for Pinga": where they went, not what they left.
  const named = objectPlaces(analysis, from, Math.max(zone.end, end + 7));
  const isHeading = territoryRuleWords.headingFor.has(
    analysis.tokens[(named[0]?.first ?? 0) - 1]?.word ?? '',
  );
  const places = isHeading ? [] : objectPlaces(analysis, from, zone.end);
  const accepted: Accepted = { subType: 'Withdrawal from territory', places, needsGround: true };
  if (places.length > 0) return isOwn && !isDirect(analysis, from, places[0]!) ? null : accepted;
  if (zone.hasGround) return accepted;
  // "The insurgents left on Saturday": from the place that the text speaks of.
  // "Soldiers entered Kibua, two days after the M23 left."
  const isBare =
    tokensEnd(analysis, end) && analysis.places.some(({ last, of }) => last <= first && isPoint(of));
  return isHeading || isBare || (zone.end <= end + 2 && isDated(analysis, end))
    ? { ...accepted, isDefinite: isHeading || isBare }
    : null;
};

/** The clause ends with the verb. */
function tokensEnd({ tokens }: ReadSentence, end: number): boolean {
  return tokens[end] === undefined || /^[.,;]$/.test(tokens[end].raw);
}

/** A day stands right behind the verb. */
function isDated({ dates }: ReadSentence, end: number): boolean {
  return dates.some(({ first, of }) => first >= end && first <= end + 2 && of.role === 'when');
}

export const handover: Rule = (candidate) => {
  const { analysis, end } = candidate;
  if (!hasArmed(candidate)) return null;
  const zone = objectZone(analysis, end);
  const places = objectPlaces(analysis, end, zone.end);
  return places.length > 0
    ? { subType: 'Non-violent transfer of territory', places, needsGround: true }
    : null;
};
