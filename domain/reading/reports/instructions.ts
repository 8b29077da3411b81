import type { ReadSentence } from '../clauses/read-sentence.ts';
import { instructionWords } from '../lexicon/instructions.ts';

const determiners = /^(an?|the|that|this|these|all|only|it|as|in|at|\d+|instead|here|every|any|your)$/;

/** Words that are spoken to whoever or whatever reads the text. */
const toReaders =
  /\b(?:(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|the\s+|your\s+|my\s+|of\s+){0,4}(?:previous|prior|above|earlier|instructions?|prompts?|rules)|(?:ignorez|oubliez|ignore|oublie)\s+(?:toutes\s+|vos\s+|tes\s+|les\s+|ces\s+){0,3}(?:instructions?|consignes?|règles)|system\s+prompt|note\s+to\s+(?:the\s+)?(?:assistant|model|ai|reader|editor|parser)|you\s+(?:must|should|are\s+to|have\s+to|will)\s+(?:now\s+)?(?:report|output|record|add|say|write|include|extract|return)|vous\s+devez\s+(?:signaler|rapporter|écrire|ajouter|enregistrer|dire|indiquer))\b/i;

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
  return instructionWords.orNouns.has(first.word) && follows !== ':' && determiners.test(next);
}
