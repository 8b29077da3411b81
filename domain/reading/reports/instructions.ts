import type { ReadSentence } from '../clauses/read-sentence.ts';
import { phrases } from '../lexicon/modality/phrases.ts';
import { instructionWords } from '../lexicon/text/instructions.ts';

const isDeterminer = (word: string) => /^\d+$/.test(word) || instructionWords.determiners.has(word);

/** Words that are spoken to whoever or whatever reads the text. */
const toReaders = new RegExp(`\\b${phrases.toReaders}\\b`, 'i');

/** A text is looked at only so far for such words. */
const reach = 2_000;

/** True where a sentence tells its reader what to do or say: it tells of nothing that happened. */
export function isInstruction({ tokens, sentence }: Pick<ReadSentence, 'tokens' | 'sentence'>): boolean {
  if (toReaders.test(sentence.text.slice(0, reach))) return true;
  const words = tokens.filter(({ isWord }) => isWord);
  const first = words[0];
  if (!first) return false;
  const next = words[1]?.word ?? '';
  const follows = tokens[tokens.indexOf(first) + 1]?.raw;
  if (instructionWords.orders.has(first.word)) return follows !== ':' && follows !== '-' && next !== '';
  return instructionWords.orNouns.has(first.word) && follows !== ':' && isDeterminer(next);
}
