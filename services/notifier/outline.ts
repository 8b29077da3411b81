import type { AlertNotice } from '../../domain/alerts/alert-notice.ts';
import { expectedOf, type Signal } from '../../domain/risk/signal.ts';
import { lowerFirst, shownText } from '../../domain/wording.ts';
import { causeOf, causeSentence } from './cause.ts';
import { nextSteps, readingNotes } from './guidance.ts';
import { mailboxOf } from './mailbox.ts';
import type { MessageContent } from './message-content.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';
import { mapContent } from './picture/map-content.ts';
import { heldSentences } from './picture/map-words.ts';
import { plainText } from './plain-text.ts';
import { countedSites, namedSites, type SiteLine, siteLine } from './site-line.ts';
import { focusOf, type Movement, movementOf } from './site-order.ts';
import { creditOf } from './source-credits.ts';
import { subjectOf } from './subject.ts';
import {
  alertReason,
  countText,
  dateText,
  scoreText,
  siteFacts,
  siteName,
  timeText,
  withPlainDates,
} from './wording.ts';

/** Everything a mail says, in order and in words: the text and the HTML part only lay it out. */
export type Outline = {
  subject: string;
  asOf: string;
  /** What happened and what it means for the site that matters most, in one or two sentences. */
  lead: string;
  /** What was told and what holds now; empty where nothing is corrected. */
  corrections: string[];
  /** Why the level is what it is: the reasons before the number. */
  reasons: string[];
  /** Score and violence chance in one line. */
  numbers: string;
  /** Which places around armed groups hold. */
  held: string[];
  happened: Occurrence[];
  moreHappened: string | null;
  sitesHeading: string;
  /** The most important ones, a line each. */
  sites: SiteLine[];
  /** The next ones by name, then all others counted. */
  further: string[];
  nextSteps: string[];
  reading: string[];
  credits: string[];
  footer: string[];
};

/** How much a mail holds: it is read in twenty seconds. */
const mostLines = 8;
const mostReasons = 3;

/** The outline of a message, from its notices in the order of importance. */
export function outlineOf(ordered: readonly AlertNotice[], content: MessageContent): Outline {
  const focus = focusOf(ordered);
  const { told, more } = occurrencesOf(ordered);
  const rest = ordered.slice(mostLines);
  const named = namedSites(rest);
  return {
    subject: subjectOf(ordered, content.ownSite),
    asOf: asOfText(content),
    lead: leadText(focus, ordered),
    corrections: correctionsIn(ordered),
    reasons: reasonsOf(focus),
    numbers: numbersText(focus),
    held: content.facts ? heldSentences(mapContent(ordered, content.ownSite, content.facts).held) : [],
    happened: told,
    moreHappened: more > 0 ? `${countText(more, 'further report')}: see the evidence of each site.` : null,
    sitesHeading:
      ordered.length === 1 ? 'The site' : `${countText(ordered.length, 'site')}, most important first`,
    sites: ordered.slice(0, mostLines).map((notice) => siteLine(notice, content.publicUrl)),
    further: [
      named.text,
      countedSites(rest.slice(named.count)),
      rest.length > 0 ? `All of them: ${content.publicUrl}/v1/alerts` : null,
    ].filter((text) => text !== null),
    nextSteps: nextSteps(ordered),
    reading: readingNotes(ordered),
    credits: creditsOf(ordered),
    footer: footerOf(content),
  };
}

/** The time of the news, and how old what else is known may be. */
function asOfText({ at, freshness = [] }: MessageContent): string {
  const sources = freshness.map(
    ({ source, freshTo }) => `${creditOf(source).name} fresh to ${dateText(freshTo, 1)}`,
  );
  return [`As of ${timeText(at)}`, ...sources].join('; ');
}

function leadText(focus: AlertNotice, ordered: readonly AlertNotice[]): string {
  const cause = causeOf(focus);
  const movement = movementOf(focus);
  const happened =
    cause && movement !== 'resolved' && movement !== 'cancelled' && movement !== 'withdrawn'
      ? `${causeSentence(cause, focus)} `
      : '';
  const counts = ordered.length === 1 ? '' : ` ${changesText(ordered)}`;
  return `${happened}${moved(focus)}${counts}`;
}

/** What changed at one site, as a sentence. */
function moved(notice: AlertNotice): string {
  const { level, previousLevel } = notice;
  const name = `${siteName(notice)} (${lowerFirst(siteFacts(notice))})`;
  const reason = alertReason(notice);
  const because = reason.endsWith('.') ? reason : `${reason}.`;
  switch (movementOf(notice)) {
    case 'rose':
      return level === previousLevel || previousLevel === 'unknown'
        ? `${name} is at ${level}.`
        : `${name} rose from ${previousLevel} to ${level}.`;
    case 'corrected':
      return `What we told you of ${name} has to be corrected; its level is now ${level}.`;
    case 'news':
      return `${name} stays at ${level}.`;
    case 'stands':
      return `${name} already stands at ${level}.`;
    case 'eased':
      return `${name} eased from ${previousLevel} to ${level}${tellsRestart(notice) ? '.' : `: ${because}`}`;
    case 'resolved':
      return `The alert for ${name} is resolved, its level is ${level}: ${because}`;
    case 'cancelled':
      return `The alert for ${name} is cancelled, its level is ${level}.`;
    case 'withdrawn':
      return `The alert for ${name} is closed: ${because}`;
  }
}

/** Is the reason the restart with which the mail begins? Once is enough. */
function tellsRestart(notice: AlertNotice): boolean {
  return (
    causeOf(notice)?.subType === 'Operation restarted' && notice.reason.startsWith('Work was taken up again')
  );
}

const movementWords: [Movement, string][] = [
  ['rose', 'at a higher level'],
  ['corrected', 'corrected'],
  ['news', 'with news at the same level'],
  ['stands', 'already at or above the level that you asked for'],
  ['eased', 'eased'],
  ['resolved', 'resolved'],
  ['cancelled', 'cancelled'],
  ['withdrawn', 'no longer watched'],
];

function changesText(ordered: readonly AlertNotice[]): string {
  const parts = movementWords.flatMap(([movement, words]) => {
    const n = ordered.filter((notice) => movementOf(notice) === movement).length;
    return n > 0 ? [`${n.toLocaleString('en')} ${words}`] : [];
  });
  return `In all ${countText(ordered.length, 'site')}: ${parts.join(', ')}.`;
}

const mostCorrections = 6;

/** What was wrong, once each however many sites it concerned. */
function correctionsIn(ordered: readonly AlertNotice[]): string[] {
  const all = [...new Set(ordered.flatMap(({ corrections }) => corrections))];
  return all.slice(0, mostCorrections).map((text) => withPlainDates(plainText(text, 400)));
}

function reasonsOf({ signals, level, endsWatch }: AlertNotice): string[] {
  if (endsWatch) return [];
  if (level === 'unknown') {
    return ['No current source covers this country: the score rests on old reports alone.'];
  }
  return [...signals]
    .sort((a, b) => expectedOf(b) - expectedOf(a))
    .slice(0, mostReasons)
    .map(reasonText);
}

function reasonText({ reason, kept }: Signal): string {
  const text = withPlainDates(plainText(reason, 300));
  return kept < 1 ? `${text} It rests on one machine reading and waits for confirmation.` : text;
}

function numbersText({ score, violenceChance, endsWatch }: AlertNotice): string {
  if (endsWatch) return 'It is no longer assessed: that nothing more is told of it says nothing about it.';
  const chance =
    violenceChance === null
      ? ''
      : `; chance of deadly violence within 25 km in the next 30 days: ${shownText(violenceChance)} %`;
  return `Score ${scoreText(score)}${chance}.`;
}

/** The credits of every source that the mail draws on. */
function creditsOf(ordered: readonly AlertNotice[]): string[] {
  const sources = new Set(ordered.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
  const credits = [...sources].map((source) => creditOf(source).credit).filter((credit) => credit !== null);
  return [...new Set(credits)].sort();
}

function footerOf({ recipient, mailFrom }: MessageContent): string[] {
  const operator = mailboxOf(mailFrom).address;
  // The reader's own address may be a link; what is no usual one is text from outside.
  const reader = /^[\w.+-]+@[\w.-]+$/.test(recipient) ? recipient : plainText(recipient, 254);
  return [
    `Sent to ${reader} by a subscription of this Orewatch. To change or stop it, answer this mail or write to ${operator}.`,
  ];
}
