import { eventTypeOf } from '../../domain/acled.ts';
import { findPlaces } from '../../domain/gazetteer/find-places.ts';
import type { Gazetteer } from '../../domain/gazetteer/gazetteer.ts';
import { type SettledPlace, settlePlaces } from '../../domain/gazetteer/settle-places.ts';
import type { DatePrecision } from '../../domain/precision.ts';
import type { ActorLexicon, KnownActor } from '../../domain/reading/actors/actor-lexicon.ts';
import { findActors } from '../../domain/reading/actors/actors-in-text.ts';
import { findTriggers } from '../../domain/reading/clauses/triggers.ts';
import type { ModelReading } from '../../domain/reading/reports/merge-readings.ts';
import { wordsOf } from '../../domain/reading/text/fold.ts';
import { splitSentences } from '../../domain/reading/text/sentences.ts';
import type { Language, Sentence, Token } from '../../domain/reading/text/text.ts';
import { tokenize } from '../../domain/reading/text/tokens.ts';
import { addDays, type CalendarDate, calendarDate } from '../../domain/time.ts';
import type { ModelEvent } from './llm-answer.ts';

type Report = { text: string; language: Language; publishedOn: CalendarDate };
type Knowledge = { gazetteer: Gazetteer; actors: ActorLexicon };

/** What the text itself holds: all that a model says is measured against it. */
type Article = Report &
  Knowledge & {
    sentences: Sentence[];
    /** The sentences with white space and quotation marks made alike. */
    plain: string[];
    places: SettledPlace[];
    actorIds: Set<string>;
  };

/** A model is right more often than not, but no more than that can be said of any of them. */
const certainty = 0.5;
const mostDaysBefore = 366;
const mostDeaths = 100_000;
const shortestQuote = 15;

/** The events of a model's answer that the text bears out, each with the sentence it rests on. */
export function eventsInArticle(
  events: readonly ModelEvent[],
  report: Report,
  knowledge: Knowledge,
): ModelReading[] {
  const article = takeApart(report, knowledge);
  return events.flatMap((event) => readEvent(event, article) ?? []);
}

function takeApart(report: Report, knowledge: Knowledge): Article {
  const { text, language } = report;
  const sentences = splitSentences(text);
  const mentions = findPlaces(text, sentences, knowledge.gazetteer);
  const actorIds = new Set(
    sentences.flatMap((sentence) =>
      namedIn(sentence.tokens, language, knowledge.actors).map((actor) => actor.id),
    ),
  );
  return {
    ...report,
    ...knowledge,
    sentences,
    plain: sentences.map((sentence) => plainText(sentence.text)),
    places: settlePlaces(mentions, knowledge.gazetteer),
    actorIds,
  };
}

function readEvent(event: ModelEvent, article: Article): ModelReading | null {
  const sentence = findSentence(event.quote, article);
  const occurredOn = dayOf(event, article.publishedOn);
  // Links to other reports and captions tell of other days.
  if (!sentence || !occurredOn || sentence.kind !== 'body') return null;
  const settled = findPlace(event.place, sentence, article);
  const actors = actorsOf(event.actors, article);
  const isInSentence = settled !== null && isWithin(settled.mention, sentence);
  const type = eventTypeOf(event.subType);
  return {
    type,
    subType: event.subType,
    ...occurredOn,
    place: settled?.place?.name ?? null,
    latitude: settled?.latitude ?? null,
    longitude: settled?.longitude ?? null,
    locationPrecision: settled?.locationPrecision ?? null,
    uncertaintyKm: settled?.uncertaintyKm ?? 0,
    actors,
    deathsLow: null,
    deathsBest: deathsOf(event.deaths, sentence),
    deathsHigh: null,
    siteIds: settled?.siteIds ?? [],
    certainty,
    span: { start: sentence.start, end: sentence.end, inTitle: false },
    rendering: renderingOf(event, settled, actors, occurredOn.occurredOn),
    rivals: settled?.rivals ?? [],
    attributedTo: attributionOf(event.attributedTo, article),
    isPinned:
      isInSentence && settled.certainty >= 0.5 && findTriggers(sentence.tokens, article.language).length > 0,
  };
}

/** The sentence that a quote is: all of it, or most of it where the model left out a beginning or an end. */
function findSentence(quote: string, { plain, sentences }: Article): Sentence | null {
  const wanted = plainText(quote);
  if (wanted.length < shortestQuote) return null;
  const whole = plain.indexOf(wanted);
  if (whole !== -1) return sentences[whole]!;
  const found = plain.findIndex((text) => wanted.length * 2 >= text.length && text.includes(wanted));
  return found === -1 ? null : sentences[found]!;
}

function plainText(text: string): string {
  return text
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/" | "/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

const precisions: Record<ModelEvent['datePrecision'], DatePrecision> = {
  day: 1,
  days: 2,
  week: 3,
  month: 4,
  year: 5,
};

/** The day of an event, within the year before publication; null where it lies outside or is no day. */
function dayOf(
  { date, datePrecision }: ModelEvent,
  publishedOn: CalendarDate,
): { occurredOn: CalendarDate; datePrecision: DatePrecision } | null {
  if (date === null) return { occurredOn: publishedOn, datePrecision: 3 };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || calendarDate(at) !== date) return null;
  if (date > publishedOn || date < addDays(publishedOn, -mostDaysBefore)) return null;
  return { occurredOn: date, datePrecision: precisions[datePrecision] };
}

/** The mention of a place that the model means: by its name, in the quoted sentence before all others. */
function findPlace(name: string | null, sentence: Sentence, { places }: Article): SettledPlace | null {
  if (name === null) return null;
  const wanted = wordsOf(name.slice(0, 200)).join(' ');
  const isMeant = ({ mention, place, latitude }: SettledPlace) => {
    const words = wordsOf(mention.name).join(' ');
    const isCoarse = place?.kind === 'country' || place?.kind === 'admin1';
    return latitude !== null && !isCoarse && words !== '' && ` ${wanted} `.includes(` ${words} `);
  };
  const meant = places.filter(isMeant);
  return meant.find(({ mention }) => isWithin(mention, sentence)) ?? meant[0] ?? null;
}

function isWithin(span: { start: number; end: number }, sentence: Sentence): boolean {
  return span.start >= sentence.start && span.end <= sentence.end;
}

/** The actors by the names of the lexicon, as far as the text names them. */
function actorsOf(names: readonly string[], { language, actors, actorIds }: Article): string[] {
  const known = names.slice(0, 10).flatMap((name) => {
    const named = namedIn(tokenize(name.slice(0, 200)), language, actors);
    return named.find((actor) => actorIds.has(actor.id))?.name ?? [];
  });
  return [...new Set(known)];
}

function namedIn(tokens: readonly Token[], language: Language, lexicon: ActorLexicon): KnownActor[] {
  return findActors(tokens, language, lexicon).flatMap((mention) => [...mention.named]);
}

/** A number of deaths counts where it stands in the sentence in figures. */
function deathsOf(deaths: number | null, sentence: Sentence): number | null {
  if (deaths === null || !Number.isInteger(deaths) || deaths < 0 || deaths > mostDeaths) return null;
  const figures = sentence.text.match(/\d[\d., ]{0,9}/g) ?? [];
  return figures.some((figure) => Number(figure.replace(/\D/g, '')) === deaths) ? deaths : null;
}

function attributionOf(name: string | null, { text }: Article): string | null {
  const line = name?.trim() ?? '';
  return line.length > 1 && line.length <= 100 && text.includes(line) ? line : null;
}

/** One sentence in our own words: nothing of what the model wrote is handed on. */
function renderingOf(
  { subType }: ModelEvent,
  settled: SettledPlace | null,
  actors: readonly string[],
  day: CalendarDate,
): string {
  const where = settled?.place ? ` at ${settled.place.name}` : '';
  const who = actors.length > 0 ? `, involving ${actors.join(' and ')}` : '';
  return `${subType}${where} on ${day}${who}.`;
}
