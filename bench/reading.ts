import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { buildActorLexicon } from '../domain/reading/actors/actor-lexicon.ts';
import { readEvents } from '../services/reading/read-events.ts';
import { readKnownActors } from '../services/sources/actors.ts';
import { readBundledGazetteer } from './bundled-gazetteer.ts';
import { keepResults, resultOf } from './kept-results.ts';
import { type LabelledReport, readLabelledReports } from './labelled-reports.ts';
import { readableOf, readRecordedAnswers, recordAnswers } from './recorded-answers.ts';
import {
  actorComparison,
  calibrationOf,
  type Figures,
  figuresOf,
  type Scoring,
  scoreReading,
} from './score-reading.ts';

// Reads the labelled reports with the bundled gazetteer and prints how well that went: every miss and every false
// alarm, then the shares. With --keep the result of each report is kept for the tests, after it has changed for the
// better. The reader was developed with these reports; with --set-aside it reads those that were not, and prints the
// shares alone. With --record FILE the language model of OREWATCH_LLM_URL is asked about the reports, and its answers are
// kept; with --model FILE they count as those of a second reader. With --places FILE, once
// or more, gazetteers of Who's On First are read beside the bundled one.

const say = (text: string) => process.stdout.write(`${text}\n`);
const knownActors = readKnownActors();
const sameActor = actorComparison(knownActors);
const { values, positionals: wanted } = parseArgs({
  options: {
    keep: { type: 'boolean' },
    'set-aside': { type: 'boolean' },
    record: { type: 'string' },
    model: { type: 'string' },
    places: { type: 'string', multiple: true, default: [] },
  },
  allowPositionals: true,
});
const knowledge = {
  gazetteer: await readBundledGazetteer(values.places),
  actors: buildActorLexicon(knownActors),
};
const isSetAside = values['set-aside'] === true;

const reports = readLabelledReports(isSetAside ? 'set-aside' : 'reports').filter(
  ({ name }) => wanted.length === 0 || wanted.includes(name),
);
if (values.record !== undefined) {
  const { llmUrl: url, llmModel: model, llmKey: key } = readConfig(process.env);
  if (url === null) throw new Error('--record needs a model: set OREWATCH_LLM_URL.');
  await recordAnswers(values.record, reports, { url, model, key }, (name) => say(`asked about ${name}`));
}
const answers = values.model === undefined ? null : readRecordedAnswers(values.model);
if (answers) say(`The second reader used ${answers.tokens.toLocaleString('en')} tokens for all its answers.`);
const scored: { report: LabelledReport; scoring: Scoring }[] = [];
for (const report of reports) {
  const readable = readableOf(report);
  const { text } = readable;
  const { events } = readEvents(readable, answers?.events.get(report.name) ?? null, knowledge);
  const scoring = scoreReading(report, events, sameActor);
  scored.push({ report, scoring });
  if (!isSetAside) listMistakes(report, text, scoring);
}

say(
  `\n${'reports'.padEnd(24)}   n labels events  prec  recall   F1   type subtype place  date actors deaths`,
);
line('all', () => true);
line('English', ({ language }) => language === 'en');
line('French', ({ language }) => language === 'fr');
line('Spanish', ({ language }) => language === 'es');
line('easy', ({ hard }) => hard.length === 0);
line('hard', ({ hard }) => hard.length > 0);

say('\ncertainty     events  right');
for (const { from, events, right } of calibrationOf(scored.map(({ scoring }) => scoring)))
  if (events > 0)
    say(
      `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}  ${String(events).padStart(8)}  ${(right / events).toFixed(2)}`,
    );

if (values.keep && !isSetAside && values.places.length === 0) {
  keepResults(new Map(scored.map(({ report, scoring }) => [report.name, resultOf(scoring)])));
  say('\nKept in test/reading/results.csv: the tests hold these results for each report.');
}

function line(name: string, belongs: (report: LabelledReport) => boolean): void {
  const figures = figuresOf(scored.filter(({ report }) => belongs(report)).map(({ scoring }) => scoring));
  if (figures.reports === 0) return;
  const counts = [figures.reports, figures.labels, figures.events].map((n, i) =>
    String(n).padStart(i === 0 ? 4 : 6),
  );
  const keys: (keyof Figures)[] = [
    'precision',
    'recall',
    'f1',
    'type',
    'subType',
    'place',
    'date',
    'actors',
    'deaths',
  ];
  say(
    `${name.padEnd(24)}${counts.join(' ')}  ${keys.map((key) => figures[key].toFixed(2).padStart(5)).join(' ')}`,
  );
}

function listMistakes(report: LabelledReport, text: string, { pairs, missed, falseAlarms }: Scoring): void {
  const lines = [
    ...missed.map(
      (label) =>
        `  missed       ${label.subTypes[0]} | ${label.place?.name} | ${label.occurredOn[0]} | ${label.is}`,
    ),
    ...falseAlarms.map(
      (event) =>
        `  false alarm  ${event.rendering} [${event.certainty}]\n               "${quote(event.span)}"`,
    ),
    ...pairs.flatMap(({ label, event, agreement }) =>
      Object.entries(agreement)
        .filter(([, met]) => met === false)
        .map(([what]) => `  ${what.padEnd(12)} ${label.is} | read: ${event.rendering}`),
    ),
  ];
  if (lines.length > 0) say(`${report.name} (${report.hard.join(', ')})\n${lines.join('\n')}`);

  function quote(span: { start: number; end: number; inTitle: boolean }): string {
    return (span.inTitle ? (report.title ?? '') : text).slice(span.start, span.end).slice(0, 240);
  }
}
