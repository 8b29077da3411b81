import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { buildActorLexicon } from '../domain/reading/actors/actor-lexicon.ts';
import { readReport } from '../domain/reading/read-report.ts';
import { readKnownActors } from '../services/sources/actors.ts';
import { readBundledGazetteer } from './bundled-gazetteer.ts';
import { readLabelledReports } from './labelled-reports.ts';

// Prints how long the reader takes: for an article of 5,000 words, and for 1,000 articles of the labelled reports' size.
// A folder of gazetteers of Who's On First (CSV) may be given; they are read beside the bundled one.

const say = (text: string) => process.stdout.write(`${text}\n`);
const folder = process.argv[2];
const files =
  folder && existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^whosonfirst-\w+\.csv$/.test(name))
        .map((name) => path.join(folder, name))
    : [];
const knowledge = {
  gazetteer: await readBundledGazetteer(files),
  actors: buildActorLexicon(readKnownActors()),
};
say(`gazetteers: the bundled one${files.length > 0 ? ` and ${files.length} of Who's On First` : ''}`);

const reports = readLabelledReports('reports').map((report) => ({
  ...report,
  text: report.paragraphs.join('\n'),
}));
const english = reports.filter(({ language }) => language === 'en');
const words = english.flatMap(({ text }) => text.split(/(?<=\s)/));
const long = words.slice(0, 5_000).join('');

const longTimes = measured(60, () =>
  readReport({ title: null, text: long, language: 'en', publishedOn: '2025-03-20' }, knowledge),
);
say(
  `an article of ${words.slice(0, 5_000).length} words: ${longTimes.least.toFixed(1)} ms at best, ${longTimes.middle.toFixed(1)} ms in the middle of 60`,
);
const many = measured(1, () => {
  for (let i = 0; i < 1_000; i += 1) readReport(reports[i % reports.length]!, knowledge);
});
say(`1,000 articles: ${many.least.toFixed(0)} ms`);

/** Processor time in ms: other work on the machine is not the reader's. As many runs before warm up, as in a process that has read for a while. */
function measured(times: number, work: () => unknown): { least: number; middle: number } {
  for (let i = 0; i < times; i += 1) work();
  const taken = Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  }).sort((a, b) => a - b);
  return { least: taken[0]!, middle: taken[taken.length >> 1]! };
}
