import { type Mailbox, mailboxOf, mailDomain } from '../mailbox.ts';
import type { MessageContent } from '../message-content.ts';
import { outlineOf } from '../outline.ts';
import type { AttachedPicture, Picture } from '../picture/picture.ts';
import { orderNotices } from '../site-order.ts';
import { htmlPart } from './html-part.ts';
import { textPart } from './text-part.ts';

/** A mail as it is to be sent: rendering the same content again gives the same mail. */
export type Mail = {
  from: Mailbox;
  /** One address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  pictures: AttachedPicture[];
  /** With angle brackets. */
  messageId: string;
  date: Date;
  /** The Message-ID that all mails about one alert refer to; null where a mail is about several alerts. */
  threadRoot: string | null;
  headers: Record<string, string>;
};

/** What a buyer reads, with the pictures that were drawn of it. Throws where there is nothing to tell or where `mailFrom` is no address. */
export function renderMail(content: MessageContent, drawn: readonly Picture[] = []): Mail {
  const ordered = orderNotices(content.notices);
  if (ordered.length === 0) throw new Error(`message ${content.messageId} has no notice to tell`);
  const from = mailboxOf(content.mailFrom);
  const domain = mailDomain(from);
  const outline = outlineOf(ordered, content);
  const pictures = drawn.map((picture) => ({
    ...picture,
    cid: `${picture.name}.${content.messageId.replace(/[<>]/g, '')}`,
  }));
  const parts = { subject: outline.subject, text: textPart(outline), html: htmlPart(outline, pictures) };
  const alertIds = new Set(content.notices.map(({ alertId }) => alertId));
  return {
    from,
    to: content.recipient,
    ...parts,
    pictures,
    messageId: content.messageId,
    date: content.at,
    threadRoot: alertIds.size === 1 ? `<alert-${[...alertIds][0]}@${domain}>` : null,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `Orewatch alerts <orewatch-alerts.${domain}>`,
    },
  };
}
