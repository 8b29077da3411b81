import type { Config } from '../../../config/env.ts';
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
    send: async (message) => transport.send(renderMail({ ...message, mailFrom, publicUrl })),
    close: () => transport.close(),
  };
}
