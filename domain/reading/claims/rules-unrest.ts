import { anywhere, type Rule } from './rule.ts';

export const protest: Rule = (candidate) => {
  if (
    candidate.analysis.tokens.some(({ word }) =>
      /^(wage|wages|salary|salaries|strike|unions?|unpaid|grève|grèves|salaires?|syndicats?|impayés|primes|joie|liesse|joy|celebrate|celebrated|celebration|fêter)$/.test(
        word,
      ),
    )
  )
    return null;
  return anywhere('Peaceful protest');
};

export const disperse: Rule = (candidate) => {
  const { analysis } = candidate;
  if (
    !analysis.actors.some((a) => a.generic === 'protesters' || a.generic === 'crowd') &&
    !analysis.tokens.some(({ word }) =>
      /^(manifestation|marche|protest|demonstration|march|rally|foule|crowd|manifestants|lacrymogène|lacrymogènes)$/.test(
        word,
      ),
    )
  )
    return null;
  const isDeadly =
    analysis.deaths.some(({ of }) => of.kind === 'killed') ||
    analysis.tokens.some(({ word }) => /^(live|réelles|bullets|balles)$/.test(word));
  return anywhere(isDeadly ? 'Excessive force against protesters' : 'Protest with intervention');
};
