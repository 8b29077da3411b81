import { describe, expect, it } from 'vitest';
import { answering, type ModelTestServer, saying, startModelServer } from './llm-server.ts';
import {
  clash,
  key,
  knowledge,
  logged,
  model,
  readWithModel,
  report,
  seen,
  settings,
  setUpModel,
  warnings,
} from './model-reading.ts';

setUpModel();

describe('a model that fails', () => {
  it.each([
    ['no JSON', 'I am sorry, but as a language model', 'its answer is not of the schema that was asked for'],
    ['broken JSON', '{"events":[{"quote":"', 'its answer is not of the schema that was asked for'],
    ['another schema', { incidents: [] }, 'its answer is not of the schema that was asked for'],
    [
      'a field more',
      { events: [seen({ latitude: -1, longitude: 29 })] },
      'its answer is not of the schema that was asked for',
    ],
    ['a field less', { events: [{ quote: clash }] }, 'its answer is not of the schema that was asked for'],
    [
      'an unknown type',
      { events: [seen({ subType: 'Alien invasion' })] },
      'its answer is not of the schema that was asked for',
    ],
    ['a list of nothing', 'null', 'its answer is not of the schema that was asked for'],
  ])('with %s gives no reading, and a warning', async (_, content, reason) => {
    model.reply = saying(content);
    expect(await readWithModel(report, knowledge, settings())).toBeNull();
    expect(warnings()).toEqual([reason]);
  });

  it('by echoing what it was asked gives no reading', async () => {
    model.reply = (request, response) =>
      saying(request.body.messages.map(({ content }) => content).join('\n'))(request, response, 1);
    expect(await readWithModel(report, knowledge, settings())).toBeNull();
  });

  it.each([
    ['nothing', '', 'its answer is not JSON'],
    ['a page', '<html>busy</html>', 'its answer is not JSON'],
    ['no choices', '{"choices":[]}', 'its answer is not a chat completion'],
    ['a refusal', '{"choices":[{"message":{"content":null}}]}', 'its answer is not a chat completion'],
    ['null', 'null', 'its answer is not a chat completion'],
    ['a flood', `"${'x'.repeat(300_000)}"`, 'its answer is larger than 262144 bytes'],
  ])('by sending %s gives no reading, and a warning', async (_, body, reason) => {
    model.reply = (_request, response) => void response.end(body);
    expect(await readWithModel(report, knowledge, settings())).toBeNull();
    expect(warnings()).toEqual([reason]);
  });

  it('by hanging is left after the time limit', async () => {
    model.reply = () => {};
    expect(await readWithModel(report, knowledge, settings({ timeLimitMs: 100 }))).toBeNull();
    expect(warnings()).toEqual(['it took too long']);
  });

  it('by hanging in the middle of its answer is left after the time limit', async () => {
    model.reply = (_request, response) => void response.write('{"choices":');
    expect(await readWithModel(report, knowledge, settings({ timeLimitMs: 100 }))).toBeNull();
    expect(warnings()).toEqual(['it took too long']);
  });

  it.each([500, 503, 429])('once with %i is asked a second time', async (status) => {
    model.reply = (request, response, attempt) =>
      attempt === 1 ? void response.writeHead(status).end() : answering([seen()])(request, response, attempt);
    expect(await readWithModel(report, knowledge, settings())).toHaveLength(1);
    expect(model.requests).toHaveLength(2);
  });

  it('twice is not asked a third time', async () => {
    model.reply = (_request, response) => void response.writeHead(500).end('boom');
    expect(await readWithModel(report, knowledge, settings())).toBeNull();
    expect(model.requests).toHaveLength(2);
    expect(warnings()).toEqual(['it answered 500 and then 500']);
  });

  it('by refusing the key is asked once', async () => {
    model.reply = (_request, response) => void response.writeHead(401).end(`Wrong key: ${key}`);
    expect(await readWithModel(report, knowledge, settings())).toBeNull();
    expect(model.requests).toHaveLength(1);
    expect(warnings()).toEqual(['it answered 401']);
  });

  it('by wanting to be left alone longer than there is time is left alone', async () => {
    model.reply = (_request, response) => void response.writeHead(429, { 'retry-after': '3600' }).end();
    expect(await readWithModel(report, knowledge, settings({ timeLimitMs: 100 }))).toBeNull();
    expect(model.requests).toHaveLength(1);
  });

  it('by pointing elsewhere is not followed with the key', async () => {
    model.reply = (request, response) =>
      request.path.startsWith('/v1')
        ? void response.writeHead(307, { location: '/elsewhere' }).end()
        : answering([])(request, response, 1);
    expect(await readWithModel(report, knowledge, settings())).toBeNull();
    expect(model.requests.map(({ path }) => path)).toEqual(['/v1/chat/completions']);
  });

  it('by not being there gives no reading', async () => {
    const gone = await startModelServer();
    await gone.close();
    expect(await readWithModel(report, knowledge, settings({ url: gone.url }))).toBeNull();
    expect(warnings()).toEqual(['it cannot be reached (ECONNREFUSED)']);
  });

  it('never brings the key into the log', async () => {
    const replies: ModelTestServer['reply'][] = [
      (_request, response) => void response.writeHead(401).end(key),
      (_request, response) => void response.end(key),
      (_request, response) => void response.writeHead(500, key).end(key),
      saying(key),
      saying({ events: [seen({ quote: key, place: key })] }),
      (request) => void request,
    ];
    for (const reply of replies) {
      model.reply = reply;
      await readWithModel(report, knowledge, settings({ timeLimitMs: 100 }));
    }
    const secret = model.url.replace('//', `//reader:${key}@`);
    await readWithModel(report, knowledge, settings({ url: secret, timeLimitMs: 100 }));
    expect(logged.length).toBeGreaterThan(4);
    expect(JSON.stringify(logged)).not.toContain('sesame');
  });
});
