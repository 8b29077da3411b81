import { z } from 'zod';
import { type AcknowledgementRow, insertAcknowledgement } from '../../database/alerts/acknowledgement.ts';
import { findAlert } from '../../database/alerts/alert-query.ts';
import { writeAudit } from '../../database/audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import { lineOf, textOf } from '../../refusing/text-input.ts';
import { parseBody, refusedBody } from '../request/body.ts';
import { noSuch, numberOf } from './event-item.ts';
import { keyOf, route } from './route.ts';

const acknowledgementInput = z
  .strictObject({
    author: lineOf(200).meta({ description: 'Who has seen it.' }),
    comment: textOf(5000).meta({ description: 'What was made of it.' }),
    revision: z
      .int()
      .min(1)
      .max(2_147_483_647)
      .nullish()
      .meta({ description: 'Which revision; the newest where it is left out.' }),
  })
  .meta({ id: 'AcknowledgementInput' });

export const acknowledgement = z
  .object({
    id: z.int(),
    revision: z.int().meta({ description: 'The revision of the alert that was acknowledged.' }),
    author: z.string(),
    comment: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Acknowledgement' });

export const postAcknowledgement = route({
  method: 'post',
  path: '/alerts/{id}/acknowledgements',
  summary: 'Say that an alert was seen, and what was made of it',
  description: 'An acknowledgement holds for one revision: when more is said, the alert waits for another.',
  query: z.strictObject({}),
  body: { schema: acknowledgementInput, maxBytes: 100_000 },
  answers: {
    201: { description: 'Acknowledged', schema: acknowledgement },
    404: { description: 'No such alert' },
    422: { description: 'Refused; `errors` names the fields' },
  },
  async handle({ context, caller, now, params: { id }, body }) {
    const alertId = numberOf('alert', id);
    const { author, comment, revision = null } = parseBody(acknowledgementInput, body);
    const row = await inTransaction(context.database, async (client) => {
      const made = await insertAcknowledgement(client, alertId, { revision, author, comment }, now);
      if (!made) {
        const alert = await findAlert(client, alertId);
        if (!alert) throw noSuch('alert', id);
        const expected = `must be a revision of this alert: 1 to ${alert.revision}`;
        throw refusedBody([{ field: 'revision', expected, got: String(revision) }]);
      }
      const details = { revision: made.revision, comment };
      const entry = {
        actor: author,
        key: keyOf(caller),
        action: 'acknowledged',
        subject: `alerts/${alertId}`,
        details,
      };
      await writeAudit(client, entry, now);
      return made;
    });
    return { status: 201, body: acknowledgementOf(row) };
  },
});

export function acknowledgementOf(row: AcknowledgementRow): z.output<typeof acknowledgement> {
  const { id, revision, author, comment, at } = row;
  return { id, revision, author, comment, at: at.toISOString() };
}
