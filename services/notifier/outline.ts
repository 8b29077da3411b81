import { type Level, rank } from '../../domain/level.ts';
import { causeOf, eventSentence } from './cause.ts';
import { nextSteps, readingNotes } from './guidance.ts';
import { mailboxOf } from './mailbox.ts';
import type { AlertNotice, MessageContent } from './message-content.ts';
import { leadOf, type Movement, movementOf } from './notice-ranking.ts';
import { plainText } from './plain-text.ts';
import {
  type FurtherSite,
  furtherSite,
  nearestEvent,
  type SiteSection,
  siteSection,
} from './site-section.ts';
import { creditOf } from './source-credits.ts';
import { subjectOf } from './subject.ts';
import { alertReason, countText, siteName, siteWhereabouts, timeText } from './wording.ts';

/** Everything a mail says, in order and in words: the text and the HTML part only lay it out. */
export type Outline = {
  subject: string;
  asOf: string;
  /** What changed and where, in one or two sentences. */
  lead: string;
  sitesHeading: string;
  /** In full, highest first. */
  sites: SiteSection[];
  furtherHeading: string;
  /** The sites after those, one line each. */
  further: FurtherSite[];
  /** How many more there are, where not even a line is left for them; null where there are none. */
  unlisted: string | null;
  reading: string[];
  nextSteps: string[];
  credits: string[];
  footer: string[];
};

/** How much a mail holds. */
export type Extent = { sitesInFull: number; eventsPerSite: number; furtherSites: number };

/** The outline of a message, from its ranked notices. */
export function outlineOf(ranked: readonly AlertNotice[], content: MessageContent, extent: Extent): Outline {
  const told = new Map<string, number>();
  const sites = ranked
    .slice(0, extent.sitesInFull)
    .map((notice, i) => siteSection(notice, i + 1, content.publicUrl, extent.eventsPerSite, told));
  const listed = extent.sitesInFull + extent.furtherSites;
  const further = ranked
    .slice(extent.sitesInFull, listed)
    .map((notice, i) => furtherSite(notice, extent.sitesInFull + i + 1, content.publicUrl));
  return {
    subject: subjectOf(ranked),
    asOf: `As of ${timeText(content.at)}`,
    lead: leadText(ranked),
    sitesHeading: sitesHeading(ranked.length, sites.length),
    furtherHeading: `${countText(ranked.length - sites.length, 'further site')}, highest first`,
    sites,
    further,
    unlisted: unlistedText(ranked.slice(listed)),
    reading: readingNotes(ranked),
    nextSteps: nextSteps(ranked),
    credits: creditsOf(ranked),
    footer: footerOf(content),
  };
}

function leadText(ranked: readonly AlertNotice[]): string {
  const lead = leadOf(ranked);
  const movement = movementOf(lead);
  const hasNews = movement === 'rose' || movement === 'news';
  const own = [`${moved(lead)}.`, ...(hasNews ? causeSentences(lead) : [])].join(' ');
  if (ranked.length === 1) return own;
  const of = (movement: Movement) => ranked.filter((notice) => movementOf(notice) === movement).length;
  const counts = [
    [of('rose'), 'at a higher level'],
    [of('news'), 'with news at the same level'],
    [of('eased'), 'eased'],
    [of('resolved'), 'resolved'],
    [of('cancelled'), 'cancelled'],
  ] as const;
  const parts = counts.filter(([n]) => n > 0).map(([n, what]) => `${n.toLocaleString('en')} ${what}`);
  return `${countText(ranked.length, 'site')} changed: ${parts.join(', ')}. ${own}`;
}

/** What is behind the change, and the nearest event where that is another one. */
function causeSentences(notice: AlertNotice): string[] {
  const cause = causeOf(notice);
  const nearest = nearestEvent(notice.evidence);
  const sentences = cause ? [cause.sentence] : [];
  if (nearest && nearest.eventId !== cause?.eventId) {
    sentences.push(`Nearest event: ${eventSentence(nearest)}`);
  }
  return sentences;
}

/** What changed at one site, as a clause without its full stop. */
function moved(notice: AlertNotice): string {
  const { level, previousLevel } = notice;
  const name = `${siteName(notice)} (${siteWhereabouts(notice)})`;
  switch (movementOf(notice)) {
    case 'rose':
      return level === previousLevel
        ? `${name} is at level ${level}`
        : `${name} rose from ${previousLevel} to ${level}`;
    case 'news':
      return `${name} stays at level ${level}, with news`;
    case 'eased':
      return `${name} eased from ${previousLevel} to ${level}: ${alertReason(notice)}`;
    case 'resolved':
      return `${name} is ${level === 'unknown' ? 'now at level unknown' : `back at ${level}`}${level === previousLevel ? '' : ` (was ${previousLevel})`}, and its alert is resolved: ${alertReason(notice)}`;
    case 'cancelled':
      return `The alert for ${name} is cancelled, and its level is now ${level}: ${alertReason(notice)}`;
  }
}

function sitesHeading(all: number, inFull: number): string {
  if (all === 1) return 'The site';
  return all === inFull
    ? `The ${all} sites, highest first`
    : `The ${inFull} highest of ${countText(all, 'site')} (the others further below)`;
}

/** "and 2,838 more sites: 38 elevated, 2,800 guarded". */
function unlistedText(rest: readonly AlertNotice[]): string | null {
  if (rest.length === 0) return null;
  const counts = new Map<Level, number>();
  for (const { level } of rest) counts.set(level, (counts.get(level) ?? 0) + 1);
  const byLevel = [...counts]
    .sort(([a], [b]) => rank(b) - rank(a))
    .map(([level, n]) => `${n.toLocaleString('en')} ${level}`);
  return `And ${countText(rest.length, 'more site')}, ranked lower: ${byLevel.join(', ')}.`;
}

/** The credits of every source that the mail draws on; those in one line draw on it by their level and distance. */
function creditsOf(ranked: readonly AlertNotice[]): string[] {
  const credits = new Set<string>();
  for (const notice of ranked) {
    for (const { source } of notice.evidence) {
      const { credit } = creditOf(source);
      if (credit) credits.add(credit);
    }
  }
  return [...credits].sort();
}

function footerOf({ recipient, mailFrom }: MessageContent): string[] {
  const operator = mailboxOf(mailFrom).address;
  return [
    `You get this mail because a subscription of this Orewatch sends alerts for these sites to ${plainText(recipient, 254)}.`,
    `There is no unsubscribe link yet. To change or stop these mails, answer this one or write to the operator of this Orewatch at ${operator}.`,
  ];
}
