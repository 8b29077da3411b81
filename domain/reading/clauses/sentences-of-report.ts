import { findPlaces } from '../../gazetteer/find-places.ts';
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import { type SettledPlace, settlePlaces } from '../../gazetteer/settle-places.ts';
import type { CalendarDate } from '../../time.ts';
import type { ActorLexicon } from '../actors/actor-lexicon.ts';
import { findActors, sideOfMention } from '../actors/actors-in-text.ts';
import { isGovernment } from '../actors/government.ts';
import { type DateMention, findDates } from '../dates/dates.ts';
import { findDeaths } from '../deaths/deaths.ts';
import { topicWords } from '../lexicon/claims/topics.ts';
import { modalityWordsOf } from '../lexicon/modality/modality.ts';
import { phrases } from '../lexicon/modality/phrases.ts';
import { isPoint, isSpeaking } from '../places/event-place.ts';
import { settleInText } from '../places/text-places.ts';
import { findUnknownPlaces } from '../places/unknown-places.ts';
import { isAttributionDate, isOfLastYear } from '../story/event-date.ts';
import { findDatelines, splitSentences } from '../text/sentences.ts';
import type { Language, Sentence, Span, Token } from '../text/text.ts';
import { tokenAt, tokenize } from '../text/tokens.ts';
import { isExplanation } from './headline.ts';
import type { Placed, ReadSentence } from './read-sentence.ts';
import { findTriggers } from './triggers.ts';
import { hasWord } from './words-of-sentence.ts';

/** Longer sentences are no prose: they are read in parts, so that the time stays linear. */
const maxTokens = 250;

/** A text without a title and no longer than this, in sentences, is a post: it begins like a headline. */
const maxPostSentences = 3;

/** "The day before" still counts from a day that was named so many sentences ago. */
const anchorReach = 3;

/** The sentences of a text with all that they name, and the places of its datelines. `titleEnd`: where the title ends. */
export function readSentences(
  text: string,
  titleEnd: number,
  language: Language,
  publishedOn: CalendarDate,
  gazetteer: Gazetteer,
  actors: ActorLexicon,
): { analyses: ReadSentence[]; datelines: SettledPlace[] } {
  const sentences = splitSentences(text).filter(({ kind }) => kind === 'body' || kind === 'caption');
  const datelines = findDatelines(text).map((span) => datelineSentence(text, span));
  const all = [...sentences, ...datelines].sort((a, b) => a.start - b.start);
  const settled = settlePlaces(findPlaces(text, all, gazetteer), gazetteer).sort(
    (a, b) => a.mention.start - b.mention.start,
  );
  const placesIn = within(settled, ({ mention }) => mention.start);
  const isPost = titleEnd === 0 && sentences.length <= maxPostSentences;
  const analyses: ReadSentence[] = [];
  let anchor: { day: CalendarDate; sentence: number } | null = null;
  for (const [number, sentence] of sentences.entries()) {
    const day: CalendarDate | null = anchor && number - anchor.sentence <= anchorReach ? anchor.day : null;
    const dates: DateMention[] = findDates(sentence.tokens, { language, publishedOn, anchor: day });
    const named = dates.findLast(({ role, precision }) => role === 'when' && precision === 1);
    if (named) anchor = { day: named.occurredOn, sentence: number };
    const deaths = findDeaths(sentence.tokens, language);
    const datesIn = within(dates, ({ start }) => start);
    const deathsIn = within(deaths, ({ start }) => start);
    for (const tokens of partsOf(sentence.tokens)) {
      const [first, last] = [tokens[0]!, tokens.at(-1)!];
      const span = { start: first.start, end: last.end };
      const triggers = findTriggers(tokens, language);
      const found = findActors(tokens, language, actors);
      // "Maï-Maï" is no month.
      const placedDates = datesIn(span)
        .map((date) => placed(tokens, date, date))
        .filter(
          (date) =>
            !found.some(
              (actor) => actor.named.length > 0 && date.first >= actor.first && date.first < actor.last,
            ),
        );
      const knownPlaces = placesIn(span)
        .map((place) => placed(tokens, place, place.mention))
        .filter(
          ({ of, first, last }) =>
            of.mention.isLocative || of.siteIds.length > 0 || !isSpeaking(tokens, first, last),
        )
        .map((place) => (isGovernment(tokens, place) ? withoutPoint(place) : place));
      const taken = [...knownPlaces, ...placedDates, ...found];
      const unknown = findUnknownPlaces(
        { tokens, triggers, dates: placedDates, language },
        (token) => taken.some((item) => token >= item.first && token < item.last),
        knownPlaces,
      );
      analyses.push({
        index: analyses.length,
        sentence,
        language,
        publishedOn,
        inTitle: sentence.start < titleEnd,
        isHeadline: sentence.start < titleEnd || (isPost && number === 0),
        tokens,
        actors: found,
        places: [...knownPlaces, ...unknown].sort((a, b) => a.first - b.first),
        dates: placedDates.map((date) => ({
          ...date,
          of: {
            ...date.of,
            ...(isOfLastYear(tokens, date) ? { role: 'past' as const } : {}),
            isAttribution: isAttributionDate({ tokens, language, triggers }, date),
          },
        })),
        deaths: deathsIn(span).map((death) => placed(tokens, death, death)),
        triggers,
        around: nothingAround,
      });
    }
  }
  lookAround(analyses);
  const datelinePlaces = datelines.flatMap((span) => placesIn(span).slice(0, 1));
  const dateline = datelinePlaces.find((place) => place.latitude !== null && isPoint(place)) ?? null;
  return { analyses: settleInText(analyses, dateline), datelines: datelinePlaces };
}

const nothingAround: ReadSentence['around'] = {
  armed: false,
  protest: false,
  mine: false,
  accident: false,
  court: false,
  elsewhere: false,
  explained: false,
};

/** Sentences before and behind that tell what a sentence is about. */
const aroundReach = 2;

function lookAround(analyses: ReadSentence[]): void {
  const own = analyses.map((analysis) => ({
    armed:
      hasWord(analysis, topicWords.means) ||
      analysis.actors.some((actor) => actor.generic !== 'police' && sideOfMention(actor) !== null),
    accident: hasWord(analysis, topicWords.accident),
    protest: isOfProtest(analysis) || analysis.actors.some(({ generic }) => generic === 'protesters'),
    mine:
      hasWord(analysis, topicWords.mine) ||
      analysis.places.some(({ of }) => of.siteIds.length > 0 || of.mention.isOperator),
  }));
  for (const [i, analysis] of analyses.entries()) {
    const near = own.slice(Math.max(0, i - aroundReach), i + aroundReach + 1);
    analysis.around = {
      armed: near.some(({ armed }) => armed),
      protest: own.slice(Math.max(0, i - aroundReach), i + 1).some(({ protest }) => protest),
      mine: near.some(({ mine }) => mine),
      accident: near.some(({ accident }) => accident) && !near.some(({ armed }) => armed),
      court: isOfCourt(analysis),
      elsewhere: hasWord(analysis, modalityWordsOf[analysis.language].elsewhere),
      explained: isExplanation(analysis),
    };
  }
}

/** "March" as a month is no march. */
function isOfProtest({ tokens, dates }: ReadSentence): boolean {
  return tokens.some(
    ({ word }, i) => topicWords.protest.has(word) && !dates.some(({ first, last }) => i >= first && i < last),
  );
}

const ofCourt = new RegExp(`(?:^| )${phrases.courts}(?: |$)`);

/** Asked of what may tell of an event, and of what a text begins with. */
function isOfCourt({ tokens, triggers, index }: ReadSentence): boolean {
  if (triggers.length === 0 && index > 1) return false;
  return ofCourt.test(tokens.map(({ word }) => word).join(' '));
}

/** A government is no place, but it tells of its country. */
function withoutPoint(place: Placed<SettledPlace>): Placed<SettledPlace> {
  return { ...place, of: { ...place.of, latitude: null, longitude: null } };
}

function datelineSentence(text: string, span: Span): Sentence {
  const written = text.slice(span.start, span.end);
  const tokens = tokenize(written, span.start);
  return { ...span, text: written, tokens, paragraph: 0, quotes: [], kind: 'body' };
}

function* partsOf(tokens: readonly Token[]): Generator<readonly Token[]> {
  for (let i = 0; i < tokens.length; i += maxTokens) yield tokens.slice(i, i + maxTokens);
}

/** The items that start within a span, found by halving: `items` are in the order of their starts. */
function within<T>(items: readonly T[], startOf: (item: T) => number): (span: Span) => T[] {
  return ({ start, end }) => {
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(items[middle]!) < start) low = middle + 1;
      else high = middle;
    }
    let last = low;
    while (last < items.length && startOf(items[last]!) < end) last += 1;
    return items.slice(low, last);
  };
}

function placed<T>(tokens: readonly Token[], of: T, span: Span): Placed<T> {
  const first = tokenAt(tokens, span.start);
  return { of, first, last: Math.max(first + 1, tokenAt(tokens, span.end)) };
}
