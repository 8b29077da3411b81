import type { Mail } from './mail/render-mail.ts';
import type { OutgoingMessage } from './message-content.ts';

/**
 * What a message says, as it goes out. It is kept as JSON before it is sent first; what is sent again is this. To whom
 * and under which identity it goes stands with the message itself; the sender's address is a setting, and one that a
 * server refuses is put right while the message waits.
 */
export type WrittenMessage = Omit<Mail, 'from' | 'to' | 'messageId' | 'date'>;

/**
 * What came of one attempt. `retry`: the same message may go through later, after `afterMs` where the other side said
 * so. `refused`: it never will. The reason says what happened and what a person can do.
 */
export type SendOutcome =
  | { outcome: 'sent' }
  | { outcome: 'retry'; reason: string; afterMs?: number }
  | { outcome: 'refused'; reason: string };

/** One channel by which people are told. */
export type Sender = {
  /** Puts a message into words and pictures. Throws where it cannot be rendered. */
  write(message: OutgoingMessage): Promise<WrittenMessage>;
  /**
   * Sends a message to its one recipient. Sending the same message again is harmless: it goes under the same identity.
   * What goes wrong on the way is an outcome.
   */
  send(
    message: Pick<OutgoingMessage, 'messageId' | 'at' | 'recipient'>,
    written: WrittenMessage,
  ): Promise<SendOutcome>;
  /** Takes no more messages. One that is being sent is sent to its end. */
  close(): Promise<void>;
};
