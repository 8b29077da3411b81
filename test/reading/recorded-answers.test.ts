import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabelledReport } from '../../bench/labelled-reports.ts';
import { readableOf, readRecordedAnswers, recordAnswers } from '../../bench/recorded-answers.ts';
import { readEvents } from '../../services/reading/read-events.ts';
import { answering, saying } from './llm-server.ts';
import { knowledge, model, report, seen, setUpModel } from './model-reading.ts';

setUpModel();

describe('answers of a model that are recorded', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'orewatch-answers-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const labelled = (name: string): LabelledReport => ({
    ...{ name, language: 'en', publishedOn: report.publishedOn, title: report.title, hard: [], events: [] },
    ...{ paragraphs: report.text.split('\n'), tolerated: [] },
  });
  const asked: string[] = [];
  const record = (file: string, ...names: string[]) =>
    recordAnswers(file, names.map(labelled), { url: model.url, model: null, key: null }, (name) =>
      asked.push(name),
    );

  it('are asked for once each, and count as those of a second reader', async () => {
    const file = path.join(folder, 'answers.jsonl');
    model.reply = answering([seen()]);
    await record(file, 'first');
    model.reply = saying('nothing of use');
    await record(file, 'first', 'second');
    expect(asked).toEqual(['first', 'second']);
    expect(model.requests).toHaveLength(2);
    const { events, tokens } = readRecordedAnswers(file);
    expect(tokens).toBe(2 * (812 + 97));
    expect(events.get('second')).toBeNull();
    const alone = readEvents(readableOf(labelled('first')), null, knowledge).events;
    const both = readEvents(readableOf(labelled('first')), events.get('first')!, knowledge).events;
    expect(both).toHaveLength(alone.length);
    expect(both[0]!.certainty).toBeGreaterThan(alone[0]!.certainty);
  });

  it('are refused with their line where the file is broken', async () => {
    const file = path.join(folder, 'broken.jsonl');
    await record(file, 'first');
    await writeFile(file, `${await readFile(file, 'utf8')}{"report":`);
    expect(() => readRecordedAnswers(file)).toThrow(`${file}, line 2: is no recorded answer`);
  });
});
