import { eventTypeOf } from '../../acled.ts';
import {
  areaOf,
  inheritedPlace,
  placeAhead,
  recalledDate,
  territorySubType,
} from '../claims/claim-context.ts';
import { type Claim, isOrdered } from '../claims/claims.ts';
import type { ReadSentence } from '../clauses/read-sentence.ts';
import { hasWord } from '../clauses/words-of-sentence.ts';
import { claimRuleWords } from '../lexicon/claims/claim-rules.ts';
import { phrases } from '../lexicon/modality/phrases.ts';
import { storyWords } from '../lexicon/story/story.ts';
import type { Draft } from './draft.ts';
import { ageDays, dateOfPublication, maxAgeDays } from './event-date.ts';
import { fold } from './fold-drafts.ts';
import type { PassOver } from './passed-over.ts';
import { groupOf, isPartOf, isSame, isSameTime } from './same-event.ts';
import { participants, remember, rememberEvent, type Story } from './story.ts';

/** Of a date that is only a month, its last day. */
const maxCoarseAgeDays = 31;

/** A text tells of fewer events; what comes after them is not looked at. */
const maxClaims = 400;

/**
 * Joins claims into events, in the order of the text; what is long past, yet to come or nowhere is left out, and
 * `passOver` hears why.
 */
export function draftEvents(
  story: Story,
  told: readonly { analysis: ReadSentence; claims: readonly Claim[] }[],
  passOver: PassOver,
): Draft[] {
  const drafts: Draft[] = [];
  const coarse: Draft[] = [];
  let count = 0;
  for (const [number, { analysis, claims }] of told.entries()) {
    for (const claim of claims) {
      if (count >= maxClaims) return finish(drafts, coarse, passOver);
      count += 1;
      const reason = takeUp(story, claim, drafts, coarse, told[number + 1]?.analysis);
      if (reason !== null) passOver(analysis, reason);
    }
    remember(story, analysis);
  }
  return finish(drafts, coarse, passOver);
}

/** Adds what is only known to be in a province, where nothing closer is told of that time; drops what is part of more. */
function finish(drafts: readonly Draft[], coarse: readonly Draft[], passOver: PassOver): Draft[] {
  const kept = drafts.filter((draft) => !drafts.some((other) => other !== draft && isPartOf(draft, other)));
  for (const draft of coarse) {
    const isKnown = kept.some(
      (other) => groupOf(other.subType) === groupOf(draft.subType) && isSameTime(other.date, draft.date),
    );
    if (!isKnown) kept.push(draft);
    else passOver(draft.claims[0]!.analysis, 'closer events of that time and kind are told');
  }
  return kept;
}

/** Answers why the claim is left out; null where it is taken up. */
function takeUp(
  story: Story,
  claim: Claim,
  drafts: Draft[],
  coarse: Draft[],
  ahead?: ReadSentence,
): string | null {
  const background = backgroundReason(claim);
  if (background === longAgo) story.past.push(claim);
  if (background !== null) return background;
  if (isToldAsPast(story, claim)) return longAgo;
  if (claim.judgement.isConditional && ahead && isContradiction(ahead)) return 'denied';
  const named = claim.isDefinite && claim.place?.tie !== 'object' ? inheritedPlace(story, claim) : null;
  const own = named ? null : (claim.place?.settled ?? null);
  const inherited = named ?? (own ? null : inheritedPlace(story, claim));
  const place = own ?? inherited ?? placeAhead(claim, ahead);
  const country = place?.place?.country ?? story.country;
  const subType = claim.subType ?? territorySubType(story, claim);
  const known = claim.date ?? recalledDate(story, claim);
  const isSaid = known !== null;
  const date = known ?? dateOfPublication(story.publishedOn);
  const age = ageDays(date.precision >= 4 ? date.to : date.occurredOn, story.publishedOn);
  if (age > (date.precision >= 4 ? maxCoarseAgeDays : maxAgeDays)) {
    story.past.push(claim);
    return longAgo;
  }
  if (age < -1) return 'it is yet to come';
  const area = place ? null : areaOf(claim);
  const draft: Draft | null = (place ?? area) && {
    subType,
    claims: [claim],
    place: (place ?? area)!,
    placeTie: own ? claim.place!.tie : 'inherited',
    date,
    ...participants(story, claim, country, subType, ahead),
    deaths: eventTypeOf(subType) === 'Strategic developments' ? null : claim.deaths,
    isEvacuated: subType === 'Site evacuated',
  };
  const match = drafts.findLast((known) => isSame(known, subType, own, date, claim));
  if (match) {
    if (draft) fold(match, area ? { ...draft, place: match.place, placeTie: 'inherited' } : draft);
    rememberEvent(story, claim, match.place, match.date);
    return null;
  }
  const isOwnDay = claim.date?.tie === 'said';
  if (story.isElsewhere && !isOwnDay) return 'it is what a court or a commemoration looks back on';
  if (story.isTimeless && !isOperation(claim.frame)) return 'the text names no day near its publication';
  if (isAside(claim) && !isOwnDay) return 'it only says who or what is meant';
  if (claim.isMore) return 'it says more about an event that is told elsewhere';
  if (!draft) return 'it names no place';
  if (!standsAlone(claim, isSaid, own !== null)) return 'it names neither who, when nor where exactly enough';
  if (claim.judgement.isAccusation && !(claim.date?.tie === 'said' && own))
    return 'it is an accusation without a day and a place';
  if (claim.judgement.isPluperfect && !claim.judgement.isReported && claim.date?.tie !== 'said')
    return 'it had happened before what the report tells of';
  if (area) {
    const isStrong =
      claim.judgement.voice !== 'noun' &&
      (claim.date !== null || (claim.analysis.isHeadline && claim.deaths !== null)) &&
      (claim.deaths !== null || claim.roles.agents.length > 0);
    if (!isStrong || claim.needsGround) return 'it is told of a whole province, without details';
    coarse.push(draft);
    return null;
  }
  drafts.push(draft);
  rememberEvent(story, claim, draft.place, draft.date);
  return null;
}

const contradicting = new RegExp(`^${phrases.contradicting}`);

/** "The post is said to have fallen. Untrue, the army retorted". */
function isContradiction({ tokens }: ReadSentence): boolean {
  const words = tokens.slice(0, 12).filter(({ isWord }) => isWord);
  return contradicting.test(words.map(({ word }) => word).join(' '));
}

/** "The M23, which took Goma": who it is, told beside the news. */
function isAside({ analysis: { tokens }, trigger, judgement, deaths }: Claim): boolean {
  if (judgement.voice === 'noun' || deaths !== null) return false;
  return tokens
    .slice(Math.max(0, trigger.first - asideReach), trigger.first)
    .some(({ word }) => storyWords.whoRelatives.has(word));
}

/** Tokens between "who" and its verb: "qui s'étaient déjà". */
const asideReach = 4;

/** A title without a day tells of what the text dates long before. */
function isToldAsPast({ past }: Story, { analysis, date, frame }: Claim): boolean {
  return analysis.inTitle && date === null && past.some((claim) => claim.frame === frame);
}

const longAgo = 'it is background: it lies too long before the report';

/** A longer span is no day of an event, in days. */
const maxSpanDays = 45;

const backThen = new RegExp(`(?<!\\p{L})${phrases.backThen}(?!\\p{L})`, 'iu');

/** Why a claim is no news by what it says of its time; null where it may be. */
function backgroundReason({ dateRole, date, judgement, frame, analysis }: Claim): string | null {
  if (dateRole === 'past') return longAgo;
  if (dateRole === 'future') return 'it is yet to come';
  // "had left by Tuesday" is done; "until Tuesday" is a state.
  if (dateRole === 'until' && !judgement.isPluperfect && !isOperation(frame))
    return 'it is told as a state until some day';
  if (dateRole === 'since' && !date) return 'it is told as a state since some time';
  // "Forty civilians were killed between January and March": a count over months.
  if (date && ageDays(date.from, date.to) > maxSpanDays && !isOperation(frame))
    return 'it is told of several months';
  if (backThen.test(analysis.sentence.text)) return longAgo;
  const isCoarse = date !== null && date.precision >= 4;
  // "Work had been interrupted last month": how it came to the news.
  if (isOperation(frame) && judgement.isPluperfect && isCoarse) return longAgo;
  // "Last month's fighting": what the news follows from.
  if (judgement.voice === 'noun' && isCoarse && !isOperation(frame)) return longAgo;
  return judgement.isHabit && date?.tie !== 'said' ? 'habit' : null;
}

function isOperation(frame: Claim['frame']): boolean {
  return frame === 'suspend' || frame === 'evacuate' || frame === 'restart';
}

/** "ambushes, looting and kidnappings", "les exécutions sommaires, les rapts": several nouns of events in one list. */
function isListedNoun({ tokens, triggers }: ReadSentence, { first, end }: Claim['trigger']): boolean {
  const isTrigger = (from: number, to: number) =>
    triggers.some((other) => other.first >= from && other.first < to && other.first !== first);
  const isJoint = (at: number) =>
    tokens[at]?.raw === ',' || storyWords.listJoints.has(tokens[at]?.word ?? '');
  const [behind, before] = [[end, end + 1].find(isJoint), [first - 1, first - 2].find(isJoint)];
  return (
    (behind !== undefined && isTrigger(behind + 1, behind + 3)) ||
    (before !== undefined && isTrigger(before - 2, before))
  );
}

function isKnownFall({ judgement, frame, date, analysis, trigger }: Claim): boolean {
  const isTaking = frame === 'seize' || frame === 'fall';
  if (!isTaking || judgement.voice !== 'noun' || analysis.isHeadline || date?.tie === 'said') return false;
  // "The ministry claimed the capture of Iskra".
  return !hasWord(analysis, claimRuleWords.claimed, trigger.first - 4, trigger.first);
}

/** Whether a clause is enough for an event of its own, rather than more about one told before. */
function standsAlone(claim: Claim, isDated: boolean, isPlaced: boolean): boolean {
  const { judgement, frame, needsGround, roles, date, deaths, analysis, trigger } = claim;
  // "Alphamin annonce l'arrêt de ses activités" is as good as "Alphamin arrête".
  if (isOperation(frame) && (judgement.voice !== 'noun' || isOrdered(analysis, trigger.first))) return true;
  // "Between ambushes and raids, people of X and Y live in fear": of a time, not of an event.
  const isVague = judgement.voice === 'noun' && !isDated && deaths === null && roles.agents.length === 0;
  if (isVague && isListedNoun(analysis, trigger)) return false;
  // "Since the fall of Goma", "listed the capture of Goma": what is known already.
  if (isKnownFall(claim)) return false;
  if (isPlaced)
    return (
      judgement.voice !== 'noun' ||
      isDated ||
      roles.agents.length + roles.others.length > 0 ||
      frame !== 'seize'
    );
  // A vague time and no place of its own: told of somewhere else.
  if (date && date.precision >= 3) return false;
  if (needsGround) return judgement.voice !== 'noun';
  if (judgement.voice === 'noun')
    return date?.tie === 'said' && date.precision <= 2
      ? frame !== 'kill'
      : isDated && roles.agents.length > 0;
  return isDated || roles.agents.length > 0;
}
