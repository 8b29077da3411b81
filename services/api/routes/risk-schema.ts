import { z } from 'zod';
import { attestations, signalAttestations } from '../../../domain/attestation.ts';
import { outcomes } from '../../../domain/harm.ts';
import { signalNames } from '../../../domain/risk/signal.ts';
import { contributionsNamed, signalsNamed } from '../../../domain/risk/strongest.ts';
import { levelName } from './sites.ts';

/** As many events that count nothing are named. */
export const contextNamed = 100;

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

const kept = z.number().meta({
  description:
    'What is left of it, 0 to 1: what one machine reading adds is capped until somebody confirms or repeats it.',
});
const share = z.number().meta({ description: 'Its part of the whole expected harm, 0 to 1.' });
const cited = z.array(z.object({ eventId: z.int(), revision: z.int() }));

/** What is not named one by one. */
export const sumSchema = z.object({
  count: z.int(),
  expected: z.number().meta({ description: 'What they add together.' }),
  share,
});

const contribution = z.object({
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
  expected: z.number().meta({
    description: 'Expected deadly events that this one adds to Λ. Measured: the formula is fitted.',
  }),
  kept,
  share,
  incidentId: z.int().nullable(),
  alsoReportedBy: z
    .array(z.object({ eventId: z.int(), source: z.string(), origin: z.string().nullable() }))
    .meta({ description: 'Other reports of the same incident, which count nothing beside this one.' }),
  furtherReports: z.int().meta({ description: 'How many more reports of it there are.' }),
});

const chance = z
  .object({
    outcome: z.enum(outcomes),
    base: z
      .number()
      .meta({ description: 'The chance within 30 days if the report is right, where it says and today.' }),
    measured: z
      .boolean()
      .meta({ description: 'True where `base` is measured; false where it is a choice of the policy.' }),
    attestation: z.number(),
    placeFactor: z
      .number()
      .meta({ description: 'What averaging over where the place may truly lie leaves of it.' }),
    fading: z.number(),
    p: z.number().meta({ description: 'base · attestation · placeFactor · fading' }),
    harm: z.number().meta({ description: 'How much the outcome counts: a choice of the policy.' }),
    expected: z.number().meta({ description: 'harm · p · kept' }),
    share,
  })
  .meta({ id: 'Chance' });

const signal = z.object({
  signal: z.enum(signalNames),
  key: z.string().meta({ description: 'The same while the fact lasts.' }),
  reason: z.string(),
  attestedAs: z.enum(signalAttestations),
  chances: z.array(chance),
  kept,
  events: cited.meta({ description: 'First the one that it rests on, then the best confirmed.' }),
  furtherEvents: z.int().meta({ description: 'How many more are behind it.' }),
  since: z.iso.datetime(),
});

const ending = z.object({
  key: z.string(),
  ends: z.string().meta({ description: 'The key of the signal that it ended.' }),
  reason: z.string(),
  event: z.object({ eventId: z.int(), revision: z.int() }),
  at: z.iso.datetime(),
});

const harms = z.object(
  Object.fromEntries(outcomes.map((name) => [name, z.number()])) as Record<
    (typeof outcomes)[number],
    z.ZodNumber
  >,
);

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
  harms: harms.meta({
    description: 'How much each outcome counts: choices, stated with their reasons in the policy.',
  }),
});

export const riskSchema = z
  .object({
    siteId: z.string(),
    at: z.iso.datetime(),
    knownAt: z.iso.datetime().nullable(),
    score: z.number().meta({
      description:
        'The harm to be expected from conflict in the 30 days after `at`, 0 to 100: 100 · (1 − e^(−expectedHarm)).',
    }),
    expectedHarm: z.number().meta({
      description:
        'H: background + Σ contributions: expected · kept + Σ chances of signals: harm · p · kept + what `furtherContributions` and `furtherSignals` add.',
    }),
    level: levelName.meta({
      description: 'The band of the score; unknown in place of low where no source covers the country.',
    }),
    violenceChance: z.number().meta({
      description:
        'The measured part, in percent: the chance of at least one deadly conflict event within 25 km in the 30 days after `at`. 100 · (1 − e^(−Λ)), Λ = background + Σ expected, `furtherContributions` among them.',
    }),
    meaning: z.string(),
    covered: z.boolean().meta({ description: 'False where no source follows the country with fresh data.' }),
    freshness: z
      .array(z.object({ source: z.string(), freshTo: z.iso.date() }))
      .meta({ description: 'Up to which day each source that follows whole countries had told.' }),
    forecasts: z
      .array(
        z.object({
          source: z.string(),
          run: z.string(),
          month: z.string().meta({ description: 'As YYYY-MM.' }),
          cell: z.object({ id: z.int(), latitude: z.number(), longitude: z.number() }),
          chance: z.number().nullable().meta({
            description:
              'Of a death in a conflict in which a state takes part, in that cell and month, in percent; null where the operator has not said that it may be shown.',
          }),
          expected: z.number().nullable().meta({ description: 'Deaths; null as `chance`.' }),
          attribution: z.string(),
          url: z.string(),
        }),
      )
      .meta({
        description:
          'What others forecast for the cell of half a degree in which the site lies, as context: no part of the score.',
      }),
    forecast: z.object({ level: levelName, at: z.iso.datetime() }).nullable().meta({
      description:
        'When the level will fall if nothing more is reported; null where time alone does not lower it.',
    }),
    background: z
      .number()
      .meta({ description: 'Expected deadly events where nothing is known; a part of Λ and of H.' }),
    contributions: z
      .array(contribution)
      .meta({ description: `The largest ${contributionsNamed}, largest first.` }),
    furtherContributions: sumSchema.extend({ kept }).meta({
      description: 'All others together: `expected` adds to Λ, expected · kept to H.',
    }),
    signals: z
      .array(signal)
      .meta({ description: `The ${signalsNamed} that add most, what adds most first.` }),
    furtherSignals: sumSchema.meta({ description: 'All others together: `expected` adds to H.' }),
    endings: z
      .array(ending)
      .meta({ description: 'Facts that signals told and that are over, by what is reported.' }),
    context: z.array(z.object({ ...seen, locationPrecision: z.int() })).meta({
      description: `Events of which only a province, a country or a long feature is known: they count nothing. The newest ${contextNamed}, newest first.`,
    }),
    furtherContext: z.int().meta({ description: 'How many more such events there are.' }),
    model: z.string(),
    policy: z.string(),
    parameters,
  })
  .meta({ id: 'Risk' });

export type RiskAnswer = z.output<typeof riskSchema>;
