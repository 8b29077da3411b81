import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { isPlainAddress } from '../mailbox.ts';
import type { Mail } from './render-mail.ts';

/** What is wrong with a mail's addresses, so that it cannot be sent however often it is tried; null where nothing is. */
export function faultOf(mail: Mail): string | null {
  if (!isPlainAddress(mail.to)) {
    return `the recipient ${JSON.stringify(mail.to.slice(0, 200))} is not one plain mail address: correct the subscription`;
  }
  if (!/^<[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+>$/u.test(mail.messageId)) {
    return `the Message-ID ${JSON.stringify(mail.messageId.slice(0, 200))} is not of the form <id@domain>`;
  }
  return null;
}

/**
 * The mail in nodemailer's terms. Addresses are given as parsed objects and the envelope is stated: nothing in a
 * name can add a recipient. The MIME boundary is made of the content, so that a mail sent again is the same to the
 * byte, and so that nobody can have put the boundary into a text that the mail quotes.
 */
export function mailOptions(mail: Mail): SendMailOptions {
  const content = createHash('sha256').update(
    `${mail.messageId}\n${mail.subject}\n${mail.text}\n${mail.html}`,
  );
  return {
    from: mail.from,
    to: { name: '', address: mail.to },
    envelope: { from: mail.from.address, to: [mail.to] },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: mail.pictures.map(({ name, cid, png }) => ({
      filename: `${name}.png`,
      cid,
      content: png,
      encoding: 'base64' as const,
      contentType: 'image/png',
      contentDisposition: 'inline' as const,
    })),
    messageId: mail.messageId,
    date: mail.date,
    ...(mail.threadRoot ? { inReplyTo: mail.threadRoot, references: mail.threadRoot } : {}),
    headers: mail.headers,
    baseBoundary: content.digest('hex').slice(0, 32),
    boundaryPrefix: '--orewatch',
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
