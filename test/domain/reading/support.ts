import { readBundledGazetteer } from '../../../bench/bundled-gazetteer.ts';
import { buildActorLexicon } from '../../../domain/reading/actors/actor-lexicon.ts';
import { type ReadEvent, readReport } from '../../../domain/reading/read-report.ts';
import type { Language } from '../../../domain/reading/text/text.ts';
import { readKnownActors } from '../../../services/sources/actors.ts';

const gazetteer = await readBundledGazetteer();
const actors = buildActorLexicon(readKnownActors());

/** Thursday. */
export const publishedOn = '2025-03-20';

/** A text that was published on Thursday, 20 March 2025: its events, and the sentences that made none. */
export function readWhole(language: Language, text: string, title: string | null = null) {
  return readReport({ title, text, language, publishedOn }, { gazetteer, actors });
}

/** Its events alone. */
export function read(language: Language, text: string, title: string | null = null): ReadEvent[] {
  return readWhole(language, text, title).events;
}

/** The same in one line each: kind, place and day. */
export function told(language: Language, text: string, title: string | null = null): string[] {
  return read(language, text, title).map(
    ({ subType, place, occurredOn }) => `${subType}, ${place}, ${occurredOn}`,
  );
}
