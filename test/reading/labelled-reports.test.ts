import { beforeAll, describe, expect, it } from 'vitest';
import { readBundledGazetteer } from '../../bench/bundled-gazetteer.ts';
import { readKeptResults, resultOf } from '../../bench/kept-results.ts';
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
    scored = readLabelledReports('reports').map((report) => {
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

  it('are each read as well as the results say that are kept (npm run bench:reading -- --keep)', () => {
    const kept = readKeptResults();
    const worse = scored.flatMap(({ report: { name }, scoring }) => {
      const before = kept.get(name);
      if (!before) return [`${name}: no result is kept`];
      const now = resultOf(scoring);
      const losses = [
        ...(['missed', 'falseAlarms'] as const).filter((what) => now[what] > before[what]),
        ...(['found', 'place', 'date', 'actors', 'deaths'] as const).filter(
          (what) => now[what] < before[what],
        ),
      ];
      return losses.map((what) => `${name}: ${what} ${before[what]} before, ${now[what]} now`);
    });
    expect(worse).toEqual([]);
    expect(kept.size).toBe(scored.length);
  });

  it.each([
    ['precision', 0.91],
    ['recall', 0.8],
    ['place', 0.83],
    ['date', 0.97],
    ['actors', 0.87],
    ['deaths', 0.78],
  ] as const)('are read with the %s that docs/reading.md claims: %d', (what, claimed) => {
    expect(Math.round(100 * figures()[what]) / 100).toBeGreaterThanOrEqual(claimed);
  });

  it.each(['en', 'fr'])('are read as well in each language (%s)', (language) => {
    const { precision, recall } = figures((report) => report.language === language);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.78);
  });
});
