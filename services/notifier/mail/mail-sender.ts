import type { Config } from '../../../config/env.ts';
import { mailboxOf } from '../mailbox.ts';
import type { Sender } from '../sender.ts';
import { renderMail } from './render-mail.ts';
import { createMailTransport } from './transport.ts';

/** Tells by mail. */
export function createMailSender(
  config: Pick<Config, 'smtpUrl' | 'dataDir' | 'mailFrom' | 'publicUrl'>,
): Sender {
  const { mailFrom, publicUrl } = config;
  const transport = createMailTransport(config);
  return {
    write(message) {
      const mail = renderMail({ ...message, mailFrom, publicUrl });
      const { subject, text, html, pictures, threadRoot, headers } = mail;
      return { subject, text, html, pictures, threadRoot, headers };
    },
    send: ({ recipient, messageId, at }, written) =>
      transport.send({ ...written, from: mailboxOf(mailFrom), to: recipient, messageId, date: at }),
    close: () => transport.close(),
  };
}
