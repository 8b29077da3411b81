import type { Occurrence } from '../occurrences.ts';
import type { Outline } from '../outline.ts';
import type { SiteLine } from '../site-line.ts';
import { keepUnits } from '../wording.ts';

/** Columns of the text part: what a mail program shows without breaking lines itself. */
const width = 76;

/** The text part. Addresses stand on lines of their own, unbroken, so that programs make them links. */
export function textPart(outline: Outline): string {
  const blocks = [
    [...wrap(outline.lead), '', outline.asOf],
    section('What has changed in what we told you', outline.corrections),
    [...outline.reasons, outline.numbers, ...outline.held].flatMap((line) => wrap(line)),
    happened(outline),
    [...heading(outline.sitesHeading), ...outline.sites.flatMap(siteLines)],
    outline.further.flatMap((line) => [...wrap(line), '']).slice(0, -1),
    section('What you can do', outline.nextSteps),
    section('How to read this', outline.reading),
    section('Sources', outline.credits),
    ['-'.repeat(width), ...outline.footer.flatMap((line) => wrap(line))],
  ].filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function section(title: string, items: readonly string[]): string[] {
  return items.length > 0 ? [...heading(title), ...items.flatMap((item) => bullet(item))] : [];
}

/** Numbered, as in the HTML part and its pictures. */
function happened({ happened, moreHappened }: Outline): string[] {
  if (happened.length === 0) return [];
  const more = moreHappened ? wrap(moreHappened) : [];
  return [...heading('What happened'), ...happened.flatMap(occurrenceLines), ...more];
}

function occurrenceLines({ date, title, details, source, link }: Occurrence, i: number): string[] {
  const indent = '   ';
  return [
    ...wrap(`${i + 1}. ${date}: ${title}`, indent, ''),
    ...wrap(details.join(' '), indent),
    ...wrap(`Source: ${[source, link?.host].filter(Boolean).join(', ')}`, indent),
    ...(link ? [`${indent}${link.url}`] : []),
  ];
}

function siteLines({ name, whereabouts, level, before, score, distance, url }: SiteLine): string[] {
  const facts = [`${level.toUpperCase()} (${before})`, score, ...(distance ? [distance] : [])];
  return [...bullet(`${name} (${whereabouts}): ${facts.join(', ')}`), `  ${url}`];
}

function heading(text: string): string[] {
  return [text, '='.repeat(text.length)];
}

function bullet(text: string, indent = ''): string[] {
  return wrap(`* ${text}`, `${indent}  `, indent);
}

/** Breaks at spaces, but not between a figure and its unit; a word longer than a line is broken within, unless it is an address. */
export function wrap(text: string, indent = '', firstIndent = indent): string[] {
  const lines: string[] = [];
  let line = firstIndent;
  let isEmpty = true;
  const next = () => {
    lines.push(line.replaceAll('\u00a0', ' '));
    line = indent;
    isEmpty = true;
  };
  for (const word of keepUnits(text)
    .split(' ')
    .flatMap((word) => breakWord(word, width - indent.length))) {
    if (!isEmpty && line.length + 1 + word.length > width) next();
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  if (!isEmpty) next();
  return lines;
}

function breakWord(word: string, max: number): string[] {
  if (word.length <= max || /^https?:\/\//.test(word)) return [word];
  const letters = Array.from(word);
  const pieces: string[] = [];
  // Code points, not UTF-16 units: half of a letter is none.
  for (let i = 0; i < letters.length; i += Math.floor(max / 2))
    pieces.push(letters.slice(i, i + Math.floor(max / 2)).join(''));
  return pieces;
}
