import type { Config } from '../../config/env.ts';
import { createOutbox } from './outbox.ts';
import type { Mail } from './render-mail.ts';
import { createSmtpTransport } from './smtp.ts';

/** `retry`: the same mail may go through later. `error` says what happened and what a person can do. */
export type SendResult = { ok: true } | { ok: false; retry: boolean; error: string };

export type MailTransport = {
  /** Sends one mail to its one recipient. Never throws; sending the same mail again is harmless. */
  send(mail: Mail): Promise<SendResult>;
  /** Takes no more mails. One that is being sent is sent to its end. */
  close(): Promise<void>;
};

/** Time-outs in milliseconds. `socket` is how long a server may say nothing. */
export type MailTimeouts = { connection: number; greeting: number; socket: number };

const defaultTimeouts: MailTimeouts = { connection: 10_000, greeting: 10_000, socket: 120_000 };

/** Mails go to the server of SMTP_URL or, without one, to files in `outbox` of the data directory. */
export function createMailTransport(
  config: Pick<Config, 'smtpUrl' | 'dataDir'>,
  timeouts: MailTimeouts = defaultTimeouts,
): MailTransport {
  return config.smtpUrl ? createSmtpTransport(config.smtpUrl, timeouts) : createOutbox(config.dataDir);
}
