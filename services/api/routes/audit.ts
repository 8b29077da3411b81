import { z } from 'zod';
import { findAuditEntries } from '../../database/audit.ts';
import { cursorOf, idInCursor } from '../request/cursor.ts';
import { format, limit, text } from '../request/query.ts';
import { listRoute, pageOf } from './route.ts';

const auditEntry = z
  .object({
    id: z.int(),
    at: z.iso.datetime(),
    author: z
      .string()
      .meta({ description: 'Who says to have done it: the author given, else the name of the key.' }),
    key: z.string().nullable().meta({
      description: 'The name of the key that was used; null for the command line and for old entries.',
    }),
    action: z.string(),
    subject: z.string().meta({ description: 'What it was done to, as it stands behind /v1/: alerts/12.' }),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntry' });

export const listAudit = listRoute({
  path: '/audit',
  summary: 'Who did what, the newest first',
  query: z.strictObject({
    subject: text.meta({ description: 'Such as alerts/12, mutes/3, events/7 or subscriptions/1.' }),
    limit,
    format,
    after: cursorOf('audit', z.tuple([idInCursor])),
  }),
  list: { name: 'audit', item: auditEntry },
  async handle({ context, query: { subject, after, limit } }) {
    const rows = await findAuditEntries(context.database, { subject, after: after?.[0], limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      ({ actor, keyName, at, ...row }) => ({ ...row, at: at.toISOString(), author: actor, key: keyName }),
      (row) => [row.id],
    );
  },
});
