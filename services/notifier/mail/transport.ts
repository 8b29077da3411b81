import type { Config } from '../../../config/env.ts';
import { isDemoAddress } from './demo-address.ts';
import type { MailTimeouts, MailTransport } from './mail-transport.ts';
import { createOutbox } from './outbox.ts';
import { createSmtpTransport } from './smtp.ts';

const defaultTimeouts: MailTimeouts = { connection: 10_000, greeting: 10_000, socket: 120_000 };

/**
 * Mails go to the server of SMTP_URL or, without one, to files in `outbox` of the data directory. So do those of
 * the demo, always.
 */
export function createMailTransport(
  config: Pick<Config, 'smtpUrl' | 'dataDir'>,
  timeouts: MailTimeouts = defaultTimeouts,
): MailTransport {
  const outbox = createOutbox(config.dataDir);
  if (!config.smtpUrl) return outbox;
  const smtp = createSmtpTransport(config.smtpUrl, timeouts);
  return {
    send: (mail) => (isDemoAddress(mail.to) ? outbox : smtp).send(mail),
    close: async () => {
      await Promise.all([smtp.close(), outbox.close()]);
    },
  };
}
