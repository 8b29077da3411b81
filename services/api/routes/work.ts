import { z } from 'zod';
import { listSetAside } from '../../database/set-aside.ts';
import { readWork } from '../../database/work.ts';
import { stageQueues } from '../../queue/queues.ts';
import { route } from './route.ts';

/** More than a person reads; `stages` counts all. */
const mostShown = 100;

const instant = z.iso.datetime();

const stageWork = z
  .object({
    stage: z.string(),
    waiting: z.int().meta({ description: 'Work that can be done and is not done yet.' }),
    oldestAt: instant.nullable().meta({ description: 'Since when the oldest of it waits.' }),
    lagSeconds: z.int(),
    setAside: z.int().meta({ description: 'What failed by itself and waits for its next try.' }),
  })
  .meta({ id: 'StageWork' });

const setAsideItem = z
  .object({
    stage: z.string(),
    id: z.int().meta({ description: 'Of an event, a site, an assessment, …: as the stage counts.' }),
    reason: z.string(),
    attempts: z.int(),
    firstFailedAt: instant,
    lastFailedAt: instant,
    nextTryAt: instant,
  })
  .meta({ id: 'SetAside' });

export const getWork = route({
  method: 'get',
  path: '/health/work',
  summary: 'What the stages have left to do, and what is set aside',
  description:
    'A row that fails is set aside by itself, with its reason; everything else goes on. It is tried again at `nextTryAt`, or with `orewatch retry`.',
  query: z.strictObject({}),
  answers: {
    200: {
      description: `Each stage, and what failed last, at most ${mostShown}`,
      schema: z.object({ stages: z.array(stageWork), setAside: z.array(setAsideItem) }).meta({ id: 'Work' }),
    },
  },
  async handle({ context: { database } }) {
    const stages = await readWork(database, stageQueues);
    const aside = await listSetAside(database, mostShown);
    return {
      status: 200,
      body: {
        stages: stages.map((row) => ({ ...row, oldestAt: row.oldestAt?.toISOString() ?? null })),
        setAside: aside.map((row) => ({
          ...row,
          firstFailedAt: row.firstFailedAt.toISOString(),
          lastFailedAt: row.lastFailedAt.toISOString(),
          nextTryAt: row.nextTryAt.toISOString(),
        })),
      },
    };
  },
});
