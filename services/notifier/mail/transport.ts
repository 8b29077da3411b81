import type { Config } from '../../../config/env.ts';
import type { MailTimeouts, MailTransport } from './mail-transport.ts';
import { createOutbox } from './outbox.ts';
import { createSmtpTransport } from './smtp.ts';

const defaultTimeouts: MailTimeouts = { connection: 10_000, greeting: 10_000, socket: 120_000 };

/** Mails go to the server of SMTP_URL or, without one, to files in `outbox` of the data directory. */
export function createMailTransport(
  config: Pick<Config, 'smtpUrl' | 'dataDir'>,
  timeouts: MailTimeouts = defaultTimeouts,
): MailTransport {
  return config.smtpUrl ? createSmtpTransport(config.smtpUrl, timeouts) : createOutbox(config.dataDir);
}
