import { htmlPart } from './html-part.ts';
import { type Mailbox, mailboxOf, mailDomain } from './mailbox.ts';
import type { MessageContent } from './message-content.ts';
import { rankNotices } from './notice-ranking.ts';
import { type Extent, outlineOf } from './outline.ts';
import { textPart } from './text-part.ts';

/** A mail as it is to be sent: rendering the same content again gives the same mail. */
export type Mail = {
  from: Mailbox;
  /** One address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** With angle brackets. */
  messageId: string;
  date: Date;
  /** The Message-ID that all mails about one alert refer to; null where a mail is about several alerts. */
  threadRoot: string | null;
  headers: Record<string, string>;
};

/**
 * Gmail hides what comes after 102 kB. Both parts together stay below this, in bytes, which leaves room for the
 * headers and for what the transfer encoding adds.
 */
const maxBytes = 86_000;

/** From the fullest mail to the shortest: the first that fits is taken. Every site is counted in all of them. */
const extents: readonly Extent[] = [
  { sitesInFull: 10, eventsPerSite: 6, furtherSites: 300 },
  { sitesInFull: 10, eventsPerSite: 3, furtherSites: 250 },
  { sitesInFull: 10, eventsPerSite: 2, furtherSites: 160 },
  { sitesInFull: 5, eventsPerSite: 3, furtherSites: 100 },
  { sitesInFull: 3, eventsPerSite: 2, furtherSites: 60 },
  { sitesInFull: 3, eventsPerSite: 1, furtherSites: 20 },
];

/** What a buyer reads. Throws where there is nothing to tell or where `mailFrom` is no address. */
export function renderMail(content: MessageContent): Mail {
  const ranked = rankNotices(content.notices);
  if (ranked.length === 0) throw new Error(`message ${content.messageId} has no notice to tell`);
  const from = mailboxOf(content.mailFrom);
  const domain = mailDomain(from);
  let parts = { subject: '', text: '', html: '' };
  for (const extent of extents) {
    const outline = outlineOf(ranked, content, extent);
    parts = { subject: outline.subject, text: textPart(outline), html: htmlPart(outline) };
    if (Buffer.byteLength(parts.text) + Buffer.byteLength(parts.html) <= maxBytes) break;
  }
  const alertIds = new Set(content.notices.map(({ alertId }) => alertId));
  return {
    from,
    to: content.recipient,
    ...parts,
    messageId: content.messageId,
    date: content.at,
    threadRoot: alertIds.size === 1 ? `<alert-${[...alertIds][0]}@${domain}>` : null,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `Orewatch alerts <orewatch-alerts.${domain}>`,
    },
  };
}
