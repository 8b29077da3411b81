import { beforeAll, describe, expect, it } from 'vitest';
import { readBundledGazetteer } from '../../bench/bundled-gazetteer.ts';
import { type LabelledReport, readLabelledReports } from '../../bench/labelled-reports.ts';
import { actorComparison, figuresOf, type Scoring, scoreReading } from '../../bench/score-reading.ts';
import { buildActorLexicon } from '../../domain/reading/actors/actor-lexicon.ts';
import { readReport } from '../../domain/reading/read-report.ts';
import { readKnownActors } from '../../services/sources/actors.ts';

describe('the labelled reports', () => {
  let scored: { report: LabelledReport; scoring: Scoring }[];

  beforeAll(async () => {
    const known = readKnownActors();
    const knowledge = { gazetteer: await readBundledGazetteer(), actors: buildActorLexicon(known) };
    const sameActor = actorComparison(known);
    scored = readLabelledReports().map((report) => {
      const { events } = readReport({ ...report, text: report.paragraphs.join('\n') }, knowledge);
      return { report, scoring: scoreReading(report, events, sameActor) };
    });
  });

  const figures = (belongs: (report: LabelledReport) => boolean = () => true) =>
    figuresOf(scored.filter(({ report }) => belongs(report)).map(({ scoring }) => scoring));

  it('are at least sixty, in both languages, half of them hard', () => {
    const { length } = scored;
    expect(length).toBeGreaterThanOrEqual(60);
    expect(scored.filter(({ report }) => report.language === 'fr').length).toBeGreaterThanOrEqual(20);
    expect(scored.filter(({ report }) => report.hard.length > 0).length).toBeGreaterThanOrEqual(length / 2);
  });

  it('are read with few false alarms and few misses', () => {
    expect(figures().precision).toBeGreaterThanOrEqual(0.85);
    expect(figures().recall).toBeGreaterThanOrEqual(0.75);
  });

  it.each(['en', 'fr'])('are read as well in each language (%s)', (language) => {
    const { precision, recall } = figures((report) => report.language === language);
    expect(precision).toBeGreaterThanOrEqual(0.85);
    expect(recall).toBeGreaterThanOrEqual(0.75);
  });

  it('are read with their places and dates', () => {
    expect(figures().place).toBeGreaterThanOrEqual(0.85);
    expect(figures().date).toBeGreaterThanOrEqual(0.85);
  });
});
