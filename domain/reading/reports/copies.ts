import { fold } from '../text/fold.ts';

/** Which texts repeat each other, told by fingerprints that are small, and made in one pass over the text. */

/**
 * The smallest hashes of a text's word 5-grams, ascending, and the number of distinct ones in all. Where there are
 * more than are kept, the kept ones are a uniform sample: a bottom sketch (Broder, On the resemblance and containment
 * of documents, 1997).
 */
export type Fingerprint = { hashes: number[]; shingles: number };

const wordsPerShingle = 5;
const mostHashes = 512;
/** Two texts share their origin from this part of the shorter one on. */
const copiedFrom = 0.6;
/** Fewer shingles in common than this may be a phrase that everybody uses. */
const fewestShared = 8;

/** The fingerprint of a text; that of one with fewer than five words is empty. */
export function fingerprintOf(text: string): Fingerprint {
  const words = (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(hashOf);
  const hashes = new Set<number>();
  for (let i = 0; i + wordsPerShingle <= words.length; i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < i + wordsPerShingle; j++) hash = mix(hash ^ words[j]!);
    hashes.add(hash);
  }
  // A typed array sorts numbers by their value, and fast.
  const sorted = Int32Array.from(hashes).sort();
  return { hashes: Array.from(sorted.subarray(0, mostHashes)), shingles: hashes.size };
}

/**
 * The part, 0 to 1, of the shorter text that the other one holds as well. Where a fingerprint is a sample, it is
 * estimated from what both have sampled.
 */
export function overlapOf(a: Fingerprint, b: Fingerprint): number {
  const { shared, fewest } = compare(a, b);
  return fewest === 0 ? 0 : shared / fewest;
}

/** True where one of the texts mostly repeats the other. */
export function isCopy(a: Fingerprint, b: Fingerprint): boolean {
  const { shared, fewest } = compare(a, b);
  return shared >= fewestShared && shared >= copiedFrom * fewest;
}

function compare(a: Fingerprint, b: Fingerprint): { shared: number; fewest: number } {
  const highest = Math.min(highestOf(a), highestOf(b));
  const within = (hashes: readonly number[]) => hashes.filter((hash) => hash <= highest);
  const [ours, theirs] = [within(a.hashes), new Set(within(b.hashes))];
  const shared = ours.filter((hash) => theirs.has(hash)).length;
  return { shared, fewest: Math.min(ours.length, theirs.size) };
}

/** Up to which value a fingerprint holds every hash of its text. */
function highestOf({ hashes, shingles }: Fingerprint): number {
  return shingles > hashes.length ? (hashes.at(-1) ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** The finaliser of MurmurHash3, 32 bits: it spreads what differs in one bit over all of them. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

type Origin = { origin: string; isAgency: boolean };

/** An agency that any of the copies credits stands behind all of them; else whoever had the text first. */
export function sharedOrigin(own: Origin, copies: readonly Origin[]): Origin {
  if (own.isAgency) return own;
  return copies.find((copy) => copy.isAgency) ?? copies[0] ?? own;
}
