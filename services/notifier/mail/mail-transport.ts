import type { SendOutcome } from '../sender.ts';
import type { Mail } from './render-mail.ts';

export type MailTransport = {
  /** Sends one mail to its one recipient. Never throws; sending the same mail again is harmless. */
  send(mail: Mail): Promise<SendOutcome>;
  /** Takes no more mails. One that is being sent is sent to its end. */
  close(): Promise<void>;
};

/** Time-outs in milliseconds. `socket` is how long a server may say nothing. */
export type MailTimeouts = { connection: number; greeting: number; socket: number };
