import type { SubType } from '../../acled.ts';
import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import type { CalendarDate } from '../../time.ts';
import type { KnownActor } from '../actors/actor-lexicon.ts';
import { type ActorMention, sideOfMention } from '../actors/actors-in-text.ts';
import { isRebel } from '../actors/rebels.ts';
import { isTelling } from '../actors/roles.ts';
import type { Claim } from '../claims/claims.ts';
import type { ReadSentence } from '../clauses/read-sentence.ts';
import { storyWords } from '../lexicon/story/story.ts';
import { isPoint, isWide, reluctance } from '../places/event-place.ts';
import { dateOf, type EventDate } from './event-date.ts';

type Seen<T> = { value: T; sentence: number; paragraph: number };

/** What a reader keeps in mind from sentence to sentence: where, when and who the text speaks of. */
export type Story = {
  publishedOn: CalendarDate;
  /** The country that most of the text's places are in. */
  country: string | null;
  armies: ReadonlyMap<string, KnownActor>;
  branches: readonly KnownActor[];
  eventPlace: Seen<SettledPlace> | null;
  namedPlace: Seen<SettledPlace> | null;
  date: Seen<EventDate> | null;
  /** Who "the rebels" are. */
  nonState: KnownActor | null;
  /** The only group that the text names, if it names one. */
  onlyGroup: KnownActor | null;
  /** Where the text as a whole is about: the title's place, or the one most named. */
  mainPlace: SettledPlace | null;
  /** The mining site that it names most. */
  mainSite: SettledPlace | null;
  agents: ActorMention[];
  /** What the text tells of as long past. */
  past: Claim[];
  /** The text as a whole tells of a court, an exercise, a work of art or a commemoration: what has no day is their matter. */
  isElsewhere: boolean;
  /** It names no day at all: what it tells of is no news. */
  isTimeless: boolean;
};

/** Sentences over which "the town" still is the one named before. */
const memory = 3;

export function recall<T>(seen: Seen<T> | null, analysis: ReadSentence, inParagraph: boolean): T | null {
  if (!seen) return null;
  if (inParagraph && seen.paragraph !== analysis.sentence.paragraph) return null;
  return analysis.index - seen.sentence <= memory ? seen.value : null;
}

/** What the sentence leaves in mind, after its claims are read. */
export function remember(story: Story, analysis: ReadSentence): void {
  const here = { sentence: analysis.index, paragraph: analysis.sentence.paragraph };
  const points = analysis.places.filter(({ of }) => isPoint(of) && !of.mention.isReference);
  const likely = points.filter((placed) => reluctance(analysis, placed) <= 8);
  const last = likely.findLast(({ of }) => !isWide(of)) ?? likely.at(-1);
  if (last) story.namedPlace = { value: last.of, ...here };
  const rebels = analysis.actors.flatMap(({ named: [actor] }) => (actor && isRebel(actor) ? [actor] : []));
  if (rebels[0]) story.nonState = rebels[0];
  const date = analysis.dates.find(({ of }) => !of.isAttribution && of.role === 'when' && of.precision <= 2);
  if (date) story.date = { value: dateOf(date.of, 'said'), ...here };
}

/** What an event that was understood leaves in mind. */
export function rememberEvent(story: Story, claim: Claim, place: SettledPlace | null, date: EventDate): void {
  const here = { sentence: claim.analysis.index, paragraph: claim.analysis.sentence.paragraph };
  if (place) story.eventPlace = { value: place, ...here };
  if (date.tie === 'said') story.date = { value: date, ...here };
  if (claim.roles.agents.length > 0) story.agents = claim.roles.agents;
}

/**
 * Names of those who take part, who acts first; "rebels" and "the army" become whom the text named, or the country's.
 * `agents` are those of them who act.
 */
export function participants(
  story: Story,
  claim: Claim,
  country: string | null,
  subType: SubType,
  ahead?: ReadSentence,
): { actors: string[]; agents: string[] } {
  const nameIn = (actor: KnownActor | null) => actor && (branchOf(actor, story, country) ?? actor).name;
  const nameOf = (mention: ActorMention): string | null | undefined => {
    const actor = mention.named.find((one) => one.country === country) ?? mention.named[0];
    if (actor) return nameIn(actor);
    if (mention.generic === 'army') return army;
    if (mention.generic === 'rebels') return nameIn(story.nonState ?? story.onlyGroup);
    return mention.generic === 'militia' || mention.generic === 'gunmen'
      ? nameIn(story.onlyGroup)
      : undefined;
  };
  const army = story.armies.get(country ?? story.country ?? '')?.name;
  // A protest against a group is none of its deeds.
  const takesPart = (mention: ActorMention) =>
    claim.frame !== 'protest' || sideOfMention(mention) !== 'non-state';
  const namesOf = (mentions: readonly ActorMention[]) =>
    mentions.filter(takesPart).flatMap((mention) => nameOf(mention) ?? []);
  const agents = new Set(namesOf(claim.roles.agents));
  if (claim.roles.agents.length === 0 && hasPronoun(claim))
    for (const name of namesOf(story.agents)) agents.add(name);
  if (agents.size === 0) for (const name of namesOf(tellersOfLoss(claim))) agents.add(name);
  if (agents.size === 0) for (const army of ownArmy(claim, story, country)) agents.add(army);
  const actors = new Set([...agents, ...namesOf(claim.roles.others)]);
  if (agents.size === 0 && subType === 'Government regains territory') {
    // "The town was retaken on Sunday": by whom goes without saying.
    if (army) for (const names of [agents, actors]) names.add(army);
  }
  // Who did it is told in another sentence.
  const isViolence = ['attack', 'kill', 'abduct', 'loot', 'rape', 'fall', 'seize', 'clash'].includes(
    claim.frame,
  );
  // From the air strikes who has aircraft, not the only group that the text names.
  const isFromAir = claim.analysis.triggers.some(({ readings }) =>
    readings.some(({ trigger }) => trigger.frame === 'airstrike'),
  );
  if (isViolence && !isFromAir && claim.roles.agents.length === 0 && actors.size === 0) {
    const group = story.onlyGroup ?? groupInSentence(claim) ?? groupAhead(claim, ahead);
    const name = nameIn(group);
    if (name) for (const names of [agents, actors]) names.add(name);
  }
  return { actors: [...actors], agents: [...agents] };
}

/** "Russia's defence ministry said its forces had taken …": the army of the country that speaks. */
function ownArmy(
  { analysis: { tokens, places, actors }, trigger, judgement }: Claim,
  { armies }: Story,
  country: string | null,
): string[] {
  if (judgement.voice !== 'active') return [];
  const at = tokens.findIndex(
    ({ word }, i) =>
      i >= trigger.first - 8 &&
      i <= trigger.first &&
      storyWords.ownForces.has(word) &&
      storyWords.its.has(tokens[i - 1]?.word ?? ''),
  );
  const speaker = places.find(({ of, last }) => of.place?.kind === 'country' && last <= at)?.of.place;
  const army = armies.get(speaker?.country ?? country ?? '');
  const isSaid =
    at >= 0 &&
    (speaker !== undefined || actors.some(({ generic, last }) => generic === 'army' && last <= at));
  return army && isSaid ? [army.name] : [];
}

/** "The army said that two rebels were killed in a clash": who tells of the other side's dead fought it. */
function tellersOfLoss({ analysis, frame, judgement, roles, trigger }: Claim): ActorMention[] {
  const isLoss = frame === 'kill' && judgement.voice === 'passive' && roles.agents.length === 0;
  if (!isLoss || roles.victims.length > 0 || roles.others.length === 0) return [];
  if (roles.others.some((actor) => sideOfMention(actor) !== 'non-state')) return [];
  return analysis.actors
    .filter((actor) => actor.last <= trigger.first && sideOfMention(actor) === 'state')
    .filter((actor) => actor.generic !== 'police' && isTelling(analysis, actor))
    .slice(0, 1);
}

/** "Islamic State militants" in Mozambique: its branch there, where the text names none. */
function branchOf(movement: KnownActor, { branches }: Story, country: string | null): KnownActor | undefined {
  if (movement.country !== null) return undefined;
  return branches.find((branch) => branch.belongsTo === movement.id && branch.country === country);
}

/** "They set the village on fire": who acted before. */
function hasPronoun({ analysis: { tokens }, trigger, judgement }: Claim): boolean {
  if (judgement.voice !== 'active') return false;
  return tokens
    .slice(Math.max(0, trigger.first - 5), trigger.first)
    .some(({ word }) => storyWords.pronouns.has(word));
}

/** "… were killed. The ADF came with machetes": the group that opens the next sentence of the paragraph. */
function groupAhead({ analysis }: Claim, ahead?: ReadSentence): KnownActor | null {
  if (!ahead || ahead.sentence.paragraph !== analysis.sentence.paragraph) return null;
  const [opener] = ahead.actors;
  if (!opener?.named[0] || opener.first > 1 || isTelling(ahead, opener)) return null;
  return isRebel(opener.named[0]) ? opener.named[0] : null;
}

/** The first rebel group that the sentence names outside of the clause. */
function groupInSentence({ analysis }: Claim): KnownActor | null {
  const groups = analysis.actors.filter(
    (actor) => actor.named[0] && isRebel(actor.named[0]) && !isTelling(analysis, actor),
  );
  return groups[0]?.named[0] ?? null;
}
