import { randomUUID } from 'node:crypto';
import type { Logger } from '../../config/logger.ts';
import { insertOperatorMessage } from '../database/deliveries/message.ts';
import { noteOperatorNotices, type OperatorNotice } from '../database/operator-notice.ts';
import type { Database } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Queues } from '../queue/queues.ts';
import { escapeMarkup } from './escape-markup.ts';
import { mailboxOf, mailDomain } from './mailbox.ts';
import type { WrittenMessage } from './sender.ts';

/** Who runs this installation; without an address the log alone tells. */
export type Operator = { email: string | null; mailFrom: string };

/**
 * Tells the operator what is new among the notices about a subject: each once, in one mail and in the log, and again
 * only where it had ended meanwhile.
 */
export async function tellOperator(
  { database, queues, log }: { database: Database; queues: Pick<Queues, 'wake'>; log: Logger },
  operator: Operator,
  about: string,
  notices: readonly OperatorNotice[],
  now: Date,
): Promise<void> {
  const { fresh, id } = await inTransaction(database, async (client) => {
    const fresh = await noteOperatorNotices(client, about, notices, now);
    if (fresh.length === 0 || operator.email === null) return { fresh, id: null };
    const messageId = `<operator-${randomUUID()}@${mailDomain(mailboxOf(operator.mailFrom))}>`;
    const written = write(fresh);
    return {
      fresh,
      id: await insertOperatorMessage(client, { recipient: operator.email, messageId, written, at: now }),
    };
  });
  for (const { key, text } of fresh) log.error({ about: key, reason: text }, 'a person has to do something');
  if (id !== null) await queues.wake({ queue: 'deliver', ids: [id] });
}

function write(notices: readonly OperatorNotice[]): WrittenMessage {
  const [first, ...more] = notices.map(({ key }) => key);
  const subject = `Orewatch: ${first}${more.length > 0 ? `, and ${more.length} more` : ''}`.slice(0, 200);
  const why = 'You get this mail because OREWATCH_OPERATOR_EMAIL names you. Each of these is told once.';
  const paragraphs = notices.map(({ text }) => text);
  return {
    subject,
    text: `${[...paragraphs, why].join('\n\n')}\n`,
    html: `<!doctype html><html lang="en"><body>${[...paragraphs, why]
      .map((text) => `<p>${escapeMarkup(text)}</p>`)
      .join('')}</body></html>`,
    pictures: [],
    threadRoot: null,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
