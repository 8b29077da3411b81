import { z } from 'zod';
import { attestationOf } from '../../../domain/attestation.ts';
import type { LinkedEvent } from '../../../domain/event.ts';
import type { RiskPolicy } from '../../../domain/policy.ts';
import { isCoarse } from '../../../domain/precision.ts';
import { levelText, meaningText } from '../../../domain/risk/explain.ts';
import { type Forecast, forecastFall } from '../../../domain/risk/forecast.ts';
import { type Contribution, scoreModel } from '../../../domain/risk/score.ts';
import type { Signal } from '../../../domain/risk/signal.ts';
import {
  contributionsNamed,
  furtherSignal,
  signalsNamed,
  sumOf,
  sumOfContributions,
} from '../../../domain/risk/strongest.ts';
import { cellCentre } from '../../../domain/sites/grid-cell.ts';
import { daysSince } from '../../../domain/time.ts';
import { weightParts } from '../../../domain/weight.ts';
import { readSiteRisk, type SiteRiskAnswer } from '../../assessing/site-risk.ts';
import { findForecasts, type SiteForecast } from '../../database/forecasts/forecast-cell.ts';
import { withPauses } from '../../running/with-pauses.ts';
import { findSource } from '../../sources/sources.ts';
import { instant } from '../request/query.ts';
import { contextNamed, type RiskAnswer, riskSchema } from './risk-schema.ts';
import { route } from './route.ts';
import { requireWatchedSiteNo } from './sites.ts';

/** The instants that a question about risk may name. */
export const riskQuery = {
  at: instant.meta({
    description: 'The instant, as in RFC 3339; now where it is left out.',
    format: 'date-time',
  }),
  knownAt: instant.meta({
    description:
      'Use no more than what was known at this instant; all that is known now where it is left out.',
    format: 'date-time',
  }),
};

export const getSiteRisk = route({
  method: 'get',
  path: '/sites/{id}/risk',
  summary: "A site's risk at an instant, with everything it is made of",
  description:
    'Computed from the events up to `at`, as they are known now or as they were known at `knownAt`. The answer can be worked out again by hand: see `expectedHarm` and `violenceChance`.',
  query: z.strictObject(riskQuery),
  answers: {
    200: { description: 'The risk', schema: riskSchema },
    404: { description: 'No such site' },
    410: { description: 'The site was withdrawn, and `knownAt` is not before that' },
  },
  async handle({ context, now, params: { id }, query }) {
    const siteNo = await requireWatchedSiteNo(context.database, id, query.knownAt);
    const answer = await readSiteRisk(context, siteNo, query.at ?? now, query.knownAt ?? null, now);
    const forecast = await withPauses(forecastFall(answer.course, answer.risk));
    const others = await findForecasts(context.database, siteNo, query.at ?? now, query.knownAt ?? null);
    const body = {
      ...riskAnswer(id, answer, forecast, query.knownAt ?? null, context.policy),
      forecasts: others.map(forecastAnswer),
    };
    return { status: 200, body };
  },
});

function riskAnswer(
  siteId: string,
  { risk, events, knowledge, freshness }: SiteRiskAnswer,
  forecast: Forecast | null,
  knownAt: Date | null,
  policy: RiskPolicy,
): Omit<RiskAnswer, 'forecasts'> {
  const { at, score, expectedHarm, level, violence, signals, endings } = risk;
  const context = contextOf(events, at, policy);
  return {
    siteId,
    at: at.toISOString(),
    knownAt: knownAt?.toISOString() ?? null,
    score,
    expectedHarm,
    level,
    violenceChance: violence.chance,
    meaning: [meaningText(risk), levelText(risk)].filter(Boolean).join(' '),
    covered: knowledge.isCovered,
    freshness,
    forecast: forecast && { level: forecast.level, at: forecast.at.toISOString() },
    background: violence.background,
    contributions: violence.contributions
      .slice(0, contributionsNamed)
      .map((contribution) => contributionAnswer(contribution, policy)),
    furtherContributions: sumOfContributions(violence.contributions.slice(contributionsNamed)),
    signals: signals.slice(0, signalsNamed).map(signalAnswer),
    furtherSignals: sumOf(signals.slice(signalsNamed).map(furtherSignal)),
    endings: endings.map((ending) => ({ ...ending, at: ending.at.toISOString() })),
    context: context.slice(0, contextNamed),
    furtherContext: Math.max(0, context.length - contextNamed),
    model: scoreModel,
    policy: policy.version,
    parameters: parametersOf(policy),
  };
}

/** Figures are shown where the terms of their source allow it, or the operator has said that they may be. */
function forecastAnswer(told: SiteForecast): RiskAnswer['forecasts'][number] {
  const { source, run, month, cellId, options } = told;
  const terms = findSource(source)?.terms;
  const isShown = terms?.mayShowRaw || options.show === 'figures';
  return {
    ...{ source, run, month: month.slice(0, 7), cell: { id: cellId, ...cellCentre(cellId) } },
    chance: isShown ? told.chance * 100 : null,
    expected: isShown ? told.expected : null,
    ...{ attribution: terms?.attribution ?? source, url: terms?.url ?? '' },
  };
}

function eventAnswer(e: LinkedEvent) {
  const { eventId, revision, occurredOn, type, subType, place, distanceKm, uncertaintyKm } = e;
  return { eventId, revision, occurredOn, type, subType, place, distanceKm, uncertaintyKm };
}

function contributionAnswer(
  { event: e, ageDays, weight, expected, kept, share }: Contribution,
  policy: RiskPolicy,
): RiskAnswer['contributions'][number] {
  return {
    ...eventAnswer(e),
    ageDays,
    weight,
    weightParts: weightParts(e, policy),
    confidence: attestationOf(e),
    origins: e.origins ?? [],
    expected,
    kept,
    share,
    incidentId: e.incidentId,
    alsoReportedBy:
      e.alsoReportedBy?.map(({ eventId, source, origin }) => ({ eventId, source, origin })) ?? [],
    furtherReports: e.furtherReports ?? 0,
  };
}

function signalAnswer({ chances, since, ...signal }: Signal): RiskAnswer['signals'][number] {
  return {
    ...signal,
    chances: chances.map(({ isMeasured, place, ...chance }) => ({
      ...chance,
      measured: isMeasured,
      placeFactor: place,
    })),
    since: since.toISOString(),
  };
}

function contextOf(linked: readonly LinkedEvent[], at: Date, policy: RiskPolicy): RiskAnswer['context'] {
  return linked
    .filter((event) => isCoarse(event.locationPrecision))
    .map((e) => ({
      ...eventAnswer(e),
      ageDays: daysSince(e.occurredOn, at),
      locationPrecision: e.locationPrecision!,
    }))
    .filter(({ ageDays }) => ageDays >= 0 && ageDays <= policy.score.maxAgeDays)
    .sort((a, b) => a.ageDays - b.ageDays || a.eventId - b.eventId);
}

const formula =
  'expected = weight · Σ over terms: amount · 2^(−ageDays/halfLifeDays) · 2^(−max(0, distanceKm − plateauKm)/halvingKm); Λ = background + Σ expected; violenceChance = 100 · (1 − e^(−Λ)); H = harms.violence · background + Σ expected · kept + Σ harm · p · kept; score = 100 · (1 − e^(−H))';

function parametersOf({ score: p, harm }: RiskPolicy): RiskAnswer['parameters'] {
  const { background, terms, maxDistanceKm, maxAgeDays } = p;
  return { formula, background, terms, maxDistanceKm, maxAgeDays, harms: harm };
}
