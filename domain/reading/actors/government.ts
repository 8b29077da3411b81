import type { SettledPlace } from '../../gazetteer/settle-places.ts';
import type { Placed } from '../clauses/read-sentence.ts';
import { governmentWords } from '../lexicon/actors/government.ts';
import type { Token } from '../text/text.ts';

/** True where a capital stands for the government that sits there: "Kigali denied", "the Kinshasa government". */
export function isGovernment(tokens: readonly Token[], { of, first, last }: Placed<SettledPlace>): boolean {
  const { mention } = of;
  if (
    !governmentWords.capitals.has(tokens[last - 1]!.plain) ||
    mention.relation !== 'at' ||
    mention.classWord
  )
    return false;
  const before = tokens[first - 1]?.word ?? '';
  if (mention.isLocative)
    return governmentWords.of.has(before) && governmentWords.powers.has(tokens[first - 2]?.word ?? '');
  const next = tokens[last];
  // "KINSHASA -", "Kinshasa: three killed".
  if (next && !next.isWord && /^[-–—:(/]$/.test(next.raw))
    return governmentWords.backed.has(tokens[last + 1]?.word ?? '');
  return !governmentWords.reaching.has(before) && !governmentWords.ground.has(next?.word ?? '');
}
