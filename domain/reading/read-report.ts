import { eventTypeOf, isSubTypeOf, isViolent } from '../acled.ts';
import type { EventContent } from '../event.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { SettledPlace } from '../gazetteer/settle-places.ts';
import type { CalendarDate } from '../time.ts';
import type { ActorLexicon, KnownActor } from './actors/actor-lexicon.ts';
import { isRebel } from './actors/rebels.ts';
import { joinClaimants } from './claims/claimants.ts';
import { readClaims } from './claims/claims.ts';
import { sourceOf } from './clauses/attribution.ts';
import type { ReadSentence } from './clauses/read-sentence.ts';
import { readSentences } from './clauses/sentences-of-report.ts';
import { countWords } from './clauses/words-of-sentence.ts';
import type { DateMention } from './dates/dates.ts';
import { joinTolls } from './deaths/told-tolls.ts';
import { topicWords } from './lexicon/claims/topics.ts';
import { phrases } from './lexicon/modality/phrases.ts';
import { isPoint } from './places/event-place.ts';
import { certaintyOf } from './story/certainty.ts';
import type { Draft } from './story/draft.ts';
import { draftEvents } from './story/draft-events.ts';
import { joinTitle } from './story/join-title.ts';
import { PassedOverSentences } from './story/passed-over.ts';
import { renderEvent } from './story/rendering.ts';
import type { Story } from './story/story.ts';
import { joinDays } from './story/told-days.ts';
import type { Language, Span } from './text/text.ts';
import { visible, visibleLine } from './text/visible.ts';

/** An event as it was read from a report. */
export type ReadEvent = Omit<
  EventContent,
  'source' | 'sourceEventId' | 'confidence' | 'notes' | 'url' | 'origin'
> & {
  /** 0..1: how sure the reading is. */
  certainty: number;
  /** The sentence that it rests on, in the text or in the title. */
  span: Span & { inTitle: boolean };
  /** Own words, one sentence, English. */
  rendering: string;
  rivals: SettledPlace['rivals'];
  /** Who says so, where it is a claim of one side or of a named kind of source. */
  attributedTo: string | null;
};

/** A sentence with words of conflict or of mining that made no event. */
export type PassedOver = {
  /** In the text or in the title. */
  span: Span & { inTitle: boolean };
  /** A part of a sentence in English. */
  reason: string;
};

export type Report = { title: string | null; text: string; language: Language; publishedOn: CalendarDate };

/**
 * The conflict events that a report tells of as facts, in the order of the text: what, who, where, when. Plans, fears,
 * denials, talk and the distant past are left out, and listed with the reason; what is said twice is one event. Time
 * grows with the text's length.
 */
export function readReport(
  { title, text, language, publishedOn }: Report,
  { gazetteer, actors }: { gazetteer: Gazetteer; actors: ActorLexicon },
): { events: ReadEvent[]; passedOver: PassedOver[] } {
  const heading = visibleLine(title ?? '');
  const body = visible(text);
  const lead = heading.text ? `${heading.text}\n` : '';
  const { analyses, datelines } = readSentences(
    lead + body.text,
    heading.text.length,
    language,
    publishedOn,
    gazetteer,
    actors,
  );
  const story: Story = {
    publishedOn,
    country: mainCountry(analyses, datelines),
    armies: actors.armies,
    branches: actors.branches,
    eventPlace: null,
    namedPlace: null,
    date: null,
    nonState: null,
    onlyGroup: onlyGroup(analyses),
    mainPlace: mostNamed(analyses, isPoint),
    mainSite: mostNamed(analyses, ({ siteIds }) => siteIds.length > 0),
    agents: [],
    past: [],
    isElsewhere: isElsewhere(analyses),
    isTimeless: isTimeless(analyses),
  };
  const passed = new PassedOverSentences();
  const isOfMatch = isSport(analyses);
  const isOfMarket = isMarket(analyses);
  const isOpinion = opinion.test(heading.text);
  const claimsOf = (analysis: ReadSentence) => {
    const isTold = isOfFighting(analysis);
    if (!isOpinion && (!isOfMatch || isTold)) {
      const claims = readClaims(analysis, (reason) => passed.note(analysis, reason));
      return isOfMarket && !isTold ? claims.filter(({ type }) => !isViolent({ type })) : claims;
    }
    if (analysis.triggers.length > 0)
      passed.note(analysis, isOpinion ? 'it is what somebody thinks' : 'it is told of a match');
    return [];
  };
  const readPart = (isTitle: boolean) =>
    analyses
      .filter(({ inTitle }) => inTitle === isTitle)
      .map((analysis) => ({ analysis, claims: claimsOf(analysis) }));
  const [told, titles] = [readPart(false), readPart(true)];
  const drafts = draftEvents(story, told, passed.note);
  const isBody = drafts.length > 0;
  const fromTitle = draftEvents(
    { ...story, eventPlace: null, namedPlace: null },
    titles,
    isBody ? () => {} : passed.note,
  );
  if (isBody) joinTitle(drafts, fromTitle);
  const all = isBody ? drafts : fromTitle;
  joinClaimants(all, analyses);
  joinTolls(all, analyses);
  joinDays(all, analyses);
  const storedSpan = ({ start, end }: Span, inTitle: boolean) =>
    inTitle
      ? heading.stored({ start, end })
      : body.stored({ start: start - lead.length, end: end - lead.length });
  const passedOver = passed.list(all).map(({ analysis: { sentence, inTitle }, reason }) => ({
    span: { ...storedSpan(sentence, inTitle), inTitle },
    reason,
  }));
  return { events: all.map((draft) => eventOf(draft, storedSpan)), passedOver };
}

/** The title is of a court, an exercise, a work of art or a commemoration, or the first sentence of what a court does. */
function isElsewhere(analyses: readonly ReadSentence[]): boolean {
  const lead = analyses.find(({ inTitle }) => !inTitle);
  return (
    lead?.around.court === true ||
    analyses.some(({ inTitle, around }) => inTitle && (around.court || around.elsewhere))
  );
}

/** A text of so many sentences that names no day near its publication explains, portrays or looks back. */
const longText = 5;

function isTimeless(analyses: readonly ReadSentence[]): boolean {
  return (
    analyses.length >= longText &&
    !analyses.some(({ dates }) =>
      dates.some(({ of }) => (of.role === 'when' || of.role === 'since') && of.precision <= 2),
    )
  );
}

/** "Opinion: why …", "Tribune | …". */
const opinion = new RegExp(`^${phrases.opinions}\\s*[:|–—]`, 'i');

/** A note of so many sentences has few words for anything. */
const shortNote = 2;

/** A match is told in the words of war: most of these reports tell of sport alone. */
function isSport(analyses: readonly ReadSentence[]): boolean {
  const sum = (count: (analysis: ReadSentence) => number) =>
    analyses.reduce((total, analysis) => total + count(analysis), 0);
  const sport = sum((analysis) => countSport(analysis) + 2 * countScores(analysis));
  const least = analyses.length <= shortNote ? 2 : 3;
  return sport >= least && sport > sum(countArmed);
}

/** Prices and shares are told in the words of war too: four words of theirs, and more than of fighting. */
function isMarket(analyses: readonly ReadSentence[]): boolean {
  const sum = (count: (analysis: ReadSentence) => number) =>
    analyses.reduce((total, analysis) => total + count(analysis), 0);
  const market = sum((analysis) => countWords(analysis, topicWords.market));
  return market >= leastMarket && market > 2 * sum(countArmed);
}

const leastMarket = 4;

/** Words of sport; "an attack that killed off the game" tells as much as two of them. */
function countSport(analysis: ReadSentence): number {
  return countWords(analysis, topicWords.sport) + (matchKilled.test(analysis.sentence.text) ? 2 : 0);
}

const matchKilled = new RegExp(phrases.matchKilled, 'i');

/** "2-0": a score tells as much as two words. */
function countScores({ tokens }: ReadSentence): number {
  const isGoals = (at: number) => /^\d$/.test(tokens[at]?.raw ?? '');
  return tokens.filter(({ raw }, i) => /^[-–]$/.test(raw) && isGoals(i - 1) && isGoals(i + 1)).length;
}

/** Armed people or their names, and no word of sport: told of fighting, whatever else the report is about. */
function isOfFighting(analysis: ReadSentence): boolean {
  return countArmed(analysis) > 0 && countSport(analysis) === 0;
}

function countArmed(analysis: ReadSentence): number {
  return (
    countWords(analysis, topicWords.armed) + analysis.actors.filter(({ named }) => named.length > 0).length
  );
}

function mainCountry(analyses: readonly ReadSentence[], datelines: readonly SettledPlace[]): string | null {
  const counts = new Map<string, number>();
  const places = [...analyses.flatMap(({ places: found }) => found.map(({ of }) => of)), ...datelines];
  for (const { place } of places)
    if (place?.country) counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
  let best: string | null = null;
  for (const [country, count] of counts) if (best === null || count > counts.get(best)!) best = country;
  return best;
}

/** The only rebel group that the text names; null where it names several or none. */
function onlyGroup(analyses: readonly ReadSentence[]): KnownActor | null {
  const groups = new Set<KnownActor>();
  for (const { actors } of analyses.filter((analysis) => !isOfThePast(analysis)))
    for (const { named } of actors) if (named[0] && isRebel(named[0])) groups.add(named[0]);
  return groups.size === 1 ? [...groups][0]! : null;
}

/** "Since Boko Haram seized the girls of Chibok in 2014": whom it names did that, and not what the text is about. */
function isOfThePast({ dates, triggers }: ReadSentence): boolean {
  const isOf = (role: DateMention['role']) => dates.some(({ of }) => of.role === role);
  return triggers.length > 0 && isOf('past') && !isOf('when');
}

/** The place of some kind that the text names most; the title counts for three. */
function mostNamed(
  analyses: readonly ReadSentence[],
  belongs: (place: SettledPlace) => boolean,
): SettledPlace | null {
  const counts = new Map<string, { place: SettledPlace; count: number }>();
  for (const { places, inTitle } of analyses) {
    for (const { of } of places) {
      if (!of.place || !belongs(of) || of.mention.isReference) continue;
      const known = counts.get(of.place.id) ?? { place: of, count: 0 };
      counts.set(of.place.id, { ...known, count: known.count + (inTitle ? 3 : 1) });
    }
  }
  let best: { place: SettledPlace; count: number } | null = null;
  for (const counted of counts.values()) if (!best || counted.count > best.count) best = counted;
  return best?.place ?? null;
}

function eventOf(draft: Draft, storedSpan: (span: Span, inTitle: boolean) => Span): ReadEvent {
  const { subType, place, date, actors, deaths, claims } = draft;
  const type = eventTypeOf(subType);
  const attributedTo = sourceOf(claims[0]!);
  const { analysis } = claims[0]!;
  const isLoose = draft.placeTie === 'inherited' && place.locationPrecision === 1;
  return {
    type: isSubTypeOf(type, subType) ? type : 'Strategic developments',
    subType,
    occurredOn: date.occurredOn,
    datePrecision: date.precision,
    place: place.place?.name ?? place.mention.name,
    latitude: place.latitude,
    longitude: place.longitude,
    locationPrecision: isLoose ? 2 : place.locationPrecision,
    uncertaintyKm: isLoose ? Math.max(25, place.uncertaintyKm) : place.uncertaintyKm,
    actors,
    deathsLow: deaths?.low ?? null,
    deathsBest: deaths?.best ?? null,
    deathsHigh: deaths?.high ?? null,
    siteIds: place.siteIds,
    certainty: certaintyOf(draft),
    span: { ...storedSpan(analysis.sentence, analysis.inTitle), inTitle: analysis.inTitle },
    rendering: renderEvent(draft, attributedTo),
    rivals: place.rivals,
    attributedTo,
  };
}
