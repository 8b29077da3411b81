import type { Config } from '../../../config/env.ts';
import type { Logger } from '../../../config/logger.ts';
import { mailboxOf } from '../mailbox.ts';
import { type Drawing, drawPictures } from '../picture/draw-pictures.ts';
import type { Sender } from '../sender.ts';
import { renderMail } from './render-mail.ts';
import { createMailTransport } from './transport.ts';

/** Tells by mail. */
export function createMailSender(
  config: Pick<Config, 'smtpUrl' | 'dataDir' | 'mailFrom' | 'publicUrl'>,
  log: Logger,
  drawing: Drawing = {},
): Sender {
  const { mailFrom, publicUrl } = config;
  const transport = createMailTransport(config);
  return {
    async write(message) {
      const mail = renderMail({ ...message, mailFrom, publicUrl }, await drawPictures(message, log, drawing));
      const { subject, text, html, pictures, threadRoot, headers } = mail;
      return { subject, text, html, pictures, threadRoot, headers };
    },
    send: ({ recipient, messageId, at }, written) =>
      transport.send({ ...written, from: mailboxOf(mailFrom), to: recipient, messageId, date: at }),
    close: () => transport.close(),
  };
}
