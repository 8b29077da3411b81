import { verbGroupWords } from '../lexicon/modality/verb-group.ts';
import type { Language, Token } from '../text/text.ts';
import type { Trigger } from './frames.ts';

/** Why something is not told as done, in a word or two or by the word that says so; story/passed-over.ts words it. */
export type Reason =
  | ''
  | 'negated'
  | 'denied'
  | 'called off'
  | 'unconfirmed'
  | 'supposed'
  | 'modal'
  | 'infinitive'
  | 'gerund'
  | 'habit'
  | 'present'
  | 'charge'
  | 'a description'
  | 'a verb'
  | 'no verb'
  | 'a question'
  | 'a reaction'
  | 'an explanation'
  | 'undone since'
  | 'a court, an exercise, a work or a commemoration'
  | `"${string}"`;

/** How a trigger stands in its sentence. */
export type Standing = {
  /** Who acts stands before it (active) or after it, with "by" (passive); a noun has neither. */
  voice: 'active' | 'passive' | 'noun';
  /** False where it did not happen, is only wished, ordered or a habit. */
  isReal: boolean;
  reason: Reason;
  /** The conditional of French news ("aurait tué"): reported, not vouched for. */
  isConditional: boolean;
  /** "had taken", "avait pris": before what the report tells of. */
  isPluperfect: boolean;
  /** Present tense: news in a headline, in English prose a habit. */
  isPresent: boolean;
};

/** Reads the words around a verb: tense, voice, negation. `first` and `end` are the tokens of the trigger. */
export type VerbReader = (
  tokens: readonly Token[],
  span: { first: number; end: number },
  trigger: Trigger,
  language: Language,
  isHeadline: boolean,
) => Standing;

/** A noun, or a verb of which nothing is told yet. */
export const plain = {
  isReal: true,
  reason: '' as Reason,
  isConditional: false,
  isPluperfect: false,
  isPresent: false,
};

/** Words before the trigger that belong to its verb, the nearest first. */
export function wordsBefore(
  tokens: readonly Token[],
  first: number,
  isPart: (word: string) => boolean,
): string[] {
  const group: string[] = [];
  for (let i = first - 1; i >= 0 && group.length < 7; i -= 1) {
    const token = tokens[i]!;
    if (!token.isWord || !isPart(token.word)) break;
    group.push(token.word);
  }
  return group;
}

/** True where an infinitive did happen: "forced the company to evacuate". `at` is the token of "to". */
export function isLicensed(tokens: readonly Token[], at: number, licences: ReadonlySet<string>): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 12; i -= 1) {
    const { word, raw } = tokens[i]!;
    if (/^[;:—–.]$/.test(raw)) return false;
    if (licences.has(word)) return true;
    if (verbGroupWords.licenceEnds.has(word)) return false;
  }
  return false;
}
