import { eventTypeOf } from '../../acled.ts';
import {
  areaOf,
  inheritedPlace,
  placeAhead,
  recalledDate,
  territorySubType,
} from '../claims/claim-context.ts';
import type { Claim } from '../claims/claims.ts';
import type { ReadSentence } from '../clauses/read-sentence.ts';
import type { Draft } from './draft.ts';
import { ageDays, dateOfPublication, maxAgeDays } from './event-date.ts';
import { fold } from './fold-drafts.ts';
import { groupOf, isPartOf, isSame, isSameTime } from './same-event.ts';
import { participants, remember, rememberEvent, type Story } from './story.ts';

/** Of a date that is only a month, its last day. */
const maxCoarseAgeDays = 31;

/** A text tells of fewer events; what comes after them is not looked at. */
const maxClaims = 400;

/** Joins claims into events, in the order of the text; what is long past, yet to come or nowhere is left out. */
export function draftEvents(
  story: Story,
  told: readonly { analysis: ReadSentence; claims: readonly Claim[] }[],
): Draft[] {
  const drafts: Draft[] = [];
  const coarse: Draft[] = [];
  let count = 0;
  for (const [number, { analysis, claims }] of told.entries()) {
    for (const claim of claims) {
      if (count >= maxClaims) return finish(drafts, coarse);
      count += 1;
      takeUp(story, claim, drafts, coarse, told[number + 1]?.analysis);
    }
    remember(story, analysis);
  }
  return finish(drafts, coarse);
}

/** Adds what is only known to be in a province, where nothing closer is told of that time; drops what is part of more. */
function finish(drafts: readonly Draft[], coarse: readonly Draft[]): Draft[] {
  const kept = drafts.filter((draft) => !drafts.some((other) => other !== draft && isPartOf(draft, other)));
  for (const draft of coarse) {
    const isKnown = kept.some(
      (other) => groupOf(other.subType) === groupOf(draft.subType) && isSameTime(other.date, draft.date),
    );
    if (!isKnown) kept.push(draft);
  }
  return kept;
}

function takeUp(story: Story, claim: Claim, drafts: Draft[], coarse: Draft[], ahead?: ReadSentence): void {
  if (claim.dateRole === 'past' || claim.dateRole === 'future') return;
  // "had left by Tuesday" is done; "until Tuesday" is a state.
  if (claim.dateRole === 'until' && !claim.judgement.isPluperfect) return;
  if (claim.dateRole === 'since' && !claim.date) return;
  // "Work had been interrupted last month": how it came to the news.
  if (isOperation(claim.frame) && claim.judgement.isPluperfect && claim.date && claim.date.precision >= 4)
    return;
  // "Last month's fighting": what the news follows from.
  if (
    claim.judgement.voice === 'noun' &&
    claim.date &&
    claim.date.precision >= 4 &&
    !isOperation(claim.frame)
  )
    return;
  if (claim.judgement.isHabit && claim.date?.tie !== 'said') return;
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
  if (age > (date.precision >= 4 ? maxCoarseAgeDays : maxAgeDays) || age < -1) return;
  const area = place ? null : areaOf(claim);
  const draft: Draft | null = (place ?? area) && {
    subType,
    claims: [claim],
    place: (place ?? area)!,
    placeTie: own ? claim.place!.tie : 'inherited',
    date,
    ...participants(story, claim, country, subType),
    deaths: eventTypeOf(subType) === 'Strategic developments' ? null : claim.deaths,
    isEvacuated: subType === 'Site evacuated',
  };
  const match = drafts.findLast((known) => isSame(known, subType, own, date, claim));
  if (match) {
    if (draft) fold(match, area ? { ...draft, place: match.place, placeTie: 'inherited' } : draft);
    rememberEvent(story, claim, match.place, match.date);
    return;
  }
  if (claim.isMore || !draft || !standsAlone(claim, isSaid, own !== null)) return;
  if (claim.judgement.isAccusation && !(claim.date?.tie === 'said' && own)) return;
  if (claim.judgement.isPluperfect && !claim.judgement.isReported && claim.date?.tie !== 'said') return;
  if (area) {
    const isStrong =
      claim.judgement.voice !== 'noun' &&
      claim.date !== null &&
      (claim.deaths !== null || claim.roles.agents.length > 0);
    if (isStrong && !claim.needsGround) coarse.push(draft);
    return;
  }
  drafts.push(draft);
  rememberEvent(story, claim, draft.place, draft.date);
}

function isOperation(frame: Claim['frame']): boolean {
  return frame === 'suspend' || frame === 'evacuate' || frame === 'restart';
}

/** Whether a clause is enough for an event of its own, rather than more about one told before. */
function standsAlone(
  { judgement, frame, needsGround, roles, date }: Claim,
  isDated: boolean,
  isPlaced: boolean,
): boolean {
  if ((frame === 'suspend' || frame === 'evacuate' || frame === 'restart') && judgement.voice !== 'noun')
    return true;
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
