import type { Level } from '../../../domain/level.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { levelColours } from '../level-marks.ts';
import type { Occurrence } from '../occurrences.ts';
import type { Outline } from '../outline.ts';
import type { AttachedPicture } from '../picture/picture.ts';
import type { SiteLine } from '../site-line.ts';
import { keepUnits } from '../wording.ts';

/**
 * The HTML part: tables and inline styles, which is what mail programs agree on, and nothing loaded from anywhere:
 * pictures come along in the mail.
 * Text and background keep the program's own colours, so that dark mode works; only the level's chip brings both of
 * its colours, with a contrast of at least 4.5 to 1.
 */
export function htmlPart(outline: Outline, pictures: readonly AttachedPicture[]): string {
  const body = [
    `<h1 style="${styles.h1}">${escapeHtml(outline.subject)}</h1>`,
    paragraph(outline.lead),
    `<p style="${styles.small}">${escapeHtml(outline.asOf)}</p>`,
    section('What has changed in what we told you', outline.corrections),
    ...outline.reasons.map(paragraph),
    `<p style="${styles.p}"><b>${escapeHtml(outline.numbers)}</b></p>`,
    ...outline.held.map(paragraph),
    ...pictures.map(pictureHtml),
    occurrenceList(outline),
    heading(outline.sitesHeading),
    siteTable(outline.sites),
    ...outline.further.map(paragraphWithLink),
    section('What you can do', outline.nextSteps),
    section('How to read this', outline.reading),
    section('Sources', outline.credits),
    `<hr style="${styles.rule}">`,
    ...outline.footer.map((line) => `<p style="${styles.small}">${escapeHtml(line)}</p>`),
  ];
  return `<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(outline.subject)}</title>
</head>
<body style="${styles.body}">
<div style="${styles.hidden}" aria-hidden="true">${escapeHtml(outline.lead)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${styles.page}"><tr><td style="${styles.cell}">
${body.filter(Boolean).join('\n')}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

const styles = {
  body: 'margin:0;padding:0;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.45',
  page: 'width:100%;max-width:640px',
  cell: 'padding:16px;text-align:left;overflow-wrap:anywhere',
  hidden: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
  h1: 'margin:0 0 12px;font-size:22px;line-height:1.25',
  h2: 'margin:28px 0 8px;font-size:18px',
  p: 'margin:0 0 8px',
  small: 'margin:0 0 8px;font-size:14px',
  list: 'margin:0 0 8px;padding-left:20px',
  item: 'margin:0 0 6px',
  th: 'white-space:nowrap',
  picture: 'display:block;width:100%;max-width:520px;height:auto;border:0',
  td: 'border-top:1px solid #999999;vertical-align:top',
  table: 'width:100%;margin:0 0 12px;border-collapse:collapse;font-size:14px',
  rule: 'border:0;border-top:1px solid #999999;margin:24px 0 12px',
};

/** In pixels of a wide screen; a phone shows a picture as wide as itself. */
const shownWidth = 520;

/** The key is for whoever sees the picture; a screen reader reads the words in its place. */
function pictureHtml({ cid, alt, key }: AttachedPicture): string {
  return (
    `<p style="${styles.p}"><img src="cid:${escapeHtml(cid)}" alt="${escapeHtml(alt)}" width="${shownWidth}" style="${styles.picture}"></p>\n` +
    `<p style="${styles.small}" aria-hidden="true">${escapeHtml(key)}</p>`
  );
}

/** Numbered: the pictures show what happened by its numbers. */
function occurrenceList({ happened, moreHappened }: Outline): string {
  if (happened.length === 0) return '';
  const rows = happened.map((occurrence) => `<li style="${styles.item}">${occurrenceHtml(occurrence)}</li>`);
  const more = moreHappened ? `\n${paragraph(moreHappened)}` : '';
  return `${heading('What happened')}\n<ol style="${styles.list}">${rows.join('\n')}</ol>${more}`;
}

function occurrenceHtml({ date, title, details, source, link }: Occurrence): string {
  const address = link
    ? `<a href="${escapeHtml(link.url)}" rel="noopener noreferrer">${escapeHtml(link.host)}</a>`
    : null;
  return [
    `<b>${escapeHtml(date)}: ${escapeHtml(title)}</b>`,
    escapeHtml(details.join(' ')),
    `Source: ${[source && escapeHtml(source), address].filter(Boolean).join(', ')}`,
  ].join('<br>\n');
}

function siteTable(sites: readonly SiteLine[]): string {
  const rows = sites.map(
    ({ name, whereabouts, level, before, score, distance, url }) =>
      `<tr><td style="${styles.td}"><a href="${escapeHtml(url)}">${escapeHtml(name)}</a><br>\n<span style="${styles.small}">${escapeHtml(whereabouts)}</span></td>` +
      `<td style="${styles.td}">${chip(level)} (${escapeHtml(before)})</td><td style="${styles.td}">${escapeHtml(score)}</td>` +
      `<td style="${styles.td}">${escapeHtml(distance ?? '')}</td></tr>`,
  );
  const columns = ['Site', 'Level', 'Score', 'Distance']
    .map((name) => `<th scope="col" align="left" style="${styles.th}">${name}</th>`)
    .join('');
  return `<table cellpadding="4" style="${styles.table}"><thead><tr>${columns}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`;
}

function chip(level: Level): string {
  const { fill, text } = levelColours[level];
  return `<span style="background:${fill};color:${text};padding:2px 8px;border-radius:3px">${level}</span>`;
}

function heading(text: string): string {
  return `<h2 style="${styles.h2}">${escapeHtml(text)}</h2>`;
}

function paragraph(text: string): string {
  return `<p style="${styles.p}">${escapeHtml(text)}</p>`;
}

/** A paragraph that ends with an address, which becomes a link. */
function paragraphWithLink(text: string): string {
  const found = /^(.*?)(https?:\/\/\S+)$/.exec(text);
  if (!found) return paragraph(text);
  const [, before, url] = found;
  return `<p style="${styles.p}">${escapeHtml(before!)}<a href="${escapeHtml(url!)}">${escapeHtml(url!)}</a></p>`;
}

function section(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const rows = items.map((item) => `<li style="${styles.item}">${escapeHtml(item)}</li>`);
  return `${heading(title)}\n<ul style="${styles.list}">${rows.join('\n')}</ul>`;
}

function escapeHtml(text: string): string {
  return escapeMarkup(keepUnits(text));
}
