import type { Sentence } from './text.ts';

type Kind = Sentence['kind'];

/** Longer paragraphs are the story itself: a mark in them speaks for its sentence only. */
const longestCaption = 700;

const captionStart =
  /^[[(]?\s*(?:(?:file |stock |handout )?(?:picture|photo|image|photograph|pic)(?: credit| by| courtesy)?s?\s*[:|/©]|photo (?:d['’](?:archives|illustration)|by|credit|courtesy)|cr[ée]dits?(?: ?photos?)?\s*:|cr[ée]dit photo|l[ée]gende\s*:|caption\s*:|file (?:photo|picture|image)|ph\.? ?(?:droits tiers|tiers)|illustration\s*[:.])/i;
const captionAnywhere =
  /(?:\b(?:picture|photo|image|photograph|cr[ée]dits? photos?)\s?:|\((?:photo|picture|image) (?:by|:)|\bphoto by\b|\bafp via getty|\bgetty images\b|\bap photo\b|\bafp photo\b|\bfile (?:photo|picture|image)\b|\bphoto d['’](?:archives|illustration)\b|\breuters\/\p{Lu}|\bcr[ée]dit photo\b|\[(?:file|photo)\b[^\]]{0,20}[:\]]|\bphoto\/(?:afp|ap|dr|reuters)|\bph\. (?:droits tiers|dr)\b)/iu;
/** What every mark of a caption holds: most sentences have none of it and need no closer look. */
const captionHint = /phot|pict|imag|getty|cr[ée]dit|reuters|\[file|ph\. /i;
const rights = /©|\(c\) ?(?:19|20)\d\d/i;

const linkStart =
  /^(?:[[(>→•*▶►»\s-]{0,6})(?:read(?: more| also| next)?\s*[:|–]|read (?:more|also|next|the full)\b|(?:also|more) read\b|also read\b|see also\b|see more\b|watch(?: live| also| now)?\s*[:|]|listen(?: to| also| now)?\s*[:|]|related(?: (?:articles?|stor(?:y|ies)|news|topics?|content|posts?))?\s*(?::|$)|more on\b[^.]{0,60}$|more (?:stories|news|from)\b|recommended(?: stories| reading)?\s*(?::|$)|click here\b|follow us\b|subscribe\b|sign up\b|download (?:our|the)\b|join (?:our|us on)\b|advertisement\b|you (?:may|might) also (?:like|read)|editor['’]s picks?\b|don['’]t miss\b\s*:|(?:à|a|á) (?:lire|voir|écouter|ecouter|suivre)(?: (?:aussi|également|egalement))?\s*[:|–-]|(?:à|a) lire (?:aussi|également|egalement)|lire (?:aussi|également|egalement|encore|la suite|plus)\b|lire\s*:|voir (?:aussi|également|egalement)\b|[ée]couter (?:aussi|également)\b|sur le m[êe]me (?:sujet|th[èe]me)|dans la m[êe]me (?:rubrique|cat[ée]gorie)|articles? (?:li[ée]s?|similaires?|connexes?)|pour aller plus loin|cliquez (?:ici|sur)|suivez[- ]nous|abonnez[- ]vous|rejoignez[- ](?:nous|notre)|inscrivez[- ]vous|t[ée]l[ée]chargez|partagez?\b\s*(?::|$)|share (?:this|on)\b|publicit[ée]\b\s*$|vid[ée]o\s*[:|]|podcast\s*[:|])/iu;

const creditStart =
  /^[[(\s*–—-]{0,4}(?:(?:additional |with )?reporting by\b|report by\b|writing by\b|written by\b|edit(?:ed|ing) by\b|compiled by\b|translated by\b|avec (?:l['’])?(?:afp|reuters|ap|acp|aa|xinhua|rfi|bbc)\b[^.]{0,40}\.?\)?$|with (?:afp|reuters|ap|agencies|agency reports)\b[^.]{0,40}\.?\)?$|sources?\s*:\s*\p{L}|propos recueillis par|(?:publi[ée]|modifi[ée]|mis à jour|mise à jour)(?:e)?(?: le|\s*:|\s*\d)|(?:first )?published\s*(?:on|at|:|\d)|(?:last )?updated\s*(?:on|at|:|\d)|posted (?:on|by)\b|copyright\b|©|all rights reserved|tous droits r[ée]serv[ée]s|our standards\b|la r[ée]daction\.?$|traduit (?:de|par)\b|r[ée]dig[ée] par\b|r[ée]daction\s*:)/iu;
/** "By Jane Doe, AFP", "Par Jean Bahati à Goma": names only and no stop. */
const byline =
  /^(?:by|par)\s+\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|and|et|in|à|for|,|\||de|-)){0,9},?\s*\p{Lu}?[\p{L}]*$/iu;
const agencyOnly =
  /^[[(—–\s-]*(?:afp|reuters|ap|acp|xinhua|rfi|bbc|actualite\.cd|radio okapi|radiookapi\.net|7sur7\.cd)[)\].\s]*$/i;

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
  return linkStart.test(head) || /^READ\b/.test(head);
}

function isCredit(text: string): boolean {
  const head = text.slice(0, 160);
  if (creditStart.test(head) || agencyOnly.test(head)) return true;
  return text.length < 120 && !/[.!?]$/.test(text) && /^(?:By|Par|BY|PAR) /.test(text) && byline.test(text);
}
