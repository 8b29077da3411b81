import { weekdayWords } from '../lexicon/dates/dates.ts';
import type { Token } from '../text/text.ts';

/**
 * Phrases of words, found at a token. A slot holds alternatives ("took/taken"); `*` stands for up to four words that
 * are skipped; phrases are separated by ";".
 */
type Phrase<T> = { slots: (ReadonlySet<string> | '*')[]; value: T };

export type PhraseBook<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

const maxSkipped = 4;

/** Builds the book; where several phrases match at a token the one with most words wins. */
export function phraseBook<T>(entries: readonly (readonly [phrases: string, value: T])[]): PhraseBook<T> {
  const book = new Map<string, Phrase<T>[]>();
  for (const [phrases, value] of entries) {
    for (const phrase of phrases.split(';')) {
      const words = phrase.trim().split(/\s+/).filter(Boolean);
      if (words.length === 0) continue;
      const slots = words.map((slot) => (slot === '*' ? ('*' as const) : new Set(slot.split('/'))));
      for (const first of slots[0] as ReadonlySet<string>) {
        const known = book.get(first);
        if (known) known.push({ slots, value });
        else book.set(first, [{ slots, value }]);
      }
    }
  }
  for (const list of book.values()) list.sort((a, b) => b.slots.length - a.slots.length);
  return book;
}

/** The longest phrase that begins at a token, with the token after its last word; null where none does. */
export function phraseAt<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  index: number,
): { value: T; end: number } | null {
  const token = tokens[index];
  const phrases = token?.isWord ? book.get(token.word) : undefined;
  if (!phrases) return null;
  for (const { slots, value } of phrases) {
    const end = matchEnd(slots, tokens, index);
    if (end !== null) return { value, end };
  }
  return null;
}

/** All phrases that begin at a token, those of most words first. */
export function phrasesAt<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  index: number,
): { value: T; end: number }[] {
  const token = tokens[index];
  const phrases = token?.isWord ? book.get(token.word) : undefined;
  if (!phrases) return [];
  const found = [];
  for (const { slots, value } of phrases) {
    const end = matchEnd(slots, tokens, index);
    if (end !== null) found.push({ value, end });
  }
  return found;
}

function matchEnd(
  slots: readonly (ReadonlySet<string> | '*')[],
  tokens: readonly Token[],
  start: number,
): number | null {
  let at = start;
  let skippable = 0;
  for (const slot of slots) {
    if (slot === '*') {
      skippable = maxSkipped;
      continue;
    }
    // A hyphen stands between the words of a phrase at will: "air-strike".
    while (tokens[at] && isHyphen(tokens[at]!)) at += 1;
    // A day stands between them too: "s'en sont pris SAMEDI à".
    if (at > start && weekdayWords.has(tokens[at]?.plain ?? '') && !slot.has(tokens[at]!.word)) at += 1;
    while (skippable > 0 && tokens[at]?.isWord && !slot.has(tokens[at]!.word)) {
      at += 1;
      skippable -= 1;
    }
    const token = tokens[at];
    if (!token?.isWord || !slot.has(token.word)) return null;
    at += 1;
    skippable = 0;
  }
  return at;
}

function isHyphen(token: Token): boolean {
  return token.raw === '-' || token.raw === '‑';
}
