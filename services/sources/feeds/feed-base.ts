import { decodeXML } from 'entities';

/** The tags that may say what links within them are relative to. */
const outer = /<(?:feed|rss|channel|rdf:RDF)(?=\s)[^<>]{0,5000}>/g;
const inner = /<(?:entry|item)(?=[\s>])[^<>]{0,5000}>/g;
const baseIn = /\sxml:base\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})')/;

/**
 * For each of `count` items, in the order of the feed, the address that its links are relative to (XML Base, which the
 * parser does not tell): that of the item, of the feed around it, or else `address`, where the feed was fetched from.
 */
export function basesOf(text: string, address: string, count: number): string[] {
  if (!text.includes('xml:base')) return Array<string>(count).fill(address);
  const start = text.search(inner);
  const around = ((start === -1 ? text : text.slice(0, start)).match(outer) ?? []).reduce(within, address);
  const own = text.match(inner) ?? [];
  // Where items stand in comments or in texts the order says nothing.
  return own.length === count ? own.map((tag) => within(around, tag)) : Array<string>(count).fill(around);
}

function within(address: string, tag: string): string {
  const [, double, single] = baseIn.exec(tag) ?? [];
  const base = decodeXML(double ?? single ?? '').trim();
  return base !== '' && URL.canParse(base, address) ? new URL(base, address).href : address;
}
