import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import type { Month } from '../domain/fitting/judged-month.ts';
import { findJudgements } from '../services/database/quality/judged-month.ts';
import { findWaitingMonths, judgeMonths, whyWaiting } from '../services/quality/judge-months.ts';
import { type Command, print, UsageError } from './command.ts';
import { openStack } from './stack.ts';
import { judgementText, monthLine } from './tell-quality.ts';

const mostMonths = 1000;

export const qualityCommand: Command = {
  name: 'quality',
  summary: 'Tell how good the scores of past months were, by what UCDP has confirmed since.',
  usage:
    'orewatch quality [--month YYYY-MM] [--json]\n' +
    'Without --month the newest month that could be judged is told, and the earlier ones in a line each; with it all\n' +
    'judgements of that month, the newest first. A month is judged once UCDP has told up to 30 days after its end.',
  examples: ['orewatch quality', 'orewatch quality --month 2026-03 --json'],
  async run(args, io) {
    const month = readMonth(args);
    const { values } = parseArgs({ args, options });
    const stack = await openStack(readConfig(io.env), { owner: 'join', work: 'none' });
    try {
      const { database } = stack.context;
      const now = new Date();
      await judgeMonths(stack.context, now);
      const judgements = await findJudgements(database, { month, limit: mostMonths });
      const waiting = (await findWaitingMonths(database, now))
        .filter((row) => month === undefined || row.month === month)
        .map((row) => ({ ...row, reason: whyWaiting(row) }));
      if (values.json) {
        print(io, JSON.stringify({ judgements, waiting }, null, 2));
        return 0;
      }
      const [newest, ...others] = judgements;
      const toldWhole = month === undefined ? judgements.slice(0, 1) : judgements;
      for (const judged of toldWhole) print(io, judgementText(judged));
      if (month === undefined && others.length > 0)
        print(io, `Earlier months:\n${others.map((judged) => `  ${monthLine(judged)}`).join('\n')}\n`);
      for (const { month, reason } of waiting) print(io, `${month}: ${reason}`);
      if (!newest && waiting.length === 0)
        print(io, 'No score had been given at the moments that are judged.');
      return 0;
    } finally {
      await stack.close();
    }
  },
};

const options = { month: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

function readMonth(args: string[]): Month | undefined {
  const { month } = parseArgs({ args, options }).values;
  if (month !== undefined && !/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(month))
    throw new UsageError(`--month must be a month such as 2026-03 (got "${month}").`);
  return month;
}
