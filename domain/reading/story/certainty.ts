import type { Draft } from './draft.ts';

/**
 * How sure the reading of an event is, from 0 to 1: of the events read with a certainty about four in five of the
 * labelled reports' are right where it is 0.8 (`npm run bench:reading` prints the table). The start is what one clear
 * sentence with a known place, a day and somebody who acts is worth; each doubt takes away, a second sentence that says
 * the same gives back. Fitted to the labelled reports.
 */
export function certaintyOf(draft: Draft): number {
  const { claims, place, placeTie, date, actors, agents } = draft;
  let certainty = 0.83 - countryDoubt(draft);
  if (placeTie === 'object') certainty += 0.08;
  if (placeTie === 'inherited') certainty -= 0.1;
  if (placeTie === 'dateline') certainty -= 0.25;
  if (place.locationPrecision === 3) certainty -= 0.32;
  if (place.locationPrecision >= 4) certainty -= 0.4;
  if (place.rivals.length > 0) certainty -= 0.1;
  if (date.tie === 'publication') certainty -= 0.15;
  if (date.tie === 'attribution' || date.tie === 'inherited') certainty -= 0.05;
  if (date.precision >= 4) certainty -= 0.05;
  if (agents.length === 0) certainty -= actors.length > 0 ? 0.03 : 0.06;
  if (claims.every(({ judgement }) => judgement.isConditional)) certainty -= 0.2;
  if (claims.every(({ judgement }) => judgement.isAccusation)) certainty -= 0.25;
  if (claims.every(({ analysis }) => analysis.inTitle)) certainty -= 0.15;
  const sentences = new Set(claims.map(({ analysis }) => analysis.index)).size;
  if (sentences > 1) certainty += 0.05;
  // A place known as one of several of its name, or by its surroundings alone.
  const shade = 0.4 + 0.6 * place.certainty;
  return Math.round(Math.min(0.98, Math.max(0.05, certainty * shade)) * 100) / 100;
}

/** Nothing else that the event's sentences name lies in the country of its place; worse, it all lies elsewhere. */
function countryDoubt({ claims, place: { place } }: Draft): number {
  const others = claims
    .flatMap(({ analysis }) => analysis.places)
    .flatMap(({ of }) => (of.place && of.place.id !== place?.id ? [of.place] : []));
  if (place === null || others.some(({ country }) => country === place.country)) return 0;
  return others.length > 0 ? 0.1 : 0.03;
}
