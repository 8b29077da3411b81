import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBundledGazetteer } from '../../../bench/bundled-gazetteer.ts';
import { packageRoot } from '../../../config/package-root.ts';
import type { Gazetteer } from '../../../domain/gazetteer/gazetteer.ts';
import { buildActorLexicon } from '../../../domain/reading/actors/actor-lexicon.ts';
import { type ReadEvent, readReport } from '../../../domain/reading/read-report.ts';
import { readKnownActors } from '../../../services/sources/actors.ts';

const shared = path.join(packageRoot, '..', 'shared', 'data');
const article = path.join(shared, 'reports', 'walikale-2025-03-20.txt');
const gazetteers = ['cd', 'rw', 'bi', 'ug'].map((code) =>
  path.join(shared, 'places', `whosonfirst-${code}.csv`),
);
const isAbsent = !existsSync(article);
if (isAbsent) process.stderr.write(`skipped: ${article} is absent\n`);

function read(gazetteer: Gazetteer): { events: ReadEvent[]; text: string } {
  const [title, ...rest] = readFileSync(article, 'utf8').split('\n');
  const text = rest.join('\n');
  const knowledge = { gazetteer, actors: buildActorLexicon(readKnownActors()) };
  return {
    events: readReport({ title: title!, text, language: 'en', publishedOn: '2025-03-20' }, knowledge).events,
    text,
  };
}

describe.skipIf(isAbsent)('the article of 20 March 2025', () => {
  const cases = [
    ['the bundled gazetteer', []],
    ['the gazetteers of four countries', gazetteers.filter((file) => existsSync(file))],
  ] as const;

  describe.each(cases)('read with %s', (_, files) => {
    let events: ReadEvent[];
    let text: string;

    beforeAll(async () => {
      ({ events, text } = read(await readBundledGazetteer(files)));
    });

    const of = (place: string) => events.filter((event) => event.place?.startsWith(place));

    it('tells of exactly four events', () => {
      expect(events.map((event) => [event.place, event.subType])).toHaveLength(4);
    });

    it('says that M23 took Walikale on the day before or the day itself', () => {
      const [event] = of('Walikale');
      expect(event).toMatchObject({ subType: 'Non-state actor overtakes territory', actors: ['M23'] });
      expect(['2025-03-19', '2025-03-20']).toContain(event!.occurredOn);
      expect(event!.latitude).toBeCloseTo(-1.43, 1);
      expect(event!.longitude).toBeCloseTo(28.075, 1);
      expect(event!.datePrecision).toBeLessThanOrEqual(2);
    });

    it('says that there was fighting at Mubi on the Wednesday', () => {
      const [event] = of('Mubi');
      expect(event).toMatchObject({
        type: 'Battles',
        subType: 'Armed clash',
        occurredOn: '2025-03-19',
        datePrecision: 1,
      });
      expect(event!.latitude).toBeCloseTo(-1.309, 1);
      expect(event!.longitude).toBeCloseTo(27.893, 1);
    });

    it('says that work at Bisie was suspended and its people evacuated earlier in the month', () => {
      const [event] = events.filter(({ siteIds }) => siteIds.includes('bisie'));
      expect(event).toMatchObject({ subType: 'Operation suspended', datePrecision: 4 });
      expect(event!.occurredOn).toMatch(/^2025-03-/);
      expect(event!.rendering).toMatch(/suspended and staff evacuated/);
    });

    it('takes the entry into Bukavu from the caption of the picture', () => {
      const [event] = of('Bukavu');
      expect(event).toMatchObject({
        subType: 'Non-state actor overtakes territory',
        occurredOn: '2025-02-14',
        actors: ['M23', 'RDF'],
      });
    });

    it('pins each event to its sentence', () => {
      for (const { span } of events) {
        expect(span.inTitle).toBe(false);
        expect(text.slice(span.start, span.end)).toMatch(/Walikale|Mubi|Alphamin|Bukavu/);
      }
    });
  });
});
