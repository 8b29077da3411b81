/** Elements whose content is no prose. */
const dropped = new Set([
  ...['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'canvas', 'head'],
  ...['nav', 'footer', 'aside', 'form', 'button', 'select', 'textarea', 'dialog', 'menu'],
]);

/** Elements within a line; all others begin and end a paragraph. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const entities: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', ndash: '–', mdash: '—' },
  ...{ eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', agrave: 'à', acirc: 'â', ccedil: 'ç', icirc: 'î' },
  ...{ iuml: 'ï', ocirc: 'ô', ouml: 'ö', ucirc: 'û', ugrave: 'ù', uuml: 'ü', Eacute: 'É', oelig: 'œ' },
};

/**
 * The text of any HTML, read tag by tag and without a tree: paragraphs are separated by line breaks. It takes time in
 * proportion to the length, however the tags are nested or broken.
 */
export function plainTextOf(html: string): string {
  let text = '';
  let at = 0;
  // What is nowhere closed from here on is not looked for again.
  const unclosed = new Set<string>();
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) return tidy(text + html.slice(at));
    text += html.slice(at, open);
    if (html.startsWith('<!--', open)) {
      at = endOf(html, '-->', open);
      continue;
    }
    const [tag, slash, name = ''] =
      /^<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})/.exec(html.slice(open, open + 25)) ?? [];
    if (tag === undefined) {
      const isMarkup = /[!?/]/.test(html[open + 1] ?? '');
      at = isMarkup ? endOf(html, '>', open) : open + 1;
      if (!isMarkup) text += '<';
      continue;
    }
    const element = name.toLowerCase();
    at = endOf(html, '>', open);
    if (slash === '' && dropped.has(element) && !unclosed.has(element)) {
      const end = endOfElement(html, element, at);
      if (end === null) unclosed.add(element);
      else at = end;
    }
    if (!inline.has(element)) text += '\n';
  }
  return tidy(text);
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

/** Where an element ends that holds no other of its kind; null where it is never closed: it is taken for empty. */
function endOfElement(html: string, element: string, from: number): number | null {
  const closing = new RegExp(`</${element}\\s*>`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html) ? closing.lastIndex : null;
}

/** One line a paragraph, single spaces, no entities. */
export function tidy(text: string): string {
  return decodeEntities(text)
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\p{Zs}]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\ufffd';
  });
}
