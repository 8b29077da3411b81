import { z } from 'zod';
import { assessSite, type SiteRisk } from '../../../domain/assess.ts';
import { isCovered } from '../../../domain/coverage.ts';
import type { LinkedEvent } from '../../../domain/event.ts';
import { isHigher, levelOfScore, levels } from '../../../domain/level.ts';
import type { RiskPolicy } from '../../../domain/policy.ts';
import { isCoarse } from '../../../domain/precision.ts';
import { scoreModel } from '../../../domain/score.ts';
import { signalNames } from '../../../domain/signal.ts';
import { calendarDate, daysSince } from '../../../domain/time.ts';
import { findLinkedEvents } from '../../database/linked-event.ts';
import { readFreshness } from '../../database/source-state.ts';
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

const risk = z
  .object({
    siteId: z.string(),
    at: z.iso.datetime(),
    score: z.number().meta({ description: '100 times the probability.' }),
    probability: z.number().meta({
      description:
        'Of at least one deadly conflict event within 25 km of the site in the 30 days after `at`.',
    }),
    level: levelName,
    meaning: z.string(),
    background: z.number().meta({ description: 'Expected events where nothing is known.' }),
    contributions: z
      .array(
        z.object({
          ...seen,
          weight: z.number(),
          expected: z.number().meta({ description: 'Expected events that this one adds.' }),
          share: z.number().meta({ description: 'Its part of the whole expectation, 0 to 1.' }),
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

export const getSiteRisk = route({
  method: 'get',
  path: '/sites/{id}/risk',
  summary: "A site's risk at an instant, with everything it is made of",
  description:
    'Computed from what is known now of the events up to `at`; a past assessment as it was then may have known less. Λ = background + the sum of `expected`, and probability = 1 − e^(−Λ).',
  query: z.strictObject({
    at: instant.meta({
      description: 'The instant, as in RFC 3339; now where it is left out.',
      format: 'date-time',
    }),
  }),
  answers: { 200: { description: 'The risk', schema: risk }, 404: { description: 'No such site' } },
  async handle({ context, now, id, query }) {
    const { database, policy, sides } = context;
    const at = query.at ?? now;
    const siteNo = await requireSiteNo(database, id);
    const [events, freshTo] = await Promise.all([
      findLinkedEvents(database, [siteNo], at, policy.score.maxAgeDays),
      readFreshness(database),
    ]);
    const linked = events.get(siteNo)!;
    const knowledge = { sides, isCovered: isCovered(at, freshTo, policy.coverage) };
    return { status: 200, body: riskAnswer(id, assessSite(linked, at, policy, knowledge), linked, policy) };
  },
});

function riskAnswer(
  siteId: string,
  { at, score, probability, level, background, contributions, signals }: SiteRisk,
  linked: readonly LinkedEvent[],
  policy: RiskPolicy,
): z.output<typeof risk> {
  return {
    siteId,
    at: at.toISOString(),
    score,
    probability,
    level,
    meaning: meaningOf({ score, level, at }, policy),
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
      expected,
      share,
    })),
    signals: signals.map(({ signal, level, reason, events, since, until }) => ({
      ...{ signal, level, reason, events },
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
    })),
    context: contextOf(linked, at, policy),
    model: scoreModel,
    policy: policy.version,
    parameters: parametersOf(policy),
  };
}

function contextOf(
  linked: readonly LinkedEvent[],
  at: Date,
  policy: RiskPolicy,
): z.output<typeof risk>['context'] {
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

/** The figure in words: what it is the chance of, and what else the level rests on. */
function meaningOf(
  { score, level, at }: Pick<SiteRisk, 'score' | 'level' | 'at'>,
  policy: RiskPolicy,
): string {
  const percent = score < 1 ? 'less than 1 %' : score > 99 ? 'more than 99 %' : `${Math.round(score)} %`;
  const chance = `The chance of at least one deadly conflict event within 25 km of the site in the 30 days from ${calendarDate(at)} is ${percent}.`;
  if (level === 'unknown') {
    return `${chance} No source that follows this area has told of events up to then: the level is unknown, not low.`;
  }
  return isHigher(level, levelOfScore(score, policy))
    ? `${chance} Signals raise the level to ${level}.`
    : chance;
}

const formula =
  'expected = weight · Σ over terms: amount · 2^(−ageDays/halfLifeDays) · 2^(−max(0, distanceKm − plateauKm)/halvingKm); Λ = background + Σ expected; probability = 1 − e^(−Λ)';

function parametersOf({ score: p }: RiskPolicy): z.output<typeof parameters> {
  const { background, terms, maxDistanceKm, maxAgeDays } = p;
  return { formula, background, terms, maxDistanceKm, maxAgeDays };
}
