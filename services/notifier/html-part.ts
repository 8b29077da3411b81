import type { Level } from '../../domain/level.ts';
import type { EventItem } from './event-item.ts';
import type { Outline } from './outline.ts';
import type { FurtherSite, SiteSection } from './site-section.ts';

/**
 * The HTML part: tables and inline styles, which is what mail programs agree on, and nothing loaded from anywhere.
 * Text and background keep the program's own colours, so that dark mode works; only the level's chip brings both of
 * its colours, with a contrast of at least 4.5 to 1.
 */
export function htmlPart(outline: Outline): string {
  const { sites, further } = outline;
  const body = [
    `<h1 style="${styles.h1}">${escapeHtml(outline.subject)}</h1>`,
    paragraph(outline.lead),
    `<p style="${styles.small}">${escapeHtml(outline.asOf)}</p>`,
    heading(outline.sitesHeading),
    ...sites.map(siteBlock),
    heading('What you can do'),
    list(outline.nextSteps),
    heading('How to read this'),
    list(outline.reading),
    further.length > 0 ? heading(outline.furtherHeading) + furtherTable(further) : '',
    outline.unlisted ? paragraph(outline.unlisted) : '',
    outline.credits.length > 0 ? heading('Sources') + list(outline.credits) : '',
    `<hr style="${styles.rule}">`,
    ...outline.footer.map((line) => `<p style="${styles.small}">${escapeHtml(line)}</p>`),
  ];
  return `<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
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
  h3: 'margin:20px 0 4px;font-size:17px',
  p: 'margin:0 0 8px',
  small: 'margin:0 0 8px;font-size:14px',
  label: 'margin:10px 0 2px;font-weight:bold',
  list: 'margin:0 0 8px;padding-left:20px',
  item: 'margin:0 0 6px',
  site: 'border-top:1px solid #999999',
  table: 'width:100%;border-collapse:collapse;font-size:14px',
  rule: 'border:0;border-top:1px solid #999999;margin:24px 0 12px',
};

const levelColours: Record<Level, string> = {
  severe: 'background:#8b0000;color:#ffffff',
  high: 'background:#a84300;color:#ffffff',
  elevated: 'background:#f2c94c;color:#1a1a1a',
  guarded: 'background:#2563a8;color:#ffffff',
  low: 'background:#2e6b32;color:#ffffff',
  unknown: 'background:#5f5f5f;color:#ffffff',
};

function siteBlock(site: SiteSection): string {
  return [
    `<div style="${styles.site}">`,
    `<h3 style="${styles.h3}">${site.rank}. ${escapeHtml(site.name)} ${chip(site.level)} (${escapeHtml(site.before)})</h3>`,
    paragraph(`${site.facts}.`),
    `<p style="${styles.p}"><b>Score ${escapeHtml(site.score)}.</b>${site.scoreNote ? ` ${escapeHtml(site.scoreNote)}` : ''}</p>`,
    paragraph(`Told because: ${site.reason}.`),
    site.signals.length > 0 ? signalList(site) : '',
    site.events.length > 0 ? eventList(site) : '',
    `<p style="${styles.p}"><a href="${escapeHtml(site.evidenceUrl)}">Evidence for compliance</a> (needs an API key)</p>`,
    '</div>',
  ]
    .filter(Boolean)
    .join('\n');
}

function signalList(site: SiteSection): string {
  const items = site.signals.map(
    ({ name, level, reason }) =>
      `<li style="${styles.item}"><b>${escapeHtml(name)}</b> (${level}): ${escapeHtml(reason)}</li>`,
  );
  return `<h4 style="${styles.label}">Signals</h4>\n<ul style="${styles.list}">${items.join('\n')}</ul>`;
}

function eventList(site: SiteSection): string {
  const items = site.events.map((event) => `<li style="${styles.item}">${eventHtml(event)}</li>`);
  if (site.moreEvents) items.push(`<li style="${styles.item}">${escapeHtml(site.moreEvents)}</li>`);
  return `<h4 style="${styles.label}">${site.eventsHeading}</h4>\n<ul style="${styles.list}">${items.join('\n')}</ul>`;
}

function eventHtml(event: EventItem): string {
  const lines = [
    `<b>${escapeHtml(event.date)}: ${escapeHtml(event.title)}</b>`,
    ...event.details.map(escapeHtml),
  ];
  if (event.quote) lines.push(`Report: <i>&quot;${escapeHtml(event.quote)}&quot;</i>`);
  if (event.source) {
    const link = event.link
      ? `<a href="${escapeHtml(event.link.url)}" rel="noopener noreferrer">${escapeHtml(event.link.host)}</a>`
      : 'no link';
    lines.push(`Source: ${escapeHtml(event.source)}, ${link}`);
  }
  return lines.join('<br>\n');
}

function furtherTable(sites: readonly FurtherSite[]): string {
  const rows = sites.map(
    (site) =>
      `<tr><td>${site.rank}. <a href="${escapeHtml(site.evidenceUrl)}">${escapeHtml(site.name)}</a></td>` +
      `<td>${site.level} (${escapeHtml(site.before)})</td><td>${escapeHtml(site.score)}</td><td>${escapeHtml(site.nearest)}</td></tr>`,
  );
  const columns = ['Site', 'Level', 'Score', 'Nearest event']
    .map((name) => `<th scope="col" align="left">${name}</th>`)
    .join('');
  return `<table cellpadding="4" style="${styles.table}"><thead><tr>${columns}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`;
}

function chip(level: Level): string {
  return `<span style="${levelColours[level]};padding:2px 8px;border-radius:3px">${level}</span>`;
}

function heading(text: string): string {
  return `<h2 style="${styles.h2}">${escapeHtml(text)}</h2>`;
}

function paragraph(text: string): string {
  return `<p style="${styles.p}">${escapeHtml(text)}</p>`;
}

function list(items: readonly string[]): string {
  const rows = items.map((item) => `<li style="${styles.item}">${escapeHtml(item)}</li>`);
  return `<ul style="${styles.list}">${rows.join('\n')}</ul>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
