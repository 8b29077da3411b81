import { z } from 'zod';
import { freshToNeeded } from '../../../domain/fitting/judged-month.ts';
import { levels } from '../../../domain/level.ts';
import { findJudgements, type JudgedMonth } from '../../database/quality/judged-month.ts';
import { findWaitingMonths, type WaitingMonth, whyWaiting } from '../../quality/judge-months.ts';
import { cursorOf, idInCursor } from '../request/cursor.ts';
import { format, limit, month } from '../request/query.ts';
import { listRoute, pageOf } from './route.ts';
import { levelName } from './sites.ts';

const count = z.int().nullable();
const percent = z.number().min(0).max(100).nullable();
const measure = z.number().nullable();

const saidAndHappened = {
  siteDays: count.meta({ description: 'One for each site on each of the three days of the month.' }),
  followed: count.meta({ description: 'Those after which a deadly event was confirmed.' }),
  said: percent.meta({ description: 'The violence chance that was said, on average.' }),
  happened: percent.meta({ description: 'The share of those that were followed.' }),
  happenedLow: percent.meta({ description: 'The interval of 95 % around it …' }),
  happenedHigh: percent.meta({ description: '… with neighbouring sites not taken for independent cases.' }),
  ageDays: measure.meta({ description: 'How old the scores were at the moments, on average.' }),
};

const ranking = { averagePrecision: measure, rocAuc: measure };

const judgedMonth = z
  .object({
    month: z.string().meta({ description: 'YYYY-MM, in UTC.' }),
    state: z.enum(['judged', 'waiting']),
    reason: z.string().nullable().meta({ description: 'Why it cannot be judged yet; null: it is judged.' }),
    freshToNeeded: z.iso.date(),
    freshTo: z.iso
      .date()
      .nullable()
      .meta({ description: 'Up to which day UCDP had told when it was judged, or has told by now.' }),
    judgement: count.meta({ description: '1, and more where UCDP has told anew; earlier ones stay.' }),
    judgedAt: z.iso.datetime().nullable(),
    sites: count,
    ...saidAndHappened,
    chance: z
      .object({
        ...ranking,
        brier: measure,
        brierSkill: measure.meta({ description: 'Over always saying the share that happened this month.' }),
      })
      .meta({ description: 'Of the violence chance.' }),
    count50km: z
      .object(ranking)
      .meta({ description: 'Of the number of violent incidents within 50 km in 90 days known then.' }),
    alerts: z
      .object({
        from: levelName.nullable(),
        told: count,
        followed: count.meta({ description: 'Of what was told: by a deadly event within 30 days.' }),
        firstEvents: count.meta({ description: 'Deadly events after 60 quiet days, by site.' }),
        preceded: count.meta({ description: 'Those before which an alert of that level stood.' }),
        medianLeadDays: count,
      })
      .meta({ description: 'Alerts from a level on, told in the month.' }),
    leftOut: z
      .object({ notFollowed: count, withdrawn: count, withoutScore: count })
      .meta({ description: 'Sites at moments: UCDP does not follow them, withdrawn since, no score then.' }),
    policies: z.array(z.string()).meta({ description: 'By which the scores were given.' }),
    levels: z.array(z.object({ level: levelName, ...saidAndHappened })),
  })
  .meta({ id: 'JudgedMonth' });

type Item = z.output<typeof judgedMonth>;

export const listQuality = listRoute({
  path: '/quality',
  summary: 'How good the scores of each month were, by what UCDP has confirmed since; the newest month first',
  description:
    'A month is judged once UCDP has told up to 30 days after its end, and again where UCDP corrects or adds events. Without `month` the newest judgement of each month is answered, with it all of that month.',
  query: z.strictObject({
    month: month.meta({ description: 'Such as 2026-03.' }),
    limit,
    format,
    after: cursorOf('quality', z.tuple([z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), idInCursor])),
  }),
  list: { name: 'quality', item: judgedMonth },
  async handle({ context: { database }, now, query: { month, after, limit } }) {
    const waiting = (await findWaitingMonths(database, now)).filter(
      (row) => (!month || row.month === month) && (!after || row.month < after[0]),
    );
    const judged = await findJudgements(database, { month, after, limit: limit + 1 });
    const items = [...waiting.map(waitingItem), ...judged.map(judgedItem)];
    return pageOf(
      items,
      limit,
      (item) => item,
      (item) => [item.month, item.judgement ?? 0],
    );
  },
});

function judgedItem({ month, judgement, judgedAt, freshTo, figures }: JudgedMonth): Item {
  return {
    month,
    state: 'judged',
    reason: null,
    freshToNeeded: freshToNeeded(month),
    freshTo,
    judgement,
    judgedAt: judgedAt.toISOString(),
    ...figures,
  };
}

const nothing = {
  siteDays: null,
  followed: null,
  said: null,
  happened: null,
  happenedLow: null,
  happenedHigh: null,
  ageDays: null,
};

function waitingItem(waiting: WaitingMonth): Item {
  return {
    month: waiting.month,
    state: 'waiting',
    reason: whyWaiting(waiting),
    freshToNeeded: waiting.freshToNeeded,
    freshTo: waiting.freshTo,
    judgement: null,
    judgedAt: null,
    sites: null,
    ...nothing,
    chance: { averagePrecision: null, rocAuc: null, brier: null, brierSkill: null },
    count50km: { averagePrecision: null, rocAuc: null },
    alerts: {
      from: null,
      told: null,
      followed: null,
      firstEvents: null,
      preceded: null,
      medianLeadDays: null,
    },
    leftOut: { notFollowed: null, withdrawn: null, withoutScore: null },
    policies: [],
    levels: (['unknown', ...levels] as const).map((level) => ({ level, ...nothing })),
  };
}
