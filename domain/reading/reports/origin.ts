import { pagePhrases } from '../lexicon/text/page-phrases.ts';
/** Who stands behind a text: an agency that it names, else its publisher, else the host of its address. */
export type Origin = { origin: string; isAgency: boolean };

/** Agencies by the ways in which texts credit them. Names that are also common words or initials are written out. */
const agencies: Record<string, string> = {
  AFP: 'afp',
  'Agence France-Presse': 'afp',
  'Agence France Presse': 'afp',
  Reuters: 'reuters',
  'Thomson Reuters': 'reuters',
  REUTERS: 'reuters',
  'Associated Press': 'ap',
  Anadolu: 'anadolu',
  'Anadolu Agency': 'anadolu',
  Xinhua: 'xinhua',
  EFE: 'efe',
  DPA: 'dpa',
  dpa: 'dpa',
  ANSA: 'ansa',
  Belga: 'belga',
  ACP: 'acp',
  Panapress: 'panapress',
  Bloomberg: 'bloomberg',
  TASS: 'tass',
};

const names = Object.keys(agencies)
  .sort((a, b) => b.length - a.length)
  .join('|');
/** "with AFP", "told Reuters", "à l'AFP": the words that stand before a name when the text draws on it. */
const lead = `${pagePhrases.creditLeads} ${pagePhrases.creditArticles}?`;
const credit = new RegExp(
  `(?<=\\((?:[^()\\n]{0,40}[ ,/])?)(?<inBrackets>${names}|AP)(?=(?:[ ,/][^()\\n]{0,40})?\\))|(?<=^|[^\\p{L}])${lead}(?<named>${names})(?![\\p{L}\\p{N}])|^(?<alone>${names}|AP)[ ,.]*$`,
  'gmu',
);

/** A picture's credit says nothing of the text. */
const ofPicture = new RegExp(String.raw`(?:${pagePhrases.pictures}|©)[^\n]*$`, 'i');

/** The agency that a text credits; null where it credits none. */
export function creditedAgency(text: string): string | null {
  for (const match of text.matchAll(credit)) {
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    if (ofPicture.test(before)) continue;
    const { inBrackets, named, alone } = match.groups!;
    const name = (inBrackets ?? named ?? alone)!;
    return name === 'AP' ? 'ap' : agencies[name]!;
  }
  return null;
}

export function originOf(report: { text: string; publisher: string | null; url: string | null }): Origin {
  const publisher = report.publisher && foldPublisher(report.publisher);
  const byName = publisher && agencyOfPublisher.get(publisher);
  const agency = byName || creditedAgency(report.text);
  if (agency) return { origin: agency, isAgency: true };
  return { origin: publisher || hostOf(report.url) || 'unknown', isAgency: false };
}

const agencyOfPublisher = new Map(Object.entries(agencies).map(([name, id]) => [foldPublisher(name), id]));

/** "Africa News", "africanews" and "www.africanews.com" are one publisher. */
function foldPublisher(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^www\.|\.(?:com|org|net|info|co\.\w\w|\w\w)$/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function hostOf(url: string | null): string | null {
  const host = url && /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1];
  return host ? foldPublisher(host) : null;
}
