import type { Claim } from '../claims/claims.ts';
import type { ReadSentence } from '../clauses/read-sentence.ts';
import type { Draft } from './draft.ts';

/** A sentence with words of conflict or of mining that made no event, and why. */
export type PassedOver = { analysis: ReadSentence; reason: string };

/** Notes why a clause of a sentence is left out. */
export type PassOver = (analysis: ReadSentence, reason: string) => void;

/** A person looks through some dozens; a text with more is a list. */
const mostPassedOver = 100;

/** What `clauses/` says of a clause, where it needs more words for a person who asks why. */
const inWords: ReadonlyMap<string, string> = new Map([
  ['negated', 'it is negated'],
  ['denied', 'it is denied'],
  ['called off', 'it was called off, or is told as a matter of every day'],
  ['unconfirmed', 'it is not known whether it happened'],
  ['supposed', 'it is supposed'],
  ['modal', 'it may, should or will happen'],
  ['infinitive', 'it is an aim or an order, not yet done'],
  ['gerund', 'it says how something else was done'],
  ['habit', 'it is told as a habit, not as one event'],
  ['present', 'it is told as a state, not as one event'],
  ['charge', 'it is a charge or a purpose'],
  ['a description', 'it describes somebody'],
  ['a verb', 'the word is a verb of another meaning'],
  ['no verb', 'there is no verb that tells of it'],
  ['a question', 'it is a question'],
  ['a reaction', 'it is what somebody says or does about an event that is told elsewhere'],
  ['an explanation', 'the headline looks back or explains'],
  ['undone since', 'the news is what came after it'],
  [
    'a court, an exercise, a work or a commemoration',
    'it is told of a court, an exercise, a work or a commemoration',
  ],
]);

/** Collects why sentences make no event: the first reason of each. */
export class PassedOverSentences {
  private readonly reasons = new Map<ReadSentence, string>();

  readonly note: PassOver = (analysis, reason) => {
    if (this.reasons.has(analysis)) return;
    const cue = /^"(.+)"$/.exec(reason);
    this.reasons.set(analysis, cue ? `it stands behind "${cue[1]}"` : (inWords.get(reason) ?? reason));
  };

  /** Those on which none of these events rests, in the order of the text. */
  list(drafts: readonly Draft[]): PassedOver[] {
    const told = new Set(drafts.flatMap(({ claims }) => claims.map((claim: Claim) => claim.analysis)));
    return [...this.reasons]
      .filter(([analysis]) => !told.has(analysis))
      .map(([analysis, reason]) => ({ analysis, reason }))
      .sort((a, b) => a.analysis.sentence.start - b.analysis.sentence.start)
      .slice(0, mostPassedOver);
  }
}
