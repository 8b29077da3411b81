import type { OutgoingMessage } from './message-content.ts';

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
  /**
   * Renders a message and sends it to its one recipient. Sending the same message again is harmless: it goes under the
   * same identity. What goes wrong on the way is an outcome; it throws only where the message cannot be rendered.
   */
  send(message: OutgoingMessage): Promise<SendOutcome>;
  /** Takes no more messages. One that is being sent is sent to its end. */
  close(): Promise<void>;
};
