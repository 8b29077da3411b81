import type { AlertNotice, OwnSite } from '../../domain/alerts/alert-notice.ts';
import type { CalendarDate } from '../../domain/time.ts';
import type { PictureFacts } from './picture/picture.ts';

/** Everything one message says: alert revisions of one or many sites, to one recipient, by whatever channel. */
export type OutgoingMessage = {
  /** With its angle brackets: the Message-ID of a mail (RFC 5322), the same at every attempt. */
  messageId: string;
  /** The time of the news. It is the Date of the mail, so that a mail sent again is the same mail. */
  at: Date;
  recipient: string;
  notices: AlertNotice[];
  /** Null where the subscription names no site and follows none that stands out. */
  ownSite: OwnSite | null;
  /** How far the sources that follow whole countries had told by then. */
  freshness?: { source: string; freshTo: CalendarDate }[];
  /** Left out, the message has no pictures. */
  facts?: PictureFacts | null;
};

/** A message with what it says of this Orewatch. */
export type MessageContent = OutgoingMessage & {
  /** Where this Orewatch is reached, without a slash at the end. */
  publicUrl: string;
  /** `Name <address>` or an address alone. */
  mailFrom: string;
};
