import type { Language } from '../../text/text.ts';
import { eachLanguage } from '../join-words.ts';
import { tablesOf } from '../lexicons.ts';
import type { DeathForm, DeathsKind, DeathWords } from './death-words.ts';

/** What a word says of those that it speaks of, and where they stand. */
export type DeathCue = { kind: DeathsKind; form: DeathForm };

/** The words that tell what became of people. */
export const deathCues: Record<Language, ReadonlyMap<string, DeathCue>> = eachLanguage(
  tablesOf('deaths'),
  cuesOf,
);

function cuesOf(byKind: DeathWords): ReadonlyMap<string, DeathCue> {
  const cues = new Map<string, DeathCue>();
  for (const [kind, byForm] of Object.entries(byKind) as [DeathsKind, DeathWords[DeathsKind]][])
    for (const [form, words] of Object.entries(byForm) as [DeathForm, string][])
      for (const word of words.split(' ')) cues.set(word, { kind, form });
  return cues;
}
