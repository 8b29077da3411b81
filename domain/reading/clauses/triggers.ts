import { eachLanguage } from '../lexicon/join-words.ts';
import { tablesOf } from '../lexicon/lexicons.ts';
import type { Language, Token } from '../text/text.ts';
import type { Form, Trigger, TriggerRow } from './frames.ts';
import { type PhraseBook, phraseBook, phrasesAt } from './phrases.ts';

/** What begins at a token of a sentence: its readings, the longest first, each with the token after its last word. */
export type TriggerMention = { first: number; readings: { trigger: Trigger; end: number }[] };

const books = eachLanguage(tablesOf('triggers'), bookOf);

function bookOf(rows: readonly TriggerRow[]): PhraseBook<Trigger> {
  return phraseBook(
    rows.flatMap(({ frame, withEtre = false, forms }) =>
      (Object.entries(forms) as [Form, string][]).map(
        ([form, phrases]) => [phrases, { frame, form, withEtre }] as const,
      ),
    ),
  );
}

/** Words that may tell of an event, in the order of the sentence. */
export function findTriggers(tokens: readonly Token[], language: Language): TriggerMention[] {
  const mentions: TriggerMention[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    const readings = phrasesAt(books[language], tokens, first).map(({ value, end }) => ({
      trigger: value,
      end,
    }));
    if (readings.length > 0) mentions.push({ first, readings });
  }
  return mentions;
}
