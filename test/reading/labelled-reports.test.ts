import { beforeAll, describe, expect, it } from 'vitest';
import { readBundledGazetteer } from '../../bench/bundled-gazetteer.ts';
import { readKeptResults, resultOf } from '../../bench/kept-results.ts';
import { type LabelledReport, readLabelledReports } from '../../bench/labelled-reports.ts';
import { actorComparison, figuresOf, type Scoring, scoreReading } from '../../bench/score-reading.ts';
import { buildActorLexicon } from '../../domain/reading/actors/actor-lexicon.ts';
import { readReport } from '../../domain/reading/read-report.ts';
import { languages } from '../../domain/reading/text/text.ts';
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

  const figures = (belongs: (report: LabelledReport) => boolean) =>
    figuresOf(scored.filter(({ report }) => belongs(report)).map(({ scoring }) => scoring));

  it('are at least twenty in each language, half of them hard', () => {
    const { length } = scored;
    for (const language of languages)
      expect(scored.filter(({ report }) => report.language === language).length).toBeGreaterThanOrEqual(20);
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

  // The lines of the table in docs/reading.md.
  it.each([
    ['en', { precision: 0.94, recall: 0.84, place: 0.82, date: 0.98, actors: 0.88, deaths: 0.79 }],
    ['fr', { precision: 0.94, recall: 0.86, place: 0.88, date: 0.97, actors: 0.91, deaths: 0.74 }],
    ['es', { precision: 0.98, recall: 0.9, place: 0.69, date: 0.98, actors: 0.57, deaths: 0.89 }],
  ] as const)('in %s are read as well as docs/reading.md claims', (language, claimed) => {
    const read = figures((report) => report.language === language);
    for (const [what, share] of Object.entries(claimed))
      expect(Math.round(100 * read[what as keyof typeof claimed]) / 100, what).toBeGreaterThanOrEqual(share);
  });
});
