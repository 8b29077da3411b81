import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { buildGazetteer } from '../../domain/gazetteer/gazetteer.ts';
import type { Place } from '../../domain/gazetteer/place.ts';
import { buildActorLexicon } from '../../domain/reading/actors/actor-lexicon.ts';
import { eventsInArticle } from '../../services/reading/llm-events.ts';
import { askModel, type ModelSettings } from '../../services/reading/llm-reader.ts';
import type { ReadableReport } from '../../services/reading/read-events.ts';
import { answering, type ModelTestServer, startModelServer } from './llm-server.ts';

export let model: ModelTestServer;
/** To be called once in a file: a server that plays the model, which before each test was asked nothing and finds no event. */
export function setUpModel(): void {
  beforeAll(async () => {
    model = await startModelServer();
  });
  afterAll(() => model.close());
  beforeEach(() => {
    logged.length = 0;
    model.requests.length = 0;
    model.reply = answering([]);
  });
}

export const key = 'sk-open-sesame-123456';
export const logged: Record<string, unknown>[] = [];
export const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(JSON.parse(line)) });

export function settings(over: Partial<ModelSettings> = {}): ModelSettings {
  return { url: model.url, model: 'small-reader', key, log, retryPauseMs: 1, ...over };
}

const place = (name: string, latitude: number, longitude: number, over: Partial<Place> = {}): Place => ({
  id: `bundled:${name}`,
  name,
  names: [],
  kind: 'locality',
  country: 'CD',
  admin1: 'North Kivu',
  admin2: null,
  latitude,
  longitude,
  population: 50_000,
  siteId: null,
  ...over,
});

/** What the text bears out of the model's answer; null where it gave none. */
export async function readWithModel(report: ReadableReport, known: typeof knowledge, asked: ModelSettings) {
  const events = await askModel(report, asked);
  return events && eventsInArticle(events, report, known);
}

export const knowledge = {
  gazetteer: buildGazetteer(
    [
      place('Goma', -1.67409, 29.22845),
      place('Mubi', -1.30883, 27.89323),
      place('Walikale', -1.43049, 28.07519),
      place('North Kivu', -0.8, 29, { kind: 'admin1' }),
      place('Bisie', -1.033035, 27.744321, { kind: 'site', siteId: 'bisie' }),
    ],
    [],
  ),
  actors: buildActorLexicon([
    {
      id: 'm23',
      name: 'M23',
      aliases: ['AFC/M23'],
      side: 'non-state',
      country: 'CD',
      belongsTo: null,
      isLoyal: false,
    },
    {
      id: 'fardc',
      name: 'FARDC',
      aliases: ['Congolese army'],
      side: 'state',
      country: 'CD',
      belongsTo: null,
      isLoyal: false,
    },
    {
      id: 'adf',
      name: 'ADF',
      aliases: [],
      side: 'non-state',
      country: 'CD',
      belongsTo: null,
      isLoyal: false,
    },
  ]),
};

export const clash = 'M23 fighters clashed with the Congolese army at Mubi on Wednesday, killing 12 people.';
export const report = {
  title: 'Fighting west of the lake',
  text: `${clash}\nTalks in Goma were put off again. Traders said that the road to Walikale stayed open.`,
  language: 'en' as const,
  publishedOn: '2025-03-20',
};

/** The event that the report tells of, as a good model gives it; each test states what differs. */
export const seen = (over: Record<string, unknown> = {}) => ({
  quote: clash,
  subType: 'Armed clash',
  date: '2025-03-19',
  datePrecision: 'day',
  place: 'Mubi',
  actors: ['M23 fighters', 'the Congolese army'],
  deaths: 12,
  attributedTo: null,
  ...over,
});

export async function readingOf(events: readonly unknown[], article = report) {
  model.reply = answering(events);
  return readWithModel(article, knowledge, settings());
}

export const warnings = () => logged.filter(({ level }) => level === 40).map(({ reason }) => reason);
