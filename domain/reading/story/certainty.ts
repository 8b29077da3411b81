import type { Draft } from './draft.ts';

/**
 * How sure the reading of an event is, from 0 to 1. The start is what one clear sentence is worth; what the clause
 * leaves to be guessed takes away, a second sentence that says the same gives back. Choices, not measurements.
 */
export function certaintyOf({ claims, place, placeTie, date }: Draft): number {
  let certainty = 0.75;
  if (placeTie === 'object') certainty += 0.1;
  if (placeTie === 'inherited') certainty -= 0.15;
  if (placeTie === 'dateline') certainty -= 0.25;
  if (place.locationPrecision >= 3) certainty -= 0.1;
  if (date.tie === 'publication') certainty -= 0.15;
  if (date.tie === 'attribution' || date.tie === 'inherited') certainty -= 0.05;
  if (date.precision >= 4) certainty -= 0.05;
  if (claims.every(({ judgement }) => judgement.isConditional)) certainty -= 0.2;
  if (claims.every(({ judgement }) => judgement.isAccusation)) certainty -= 0.25;
  if (claims.every(({ judgement }) => judgement.voice === 'noun')) certainty -= 0.05;
  if (claims.every(({ analysis }) => analysis.inTitle)) certainty -= 0.15;
  const sentences = new Set(claims.map(({ analysis }) => analysis.index)).size;
  if (sentences > 1) certainty += 0.1;
  const shade = 0.5 + 0.5 * place.certainty;
  return Math.round(Math.min(0.98, Math.max(0.05, certainty * shade)) * 100) / 100;
}
