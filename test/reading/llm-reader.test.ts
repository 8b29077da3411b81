import { describe, expect, it } from 'vitest';
import {
  clash,
  key,
  knowledge,
  logged,
  model,
  readingOf,
  readWithModel,
  report,
  seen,
  settings,
  setUpModel,
} from './model-reading.ts';

setUpModel();

describe('what is asked', () => {
  it('goes to the address of chat completions, with the key, the model and a strict schema', async () => {
    await readingOf([]);
    const [asked] = model.requests;
    expect(asked).toMatchObject({
      path: '/v1/chat/completions',
      authorization: `Bearer ${key}`,
      body: {
        model: 'small-reader',
        response_format: { type: 'json_schema', json_schema: { strict: true } },
      },
    });
  });

  it('has a schema that strict servers take: all fields required, none beside them', async () => {
    await readingOf([]);
    const objects: Record<string, unknown>[] = [];
    JSON.stringify(model.requests[0]!.body.response_format.json_schema.schema, (_, value) => {
      if (value?.type === 'object') objects.push(value);
      return value;
    });
    expect(objects).toHaveLength(2);
    for (const object of objects) {
      expect(object.additionalProperties).toBe(false);
      expect(object.required).toEqual(Object.keys(object.properties as object));
    }
  });

  it('holds the report as data between two marks that no report can know', async () => {
    await readingOf([]);
    await readingOf([]);
    const marks = model.requests.map(({ body: { messages } }) => {
      expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
      expect(messages[0]!.content).not.toContain(clash);
      const [, mark, inner] =
        /----- (\w{18}) the report begins -----\n([\s\S]*)\n----- \1 the report ends -----$/.exec(
          messages[1]!.content,
        )!;
      expect(inner).toBe(`${report.title}\n\n${report.text}`);
      return mark;
    });
    expect(marks[0]).not.toBe(marks[1]);
  });

  it('is not asked with a key where there is none', async () => {
    await readWithModel(report, knowledge, settings({ key: null, model: null, url: `${model.url}/` }));
    expect(model.requests[0]).toMatchObject({ path: '/v1/chat/completions', authorization: undefined });
    expect(model.requests[0]!.body).not.toHaveProperty('model');
  });
});

describe('a good answer', () => {
  it('becomes events whose place and actors come from what we know', async () => {
    expect(await readingOf([seen()])).toEqual([
      {
        type: 'Battles',
        subType: 'Armed clash',
        occurredOn: '2025-03-19',
        datePrecision: 1,
        place: 'Mubi',
        latitude: -1.30883,
        longitude: 27.89323,
        locationPrecision: 1,
        uncertaintyKm: 5,
        actors: ['M23', 'FARDC'],
        deathsLow: null,
        deathsBest: 12,
        deathsHigh: null,
        siteIds: [],
        certainty: 0.5,
        span: { start: 0, end: clash.length, inTitle: false },
        rendering: 'Armed clash at Mubi on 2025-03-19, involving M23 and FARDC.',
        rivals: [],
        attributedTo: null,
        isPinned: true,
      },
    ]);
    expect(logged).toMatchObject([
      {
        ...{ level: 30, msg: 'the language model read a report', server: model.host },
        ...{ promptTokens: 812, completionTokens: 97, ms: expect.any(Number) },
      },
    ]);
  });

  it('may be empty', async () => {
    expect(await readingOf([])).toEqual([]);
  });

  it('may quote with other quotation marks and white space', async () => {
    const text = 'He said: “The rebels seized Mubi on  Wednesday.” Nobody else spoke of it.';
    const quote = 'He said: "The rebels seized Mubi on Wednesday."';
    const events = await readingOf([seen({ quote, deaths: null })], { ...report, text });
    expect(events).toHaveLength(1);
  });
});

describe('what the report does not bear out', () => {
  it.each([
    [
      'an invented sentence',
      { quote: 'M23 fighters seized Goma airport on Wednesday and killed 900 people.' },
    ],
    ['a sentence of which only a word or two are quoted', { quote: 'at Mubi on' }],
    ['an empty quote', { quote: '' }],
    ['a date after publication', { date: '2025-03-21' }],
    ['a date of years ago', { date: '2012-11-20' }],
    ['a day that there is not', { date: '2025-02-30' }],
    ['a date in other words', { date: 'Wednesday' }],
  ])('is dropped: %s', async (_, over) => {
    expect(await readingOf([seen(over)])).toEqual([]);
  });

  it('loses the place: one that the text does not name, or that is an area, has no coordinates', async () => {
    for (const name of ['Bisie', 'North Kivu', 'Atlantis', '', '-1.3, 27.9', null]) {
      const text = `${report.text} The governor of North Kivu spoke.`;
      const [event] = (await readingOf([seen({ place: name })], { ...report, text }))!;
      expect(event).toMatchObject({ place: null, latitude: null, longitude: null, isPinned: false });
    }
  });

  it('is not pinned where the place stands in another sentence', async () => {
    const [event] = (await readingOf([seen({ place: 'Goma' })]))!;
    expect(event).toMatchObject({ place: 'Goma', isPinned: false });
  });

  it('is not pinned where the sentence has no word for an event', async () => {
    const quote = 'Talks in Goma were put off again.';
    const [event] = (await readingOf([seen({ quote, place: 'Goma', deaths: null })]))!;
    expect(event).toMatchObject({ place: 'Goma', isPinned: false });
  });

  it('loses actors that the text does not name, and numbers that are not in the sentence', async () => {
    const [event] = (await readingOf([seen({ actors: ['ADF', 'Martians', 'M23'], deaths: 400 })]))!;
    expect(event).toMatchObject({ actors: ['M23'], deathsBest: null });
  });

  it('is not believed about who said it', async () => {
    const [event] = (await readingOf([seen({ attributedTo: 'the Pope' })]))!;
    expect(event).toMatchObject({ attributedTo: null });
  });

  it('is dropped where the sentence only leads to another report', async () => {
    const text = `${report.text}\nREAD: Rebels seized the town of Walikale after days of fighting`;
    const quote = 'READ: Rebels seized the town of Walikale after days of fighting';
    expect(await readingOf([seen({ quote, place: 'Walikale' })], { ...report, text })).toEqual([]);
  });
});
