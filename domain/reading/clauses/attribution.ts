import type { Claim } from '../claims/claims.ts';
import { speakers } from '../lexicon/actors/speakers.ts';
import { phrases } from '../lexicon/modality/phrases.ts';

/** Names of organisations count only as they are written. */
const written: ReadonlySet<string> = new Set(['the United Nations']);
const speakerPatterns = Object.entries(speakers).map(
  ([name, alternatives]) =>
    [name, new RegExp(`\\b${alternatives}\\b`, written.has(name) ? '' : 'i')] as const,
);

/** Characters between a speaker and the verb of saying. */
const reach = 45;
const saying = new RegExp(`(?<!\\p{L})${phrases.saying}(?!\\p{L})`, 'iu');

/** Who says so, in a general word; null where the report itself vouches for it. */
export function sourceOf({ analysis, judgement }: Claim): string | null {
  if (!judgement.isReported) return null;
  const text = analysis.sentence.text.slice(0, 2_000);
  for (const [name, pattern] of speakerPatterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const around = text.slice(Math.max(0, match.index - reach), match.index + match[0].length + reach);
    if (saying.test(around)) return name;
  }
  return null;
}
