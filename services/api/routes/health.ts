import { z } from 'zod';
import { assertSchemaIsCurrent, SchemaError } from '../../database/migrate.ts';
import type { Database } from '../../database/pool.ts';
import { HttpProblem } from '../answer/problem.ts';
import { route } from './route.ts';

/** A probe gives up after a few seconds; it shall hear the reason before. */
const patienceMs = 3000;

const health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

export const getLive = route({
  method: 'get',
  path: '/health/live',
  summary: 'Is the process alive?',
  isOpen: true,
  query: z.strictObject({}),
  answers: { 200: { description: 'It is', schema: health } },
  async handle() {
    return { status: 200, body: { status: 'ok' } };
  },
});

export const getReady = route({
  method: 'get',
  path: '/health/ready',
  summary: 'Can requests be answered: is the database reachable, its schema current, and all loaded?',
  isOpen: true,
  query: z.strictObject({}),
  answers: {
    200: { description: 'They can', schema: health },
    503: { description: 'They cannot; `detail` says why' },
  },
  async handle({ context, isPrepared }) {
    const fault = isPrepared ? await findFault(context.database) : 'The bundled facts are being loaded.';
    if (fault !== null) throw new HttpProblem({ status: 503, title: 'Not ready', detail: fault });
    return { status: 200, body: { status: 'ok' } };
  },
});

async function findFault(database: Database): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<string>((resolve) => {
    timer = setTimeout(
      () => resolve(`The database did not answer within ${patienceMs / 1000} seconds.`),
      patienceMs,
    );
  });
  const check = assertSchemaIsCurrent(database).then(
    () => null,
    (error: Error) =>
      error instanceof SchemaError
        ? `Schema: ${error.message}.`
        : // The driver's message may name hosts and users: it is for the log, not for whoever asks.
          'The database cannot be reached.',
  );
  try {
    return await Promise.race([check, patience]);
  } finally {
    clearTimeout(timer);
  }
}
