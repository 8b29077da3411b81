import { z } from 'zod';
import type { LinkedEvent } from '../../../domain/event.ts';
import { levelText, meaningText } from '../../../domain/explain.ts';
import { forecastFall } from '../../../domain/forecast.ts';
import { levels } from '../../../domain/level.ts';
import type { RiskPolicy } from '../../../domain/policy.ts';
import { isCoarse } from '../../../domain/precision.ts';
import { attestationOf, attestations, scoreModel, weightParts } from '../../../domain/score.ts';
import { signalNames } from '../../../domain/signal.ts';
import { daysSince } from '../../../domain/time.ts';
import { readSiteRisk, type SiteRiskAnswer } from '../../assessing/site-risk.ts';
import { instant } from '../request/query.ts';
import { route } from './route.ts';
import { levelName, requireSiteNo } from './sites.ts';

const seen = {
  eventId: z.int(),
  revision: z.int(),
  occurredOn: z.iso.date(),
  type: z.string(),
  subType: z.string(),
  place: z.string().nullable(),
  distanceKm: z.number(),
  uncertaintyKm: z.number(),
  ageDays: z.number().meta({ description: 'Days from the start of that day, UTC, to `at`.' }),
};

const parameters = z.object({
  formula: z.string(),
  background: z.number(),
  terms: z.array(
    z.object({
      name: z.string(),
      amount: z.number(),
      halfLifeDays: z.number(),
      plateauKm: z.number(),
      halvingKm: z.number(),
    }),
  ),
  maxDistanceKm: z.number(),
  maxAgeDays: z.number(),
});

const riskSchema = z
  .object({
    siteId: z.string(),
    at: z.iso.datetime(),
    knownAt: z.iso.datetime().nullable(),
    score: z.number().meta({ description: '100 times the probability.' }),
    probability: z.number().meta({
      description:
        'Of at least one deadly conflict event within 25 km of the site in the 30 days after `at`.',
    }),
    level: levelName,
    meaning: z.string(),
    covered: z.boolean().meta({ description: 'False where no source follows the country with fresh data.' }),
    forecast: z.object({ level: levelName, at: z.iso.datetime() }).nullable().meta({
      description:
        'When the level will fall if nothing more is reported; null where time alone does not lower it.',
    }),
    background: z.number().meta({ description: 'Expected events where nothing is known.' }),
    contributions: z
      .array(
        z.object({
          ...seen,
          weight: z.number().meta({ description: 'The product of `weightParts`.' }),
          weightParts: z
            .object({ harm: z.number(), place: z.number(), confidence: z.number(), source: z.number() })
            .meta({ description: 'Its factors, from the policy.' }),
          confidence: z.enum(attestations).meta({
            description:
              'corroborated: nobody has confirmed it, but two or more tell it that do not copy each other.',
          }),
          origins: z.array(z.string()).meta({
            description: 'Who tells it independently of each other; empty where its incident has one report.',
          }),
          expected: z.number().meta({ description: 'Expected events that this one adds.' }),
          share: z.number().meta({ description: 'Its part of the whole expectation, 0 to 1.' }),
          incidentId: z.int().nullable(),
          alsoReportedBy: z
            .array(z.object({ eventId: z.int(), source: z.string(), origin: z.string().nullable() }))
            .meta({
              description: 'Other reports of the same incident, which count nothing beside this one.',
            }),
        }),
      )
      .meta({ description: 'Largest first.' }),
    signals: z.array(
      z.object({
        signal: z.enum(signalNames),
        level: z.enum(levels),
        reason: z.string(),
        events: z.array(z.object({ eventId: z.int(), revision: z.int() })),
        since: z.iso.datetime(),
        until: z.iso.datetime().nullable(),
      }),
    ),
    context: z.array(z.object({ ...seen, locationPrecision: z.int() })).meta({
      description:
        'Events of which only a province, a country or a long feature is known: they count nothing. Newest first.',
    }),
    model: z.string(),
    policy: z.string(),
    parameters,
  })
  .meta({ id: 'Risk' });

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
    'Computed from the events up to `at`, as they are known now or as they were known at `knownAt`. Λ = background + the sum of `expected`, and probability = 1 − e^(−Λ).',
  query: z.strictObject(riskQuery),
  answers: { 200: { description: 'The risk', schema: riskSchema }, 404: { description: 'No such site' } },
  async handle({ context, now, id, query }) {
    const siteNo = await requireSiteNo(context.database, id);
    const answer = await readSiteRisk(context, siteNo, query.at ?? now, query.knownAt ?? null, now);
    return { status: 200, body: riskAnswer(id, answer, query.knownAt ?? null, context.policy) };
  },
});

function riskAnswer(
  siteId: string,
  { risk, events, knowledge }: SiteRiskAnswer,
  knownAt: Date | null,
  policy: RiskPolicy,
): z.output<typeof riskSchema> {
  const { at, score, probability, level, background, contributions, signals } = risk;
  const forecast = forecastFall(events, risk, policy, knowledge);
  return {
    siteId,
    at: at.toISOString(),
    knownAt: knownAt?.toISOString() ?? null,
    score,
    probability,
    level,
    meaning: [meaningText(risk), levelText(risk, policy)].filter(Boolean).join(' '),
    covered: knowledge.isCovered,
    forecast: forecast && { level: forecast.level, at: forecast.at.toISOString() },
    background,
    // Written out field by field: spreading shows in profiles of answers with thousands of events.
    contributions: contributions.map(({ event: e, ageDays, weight, expected, share }) => ({
      eventId: e.eventId,
      revision: e.revision,
      occurredOn: e.occurredOn,
      type: e.type,
      subType: e.subType,
      place: e.place,
      distanceKm: e.distanceKm,
      uncertaintyKm: e.uncertaintyKm,
      ageDays,
      weight,
      weightParts: weightParts(e, policy),
      confidence: attestationOf(e),
      origins: e.origins ?? [],
      expected,
      share,
      incidentId: e.incidentId,
      alsoReportedBy:
        e.alsoReportedBy?.map(({ eventId, source, origin }) => ({ eventId, source, origin })) ?? [],
    })),
    signals: signals.map(({ signal, level, reason, events, since, until }) => ({
      ...{ signal, level, reason, events },
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
    })),
    context: contextOf(events, at, policy),
    model: scoreModel,
    policy: policy.version,
    parameters: parametersOf(policy),
  };
}

function contextOf(
  linked: readonly LinkedEvent[],
  at: Date,
  policy: RiskPolicy,
): z.output<typeof riskSchema>['context'] {
  return linked
    .filter((event) => isCoarse(event.locationPrecision))
    .map((e) => ({
      eventId: e.eventId,
      revision: e.revision,
      occurredOn: e.occurredOn,
      type: e.type,
      subType: e.subType,
      place: e.place,
      distanceKm: e.distanceKm,
      uncertaintyKm: e.uncertaintyKm,
      ageDays: daysSince(e.occurredOn, at),
      locationPrecision: e.locationPrecision!,
    }))
    .filter(({ ageDays }) => ageDays >= 0 && ageDays <= policy.score.maxAgeDays)
    .sort((a, b) => a.ageDays - b.ageDays || a.eventId - b.eventId);
}

const formula =
  'expected = weight · Σ over terms: amount · 2^(−ageDays/halfLifeDays) · 2^(−max(0, distanceKm − plateauKm)/halvingKm); Λ = background + Σ expected; probability = 1 − e^(−Λ)';

function parametersOf({ score: p }: RiskPolicy): z.output<typeof parameters> {
  const { background, terms, maxDistanceKm, maxAgeDays } = p;
  return { formula, background, terms, maxDistanceKm, maxAgeDays };
}
