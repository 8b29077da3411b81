import type { EventItem } from './event-item.ts';
import type { Outline } from './outline.ts';
import type { FurtherSite, SiteSection } from './site-section.ts';

/** Columns of the text part: what a mail program shows without breaking lines itself. */
const width = 76;

/** The text part. Addresses stand on lines of their own, unbroken, so that programs make them links. */
export function textPart(outline: Outline): string {
  const blocks = [
    [...wrap(outline.lead), '', outline.asOf],
    heading(outline.sitesHeading),
    ...outline.sites.flatMap(siteLines),
    heading('What you can do'),
    outline.nextSteps.flatMap((item) => bullet(item)),
    heading('How to read this'),
    outline.reading.flatMap((item) => bullet(item)),
  ];
  if (outline.further.length > 0) {
    blocks.push(heading(`${outline.furtherHeading}: level, score, nearest event`));
    blocks.push(outline.further.flatMap(furtherLines));
  }
  if (outline.unlisted) blocks.push(wrap(outline.unlisted));
  if (outline.credits.length > 0)
    blocks.push(
      heading('Sources'),
      outline.credits.flatMap((item) => bullet(item)),
    );
  blocks.push(['-'.repeat(width), ...outline.footer.flatMap((line) => wrap(line))]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function siteLines(site: SiteSection): string[][] {
  const blocks = [
    [
      ...wrap(`${site.rank}. ${site.name}: ${site.level.toUpperCase()} (${site.before})`, '   ', ''),
      ...wrap(`${site.facts}.`, '   '),
    ],
    [
      ...wrap(`Score ${site.score}.${site.scoreNote ? ` ${site.scoreNote}` : ''}`, '   '),
      ...wrap(`Told because: ${site.reason}.`, '   '),
    ],
  ];
  if (site.signals.length > 0) {
    blocks.push([
      '   Signals',
      ...site.signals.flatMap(({ name, level, reason }) => bullet(`${name} (${level}): ${reason}`, '   ')),
    ]);
  }
  if (site.events.length > 0) {
    blocks.push([
      `   ${site.eventsHeading}`,
      ...site.events.flatMap(eventLines),
      ...(site.moreEvents ? bullet(site.moreEvents, '   ') : []),
    ]);
  }
  blocks.push(['   Evidence for compliance (needs an API key):', `   ${site.evidenceUrl}`]);
  return blocks;
}

function eventLines(event: EventItem): string[] {
  const indent = '     ';
  const lines = [
    ...bullet(`${event.date}: ${event.title}`, '   '),
    ...event.details.flatMap((detail) => wrap(detail, indent)),
  ];
  if (event.quote) lines.push(...wrap(`Report: "${event.quote}"`, indent));
  if (event.link)
    lines.push(`${indent}Source: ${event.source}, ${event.link.host}`, `${indent}${event.link.url}`);
  else if (event.source) lines.push(...wrap(`Source: ${event.source}, no link`, indent));
  return lines;
}

function furtherLines(site: FurtherSite): string[] {
  return wrap(
    `${site.rank}. ${site.name}: ${site.level} (${site.before}), ${site.score}, ${site.nearest}`,
    '    ',
    '',
  );
}

function heading(text: string): string[] {
  return [text, '='.repeat(text.length)];
}

function bullet(text: string, indent = ''): string[] {
  return wrap(`* ${text}`, `${indent}  `, indent);
}

/** Breaks at spaces; a word longer than a line is broken within, unless it is an address. */
export function wrap(text: string, indent = '', firstIndent = indent): string[] {
  const lines: string[] = [];
  let line = firstIndent;
  let isEmpty = true;
  const next = () => {
    lines.push(line);
    line = indent;
    isEmpty = true;
  };
  for (const word of text.split(' ').flatMap((word) => breakWord(word, width - indent.length))) {
    if (!isEmpty && line.length + 1 + word.length > width) next();
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  if (!isEmpty) lines.push(line);
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
