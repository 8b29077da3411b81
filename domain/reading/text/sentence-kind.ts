import { pagePhrases } from '../lexicon/text/page-phrases.ts';
import type { Sentence } from './text.ts';

type Kind = Sentence['kind'];

/** Longer paragraphs are the story itself: a mark in them speaks for its sentence only. */
const longestCaption = 700;

const captionStart = new RegExp(String.raw`^[[(]?\s*${pagePhrases.captionStarts}`, 'i');
const captionAnywhere = new RegExp(`${pagePhrases.captionMarks}`, 'iu');
/** What every mark of a caption holds: most sentences have none of it and need no closer look. */
const captionHint = new RegExp(pagePhrases.captionHints, 'i');
const rights = new RegExp(String.raw`©|${pagePhrases.rights} ?(?:19|20)\d\d`, 'i');

const linkStart = new RegExp(String.raw`^(?:[[(>→•*▶►»\s-]{0,6})${pagePhrases.linkStarts}`, 'iu');

const creditStart = new RegExp(String.raw`^[[(\s*–—-]{0,4}${pagePhrases.creditStarts}`, 'iu');
/** "By Jane Doe, AFP", "Par Jean Bahati à Goma": names only and no stop. */
const byline = new RegExp(
  String.raw`^${pagePhrases.bylineStarts}\s+\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|${pagePhrases.bylineJoints}|,|\||-)){0,9},?\s*\p{Lu}?[\p{L}]*$`,
  'iu',
);
const bylineStart = new RegExp(`^${pagePhrases.bylineStarts} `);
const linkShout = new RegExp(`^${pagePhrases.linkShouts}\\b`);
const agencyOnly = new RegExp(String.raw`^[[(—–\s-]*${pagePhrases.agencies}[)\].\s]*$`, 'i');

/** What a whole paragraph is; `body` where only its sentences can tell. */
export function kindOfParagraph(paragraph: string): Kind {
  if (isLink(paragraph)) return 'link';
  if (paragraph.length > longestCaption) return 'body';
  if (isCredit(paragraph)) return 'credit';
  if (captionStart.test(paragraph) || isCaptioned(paragraph)) return 'caption';
  return rights.test(paragraph) ? 'caption' : 'body';
}

/** What one sentence of a `body` paragraph is. */
export function kindOfSentence(sentence: string): Kind {
  if (sentence.length > longestCaption) return 'body';
  if (isLink(sentence)) return 'link';
  if (isCredit(sentence)) return 'credit';
  return captionStart.test(sentence) || rights.test(sentence) || isCaptioned(sentence) ? 'caption' : 'body';
}

/** True where the paragraph announces links that follow it: "Lire aussi :", "Related stories". */
export function announcesLinks(paragraph: string): boolean {
  return (
    paragraph.length < 40 &&
    isLink(paragraph) &&
    /(?::|\p{L})\s*$/u.test(paragraph) &&
    paragraph.split(/\s+/).length <= 4
  );
}

function isCaptioned(text: string): boolean {
  return captionHint.test(text) && captionAnywhere.test(text);
}

function isLink(text: string): boolean {
  const head = text.slice(0, 120);
  return linkStart.test(head) || linkShout.test(head);
}

function isCredit(text: string): boolean {
  const head = text.slice(0, 160);
  if (creditStart.test(head) || agencyOnly.test(head)) return true;
  return text.length < 120 && !/[.!?]$/.test(text) && bylineStart.test(text) && byline.test(text);
}
